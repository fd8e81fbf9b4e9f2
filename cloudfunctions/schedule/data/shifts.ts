import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import {
  bilingual,
  type Checks,
  dayOrNone,
  figure,
  listOfFigures,
  listOfObjects,
  maybe,
} from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { DatedShift } from '../domain/shift-versions';

/** A document of `shifts`: the shift with its versions, and who changed it. */
export interface StoredShift extends DatedShift {
  readonly history?: readonly Change[];
}

const TEMPLATE: Checks = {
  name: bilingual,
  version: figure,
  start: figure,
  end: figure,
  flexMinutes: figure,
  workdays: listOfFigures,
  lateHalfDayAfter: figure,
  lateAbsentAfter: figure,
  earlyHalfDayAfter: figure,
  earlyAbsentAfter: figure,
  breaks: listOfObjects({ start: figure, end: figure }),
  source: bilingual,
  from: maybe(dayOrNone),
};

/** Days before the last change are worked by an earlier version, so those are checked like the shift itself. */
const shifts = collection<StoredShift>('shifts', { ...TEMPLATE, earlier: maybe(listOfObjects(TEMPLATE)) });
/** Shifts with their history, from the warm cache. */
export const shiftsById = cachedById(shifts);
/** A company has a handful of shifts; more than this are not listed. */
const MAX_SHIFTS = 100;

/** Shifts with their versions, by id, from the warm cache. */
export async function findShifts(
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, DatedShift>> {
  const found = await shiftsById(ids, now);
  return new Map([...found].map(([id, { history: _, ...shift }]) => [id, shift]));
}

/** The current state of all shifts. */
export function findAllShifts(): Promise<StoredShift[]> {
  return shifts.list(({ gt }) => ({ _id: gt('') }), MAX_SHIFTS, [['_id', 'asc']]);
}

export const findShift = (id: string): Promise<StoredShift | null> => shifts.byId(id);

/** Writes a shift with the `put` of a transaction that has read it. */
export const putShift = (put: Put, shift: StoredShift): Promise<void> => put('shifts', shift);
