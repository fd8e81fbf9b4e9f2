import type { FigureEntry } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { outsideStandings } from './outside-standings';
import type { CheckIn, Sheet } from './sheet';
import { measuresOf, withCheckIns } from './standings';

/** Check-ins that are kept in the sheet, where they can be taken back. */
const MAX_LOG = 120;
/** How many leave it at once when it is full. */
const PAGE = 60;

export interface LogChange extends Pick<Sheet, 'log' | 'base' | 'archived' | 'outside'> {
  /** Check-ins that have left the log, to be kept apart; empty if none has. */
  readonly page: readonly CheckIn[];
}

/** Ids that are remembered of what has left the log. */
const MAX_ARCHIVED = 240;

/**
 * Books a check-in. A daily report stands in for the one of the same day, in its place; the same check-in again changes
 * nothing.
 * @returns null if it is booked already
 * @throws AppError CHECK_IN_KEY_REUSED for other figures by the same key, REPORT_DAY_INVALID for a day before the log
 */
export function withCheckIn(
  sheet: Pick<Sheet, 'objectives' | 'log' | 'base' | 'archived' | 'outside'>,
  checkIn: CheckIn,
): LogChange | null {
  if (sheet.archived.includes(checkIn.id)) return null;
  if (sheet.log.some(({ replaces }) => replaces?.includes(checkIn.id))) return null;
  const same = sheet.log.find(({ id }) => id === checkIn.id);
  if (same && contentOf(same) !== contentOf(checkIn)) throw new AppError('CHECK_IN_KEY_REUSED', {});
  if (same) return null;
  const [first] = sheet.log;
  // What is of a day before the log could not be corrected or recognized there.
  if (first && sheet.archived.length > 0 && checkIn.day < first.day)
    throw new AppError('REPORT_DAY_INVALID', { from: first.day, to: sheet.log.at(-1)?.day ?? first.day });
  const before = sheet.log.find((each) => isReportOfDay(each, checkIn));
  const log = before
    ? sheet.log.map((each) => (each === before ? inPlaceOf(before, checkIn) : each))
    : inserted(sheet.log, checkIn);
  return trimmed(sheet, log);
}

/** What a person has sent, by somebody. */
const contentOf = ({ by, source, entries, confidence, note, text, files }: CheckIn): string =>
  JSON.stringify([by.id, source, entries.map(valuesOf), confidence, note, text, files]);

/** In one order: a database may answer fields in another one. */
const valuesOf = ({ keyResultId, mode, value, done, words, known }: FigureEntry) => [
  ...[keyResultId, mode, value, done, words, known],
];

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

function trimmed(
  sheet: Pick<Sheet, 'objectives' | 'base' | 'archived' | 'outside'>,
  log: readonly CheckIn[],
): LogChange {
  const { objectives, base, archived, outside } = sheet;
  if (log.length <= MAX_LOG) return { log, base, archived, page: [], ...(outside && { outside }) };
  const page = log.slice(0, PAGE);
  const ids = page.flatMap(({ id, replaces = [] }) => [id, ...replaces]);
  return {
    log: log.slice(PAGE),
    base: withCheckIns(base, page, measuresOf(objectives)),
    outside: outsideStandings({ ...sheet, log: page }),
    archived: [...archived, ...ids].slice(-MAX_ARCHIVED),
    page,
  };
}

/** The log without a check-in, which stays visible; null if there is none that can be taken back. */
export function withoutCheckIn(log: readonly CheckIn[], id: string): readonly CheckIn[] | null {
  const found = log.find((each) => each.id === id);
  if (!found) return null;
  return found.undone ? log : log.map((each) => (each === found ? { ...each, undone: true } : each));
}
