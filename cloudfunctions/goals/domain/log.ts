import type { Standing } from '#contracts/goal';
import type { CheckIn, Sheet } from './sheet';
import { withCheckIns } from './standings';

/** Check-ins that are kept in the sheet, where they can be taken back. */
const MAX_LOG = 120;
/** How many leave it at once when it is full. */
const PAGE = 60;

export interface LogChange extends Pick<Sheet, 'log' | 'base'> {
  /** Check-ins that have left the log, to be kept apart; empty if none has. */
  readonly archived: readonly CheckIn[];
}

/**
 * Books a check-in. A daily report stands in for the one of the same day, in its place; the same check-in again changes
 * nothing.
 * @returns null if it is booked already
 */
export function withCheckIn(
  sheet: Pick<Sheet, 'objectives' | 'log' | 'base'>,
  checkIn: CheckIn,
): LogChange | null {
  if (sheet.log.some(({ id, replaces }) => id === checkIn.id || replaces?.includes(checkIn.id))) return null;
  const before = sheet.log.find((each) => isReportOfDay(each, checkIn));
  const log = before
    ? sheet.log.map((each) => (each === before ? inPlaceOf(before, checkIn) : each))
    : inserted(sheet.log, checkIn);
  return trimmed(sheet, log);
}

const isReportOfDay = (each: CheckIn, checkIn: CheckIn): boolean =>
  checkIn.source === 'report' && each.source === 'report' && each.day === checkIn.day && !each.undone;

/** Reports of a day whose late retry is still recognized. */
const MAX_REPLACED = 20;

const inPlaceOf = ({ at, id, replaces = [] }: CheckIn, checkIn: CheckIn): CheckIn => ({
  ...checkIn,
  at,
  replaces: [id, ...replaces].slice(0, MAX_REPLACED),
});

/**
 * The log with one more: after what is of its day or before. Within a day people's figures are in the order in which they
 * arrive, whatever the clocks of the instances say, and those of a business system by the time that it names.
 */
function inserted(log: readonly CheckIn[], checkIn: CheckIn): CheckIn[] {
  const isOfPerson = checkIn.source === 'check-in' || checkIn.source === 'report';
  const isBefore = (each: CheckIn) =>
    each.day < checkIn.day || (each.day === checkIn.day && (isOfPerson || each.at <= checkIn.at));
  const at = log.findLastIndex(isBefore) + 1;
  return [...log.slice(0, at), checkIn, ...log.slice(at)];
}

function trimmed(sheet: Pick<Sheet, 'objectives' | 'base'>, log: readonly CheckIn[]): LogChange {
  if (log.length <= MAX_LOG) return { log, base: sheet.base, archived: [] };
  const archived = log.slice(0, PAGE);
  const measures = new Map(
    sheet.objectives.flatMap(({ keyResults }) => keyResults.map(({ id, measure }) => [id, measure] as const)),
  );
  const base: Readonly<Record<string, Standing>> = withCheckIns(sheet.base, archived, measures);
  return { log: log.slice(PAGE), base, archived };
}

/** The log without a check-in, which stays visible; null if there is none that can be taken back. */
export function withoutCheckIn(log: readonly CheckIn[], id: string): readonly CheckIn[] | null {
  const found = log.find((each) => each.id === id);
  if (!found) return null;
  return found.undone ? log : log.map((each) => (each === found ? { ...each, undone: true } : each));
}
