import { optional, strictObject } from 'valibot';
import type { AppraisalResultsContract, FigureOf } from '#contracts/appraisal-results';
import { countAppraisalPeople, findAppraisalPeopleAfter } from '../../appraisal-cycles/public';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { countFigures, findFigures } from '../data/figures';
import type { StoredFigure } from '../domain/entered-figure';
import { cycleId, partId } from '../inputs/result';
import { nameOfCycle, requireCycle } from '../services/cycles';
import { figurePartsOf, requireFigurePart } from '../services/figure-part';

const PAGE = 50;

/**
 * People of a cycle with what was entered about them for a part, page by page.
 * @throws AppError NOT_FOUND, also for a cycle without such a part
 */
export const listFigures = employeeAction<AppraisalResultsContract['figures']>({
  input: strictObject({ cycleId, partId: optional(partId), after: optional(employeeId) }),
  allow: can('update', 'AppraisalCycles'),
  async run({ input: { cycleId: id, partId: wanted, after = '' } }) {
    const cycle = await requireCycle(id);
    const part = requireFigurePart(cycle, wanted);
    const [people, page, entered] = await Promise.all([
      countAppraisalPeople(id),
      findAppraisalPeopleAfter(id, after, PAGE),
      countFigures(id, part.id),
    ]);
    const ids = page.map(({ person }) => person.id);
    const found = await findFigures(id, part.id, ids);
    const byId = new Map(found.map((each) => [each.employeeId, each]));
    return {
      cycle: nameOfCycle(cycle),
      parts: figurePartsOf(cycle).map(({ id: each, name, share }) => ({ id: each, name, share })),
      partId: part.id,
      ...{ people, entered },
      rows: page.map(({ person }) => ({ person, figure: figureOf(byId.get(person.id)) })),
      next: page.length === PAGE ? (ids.at(-1) ?? null) : null,
    };
  },
});

const figureOf = (stored: StoredFigure | undefined): FigureOf | null =>
  stored
    ? {
        value: stored.value,
        target: stored.target,
        better: stored.better,
        source: stored.source,
        on: stored.on,
      }
    : null;
