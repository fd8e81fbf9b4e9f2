import type { CycleBrief } from '#contracts/goal';
import { cyclesById } from './data/cycles';
import { findSheetsByIds } from './data/sheets';
import { type AppraisalSheet, appraisalSheet } from './domain/appraisal-sheet';
import { briefOf } from './domain/cycle';
import { sheetIdOf } from './domain/sheet';

/** The interface for other features. */

export type { AppraisalLine, AppraisalSheet } from './domain/appraisal-sheet';
export { findRaterGoals } from './services/rater-goals';

/** People in one call. */
const MAX_PEOPLE = 100;

/**
 * The sheets of people in a cycle, by employee: one read. Who has none is not in the map.
 * @throws RangeError for more than a hundred people
 */
export async function findSheetsForAppraisal(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, AppraisalSheet>> {
  if (employeeIds.length > MAX_PEOPLE) throw new RangeError('Too many people in one call');
  const ids = employeeIds.map((id) => sheetIdOf(cycleId, { kind: 'person', id }));
  const found = await findSheetsByIds(ids);
  return new Map(
    found.flatMap((sheet) =>
      sheet.owner.kind === 'person' ? [[sheet.owner.id, appraisalSheet(sheet)]] : [],
    ),
  );
}

/** Sheets that can be read in one call. */
const MAX_SHEETS = 1_000;

/**
 * The sheets of these people in these cycles, those that there are: one read.
 * @throws RangeError for more than a thousand
 */
export async function findSheetsIn(
  cycleIds: readonly string[],
  employeeIds: readonly string[],
): Promise<readonly AppraisalSheet[]> {
  const ids = cycleIds.flatMap((cycleId) =>
    employeeIds.map((id) => sheetIdOf(cycleId, { kind: 'person', id })),
  );
  if (ids.length > MAX_SHEETS) throw new RangeError('Too many sheets in one call');
  return (await findSheetsByIds(ids)).map(appraisalSheet);
}

/** Cycles of goals by id, from the warm cache. */
export async function findGoalCycles(
  cycleIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, CycleBrief>> {
  const found = await cyclesById(cycleIds, now);
  return new Map([...found].map(([id, cycle]) => [id, briefOf(cycle)]));
}
