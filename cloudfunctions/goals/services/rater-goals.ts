import type { Day, Instant } from '#contracts/common';
import type { EvidenceGoals } from '#contracts/review-evidence';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findSheetWithPages } from '../data/check-in-pages';
import { findSheetsByIds } from '../data/sheets';
import { type Sheet, sheetIdOf } from '../domain/sheet';
import { evidenceGoals, weeksOf } from '../domain/weeks';
import { type Access, accessTo } from './access';

/** Of older check-ins: with the log two check-ins on every day of a year. */
const MAX_PAGES = 12;

interface Asked {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What the goals of a person say about the whole of a cycle, as far as `viewer` may see it: titles and progress for everybody,
 * weeks and the closing review for who may see the history. One read; null without goals.
 * @throws AppError NOT_FOUND
 */
export async function findRaterGoals(
  { cycleId, employeeId, from, to }: Asked,
  viewer: Employee,
  now: Instant,
): Promise<EvidenceGoals | null> {
  const owner = { kind: 'person', id: employeeId } as const;
  const access = await accessTo(owner, viewer, now);
  const id = sheetIdOf(cycleId, owner);
  const found = access.canSeeAll ? await findSheetWithPages(id, MAX_PAGES) : await sheetAlone(id);
  if (!found) return null;
  const { sheet, older } = found;
  const open = { ...evidenceGoals(sheet), review: reviewFor(sheet, access, viewer) };
  if (!access.canSeeAll) return { ...open, weeks: null };
  const today = dayOf(now);
  const known = new Map([...older, ...sheet.log].map((each) => [each.id, each]));
  const days = { from, to: today < to ? today : to };
  return { ...open, weeks: weeksOf(sheet, [...known.values()], days, access.canSeeReports) };
}

async function sheetAlone(id: string) {
  const [sheet] = await findSheetsByIds([id]);
  return sheet && { sheet, older: [] };
}

/** For whom the history is, and who confirms or has confirmed it. */
function reviewFor(
  { review, waitsFor }: Sheet,
  { canSeeAll }: Access,
  { _id }: Employee,
): EvidenceGoals['review'] {
  if (!review || !(canSeeAll || waitsFor === _id || review.confirmedBy === _id)) return null;
  const { state, summary, comment } = review;
  return { state, summary, comment };
}
