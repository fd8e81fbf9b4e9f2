import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import {
  day,
  figure,
  figureOrNone,
  listOfObjects,
  listOfTexts,
  maybe,
  objectOf,
  objectOrNone,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import { resultIdOf, type StoredResult } from '../domain/stored-result';
import { boards } from './boards';

export const results = collection<StoredResult>('appraisal_results', {
  cycleId: text,
  boardId: text,
  rev: figure,
  person: objectOf({ id: text, name: text }),
  managerId: textOrNone,
  hiredOn: day,
  inputs: listOfObjects({ part: text, kind: text }),
  score: objectOf({ total: objectOf({ id: text, inputs: listOfObjects({ id: text }) }) }),
  shown: figureOrNone,
  managerPoints: figureOrNone,
  parts: listOfObjects({ id: text }),
  appeal: oneOf('none', 'open', 'closed'),
  appealTo: listOfTexts,
  result: maybe(
    objectOrNone({ versions: listOfObjects({ number: figure }), read: listOfObjects({ version: figure }) }),
  ),
});

export const findResult = (cycleId: string, employeeId: string): Promise<StoredResult | null> =>
  results.byId(resultIdOf(cycleId, employeeId));

/** At most 1,000, in no particular order. */
export const findResults = (cycleId: string, employeeIds: readonly string[]): Promise<StoredResult[]> =>
  results.byIds(employeeIds.map((id) => resultIdOf(cycleId, id)));

/** Results of one person in these cycles, without what they were worked out from. */
export const findOwnResults = (cycleIds: readonly string[], employeeId: string) =>
  results.fieldsByIds(
    LIST_FIELDS,
    cycleIds.map((id) => resultIdOf(id, employeeId)),
  );

/** What lists read: neither inputs nor the tree. */
const LIST_FIELDS = [
  ...(['cycleId', 'boardId', 'person', 'managerId', 'job', 'hiredOn', 'shown', 'managerPoints'] as const),
  ...(['row', 'result', 'appeal', 'parts', 'ungraded', 'rev'] as const),
] as const;
export type ListedResult = Pick<StoredResult, (typeof LIST_FIELDS)[number] | '_id'>;

/** Results of a cycle after one of them, by id, without inputs and trees. */
export const listResultsAfter = (cycleId: string, after: string, limit: number): Promise<ListedResult[]> =>
  results.listFields(
    LIST_FIELDS,
    (_) => ({ cycleId, _id: _.gt(after === '' ? `${cycleId}:` : resultIdOf(cycleId, after)) }),
    limit,
    [['_id', 'asc']],
  );

/** Results of a board, without inputs and trees. */
export const listResultsOfBoard = (boardId: string, limit: number): Promise<ListedResult[]> =>
  results.listFields(LIST_FIELDS, () => ({ boardId }), limit, [['_id', 'asc']]);

/** Open appeals, of everybody or those that a manager may decide. */
export const findOpenAppeals = (managerId: string | null, limit: number): Promise<ListedResult[]> =>
  results.listFields(
    LIST_FIELDS,
    () => (managerId === null ? { appeal: 'open' } : { appealTo: managerId }),
    limit,
  );

/** Results of people in a cycle, without inputs and trees. */
export const listResultsOf = (cycleId: string, employeeIds: readonly string[]): Promise<ListedResult[]> =>
  results.fieldsByIds(
    LIST_FIELDS,
    employeeIds.map((id) => resultIdOf(cycleId, id)),
  );

/** Adds results that are not there yet. */
export const addResults = (found: readonly StoredResult[]): Promise<void> => results.addMissing(found);

/** Changes a result at the revision that was read. @returns whether it did */
export async function replaceResult(
  { _id, rev }: Pick<StoredResult, '_id' | 'rev'>,
  change: Partial<Omit<StoredResult, '_id' | 'rev'>>,
): Promise<boolean> {
  const changed = await results.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...change, rev: rev + 1 }),
  );
  return changed === 1;
}

/** A result with its board, as they are now: one call. @returns null without either */
export const findResultAndBoard = (cycleId: string, employeeId: string) =>
  results.byIdWith(resultIdOf(cycleId, employeeId), 'boardId', boards);

/** Writes a result with the `put` of a transaction that has read it. */
export const putResult = (put: Put, result: StoredResult): Promise<void> => put('appraisal_results', result);
