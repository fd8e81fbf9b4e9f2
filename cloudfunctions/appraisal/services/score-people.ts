import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import { findAppraisalPeopleAfter } from '../../appraisal-cycles/public';
import { inParallel } from '../../shared/data/in-parallel';
import { isolated } from '../../shared/faults/isolated';
import { addBoards } from '../data/boards';
import { addResults, findResults, replaceResult } from '../data/results';
import { boardsOf, scoredResult } from '../domain/scored-result';
import type { StoredResult } from '../domain/stored-result';
import { EVIDENCE_PAGE, evidenceOf } from './inputs-of';

const LANES = 10;

/**
 * Scores the people of a closing cycle who come after one of them. The same people again write nothing unless what they
 * are scored by has changed.
 * @returns the last of them, '' behind the last page, and how many results were written
 */
export async function scorePeople(
  cycle: AppraisalCycle,
  after: string,
): Promise<{ readonly last: string; readonly written: number }> {
  const people = await findAppraisalPeopleAfter(cycle._id, after, EVIDENCE_PAGE);
  if (people.length === 0) return { last: '', written: 0 };
  const written = await saveResults(await scored(cycle, people));
  await addBoards(boardsOf(cycle._id, people));
  return { last: people.at(-1)?.person.id ?? '', written };
}

async function scored(cycle: AppraisalCycle, people: readonly AppraisalPerson[]): Promise<StoredResult[]> {
  const evidence = await evidenceOf(cycle, people);
  return people.flatMap((person) => {
    const about = { collection: 'appraisal_people', document: person._id };
    return isolated(about, () => scoredResult(cycle, person, evidence.get(person.person.id))) ?? [];
  });
}

async function saveResults(found: readonly StoredResult[]): Promise<number> {
  const [first] = found;
  if (!first) return 0;
  const known = await findResults(
    first.cycleId,
    found.map(({ person }) => person.id),
  );
  const stored = new Map(known.map((result) => [result._id, result]));
  const added = found.filter(({ _id }) => !stored.has(_id));
  await addResults(added);
  const changed = found.flatMap((result) => {
    const before = stored.get(result._id);
    return before && !isSame(before, result) ? [{ before, result }] : [];
  });
  await inParallel(changed, LANES, ({ before, result: { _id, rev, ...fields } }) =>
    replaceResult(before, fields),
  );
  return added.length + changed.length;
}

/** What was scored is a function of its inputs and of who the person was at the start. */
const isSame = (one: StoredResult, other: StoredResult): boolean => textOf(one) === textOf(other);
const textOf = ({ inputs, score }: StoredResult): string => JSON.stringify([inputs, score], sortedKeys);

/** Databases keep no order of keys. */
const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
