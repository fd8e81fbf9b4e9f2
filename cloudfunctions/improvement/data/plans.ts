import { collection } from '../../shared/data/collection';
import {
  day,
  figure,
  figureOrNone,
  listOfObjects,
  maybe,
  objectOf,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import type { Plan } from '../domain/plan';

const PERSON = objectOf({ id: text, name: text, nameEn: text });

export const plans = collection<Plan>('improvement_plans', {
  ...{ employeeId: text, person: PERSON, title: text, from: day, until: day, rank: text, rev: figure },
  source: objectOf({ kind: oneOf('appraisal', 'feedback', 'hand') }),
  state: oneOf('draft', 'agreed', 'done', 'dropped'),
  gaps: listOfObjects({ id: text, name: objectOf({ 'zh-CN': text, en: text }) }),
  measures: listOfObjects({ id: text, kind: oneOf('step', 'training', 'meeting'), text, dueOn: day }),
  agreed: objectOf({ person: figureOrNone, manager: figureOrNone }),
  entries: listOfObjects({ id: text, at: figure, by: PERSON, text }),
  changes: listOfObjects({ at: figure, by: PERSON, reason: text }),
  ...{ managerId: maybe(textOrNone), reportedOn: maybe(day) },
});

export const findPlan = (id: string): Promise<Plan | null> => plans.byId(id);

export const addPlan = (plan: Plan): Promise<'added' | 'duplicate'> => plans.add(plan);

/** Replaces a plan that is unchanged since it was read. @returns whether it did */
export async function replacePlan(before: Plan, { _id, ...after }: Plan): Promise<boolean> {
  const changed = await plans.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => ({ ...after }),
  );
  return changed === 1;
}

interface Page {
  readonly cursor?: string;
  readonly limit: number;
}

/** Plans of these people, or of everybody: open ones first, the latest first. */
export const findPlans = (employeeIds: readonly string[] | null, { cursor, limit }: Page): Promise<Plan[]> =>
  plans.list(
    (_) => ({
      rank: cursor === undefined ? _.gt('') : _.lt(cursor),
      ...(employeeIds && { employeeId: _.in([...employeeIds]) }),
    }),
    limit,
    [['rank', 'desc']],
  );

/** Open plans after one of them by rank, the latest first, with whom they are on Today of. */
export const findOpenPlans = (
  before: string | null,
  limit: number,
): Promise<Pick<Plan, '_id' | 'employeeId' | 'managerId' | 'rank'>[]> =>
  plans.listFields(
    ['employeeId', 'managerId', 'rank'],
    (_) => ({ rank: before === null ? _.gte(OPEN) : _.and([_.gte(OPEN), _.lt(before)]) }),
    limit,
    [['rank', 'desc']],
  );

/** Ranks of open plans begin with it. */
const OPEN = '1:';

/** Moves a plan to another manager's Today; its revision stays, since nothing that anybody has seen is different. */
export async function saveManager(id: string, managerId: string | null): Promise<void> {
  await plans.updateWhere(
    () => ({ _id: id }),
    () => ({ managerId }),
  );
}
