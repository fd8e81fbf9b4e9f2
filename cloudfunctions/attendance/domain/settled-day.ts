import type { Day, Minutes } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { AccountSpan } from '../../accounts/rules';
import type { Schedule, ShiftTemplate } from '../../schedule/rules';
import { midnight } from '../../shared/calendar/company-time';
import type { AttendanceDay } from './attendance-day';
import { dayReport, workOf } from './day-report';
import { type DayFigures, figuresOf } from './month-totals';
import { countingPunches, needsApproval, type Punch } from './punch';
import { spansAbout } from './requested-day';

/** What a settlement keeps of one day. */
export interface SettledDay {
  readonly state: DayState;
  readonly workedMinutes: Minutes;
  readonly figures: DayFigures;
  /** The rule that decided the day. */
  readonly rule: { readonly id: string; readonly version: number };
}

/** Days that are alike, by what they have in common and then by the times of their punches. */
const known = new Map<string, Map<number, SettledDay>>();
let count = 0;
const MAX_ENTRIES = 100_000;

/**
 * One day as a settlement keeps it: what `dayReport` says of it, less the explanation. Most days of a company are
 * alike: same shift, same kind of day, nothing asked for, and punches at the same minutes. Of those only the first
 * is worked out, and the others are as it was.
 */
export function settledDay(
  day: Day,
  plan: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[],
): SettledDay {
  const times = timesOf(day, plan, stored, now, spans);
  if (times === null) return explained(day, plan, stored, now, spans);
  const alike = daysLike(likenessOf(day, plan, stored));
  const before = alike.get(times);
  if (before) return before;
  const settled = explained(day, plan, stored, now, spans);
  alike.set(times, settled);
  count += 1;
  return settled;
}

function explained(...of: Parameters<typeof settledDay>): SettledDay {
  const report = dayReport(...of);
  const { state, workedMinutes, rule } = report;
  const { id, version } = rule;
  return { state, workedMinutes, figures: figuresOf(report), rule: { id, version } };
}

/** All but the punches that a plain day's outcome depends on. */
interface Likeness {
  readonly year: string;
  readonly kind: string;
  readonly roster: string | null;
  readonly employed: boolean;
  readonly shift: ShiftTemplate | null;
}

function likenessOf(day: Day, plan: Schedule, stored: AttendanceDay | null): Likeness {
  return {
    year: day.slice(0, 4),
    kind: plan.kindOn(day).kind,
    roster: plan.rosterOn(day),
    employed: plan.employedOn(day),
    shift: shiftOf(day, plan, stored),
  };
}

/** A day is most often like the one that was asked for before: that is seen without making a text. */
let latest: { readonly like: Likeness; readonly days: Map<number, SettledDay> } | null = null;

function daysLike(like: Likeness): Map<number, SettledDay> {
  if (count >= MAX_ENTRIES) {
    known.clear();
    latest = null;
    count = 0;
  }
  if (latest && isSame(latest.like, like)) return latest.days;
  const name = nameOf(like);
  const days = known.get(name) ?? new Map<number, SettledDay>();
  known.set(name, days);
  latest = { like, days };
  return days;
}

/** A shift with its version is one and the same shift. */
function nameOf({ year, kind, roster, employed, shift }: Likeness): string {
  const planned = shift ? `${shift._id}@${shift.version}` : '';
  return `${year} ${kind} ${roster ?? ''} ${employed ? 'employed' : ''} ${planned}`;
}

const isSame = (one: Likeness, other: Likeness): boolean =>
  one.shift === other.shift &&
  one.kind === other.kind &&
  one.roster === other.roster &&
  one.employed === other.employed &&
  one.year === other.year;

const shiftOf = (day: Day, plan: Schedule, stored: AttendanceDay | null): ShiftTemplate | null =>
  stored?.shift ?? plan.shiftOn(day);

const TWO_DAYS = 2 * 86_400_000;

/**
 * The punches of a plain day as one number; null if the day is not plain. Plain is a day that is over for any shift,
 * without requests, covers, segments or punches that count differently from when they were booked.
 */
function timesOf(
  day: Day,
  plan: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[],
): number | null {
  const start = midnight(day);
  if (now < start + TWO_DAYS) return null;
  if (spans.length > 0 && spansAbout(day, workOf(day, plan, stored), spans).length > 0) return null;
  if (stored === null) return 0;
  if (stored.covers.length > 0 || stored.punches.some(countsDifferently)) return null;
  if (shiftOf(day, plan, stored)?.breaks.some(({ punched }) => punched)) return null;
  const { in: first, out: last } = countingPunches(stored.punches);
  const [from, to] = [codeOf(first, start), codeOf(last, start)];
  if (from === null || to === null) return null;
  const isLaterInMinute = first && last && within(last.at) >= within(first.at) ? 1 : 0;
  return (from * CODES + to) * 2 + isLaterInMinute;
}

const countsDifferently = (punch: Punch): boolean =>
  needsApproval(punch) || punch.flags.includes('late-arrival');

const MINUTE = 60_000;
/** Midnights are whole minutes, so that this is the same from any of them. */
const within = (instant: number): number => instant - Math.floor(instant / MINUTE) * MINUTE;
/** A punch of an attendance day lies at most a day before its midnight and two days after it. */
const EARLIEST = -1_440;
const LATEST = 2_880;
const CODES = (LATEST - EARLIEST) * 4 + 1;

/**
 * The minute of a punch, whether it was in the middle of it, and whether it was in the field. Breaks begin and end
 * on whole minutes, and late and early are counted in them: nothing else of the seconds matters, but which of the
 * two punches has more of them.
 */
function codeOf(punch: Punch | null, start: number): number | null {
  if (!punch) return 0;
  const minute = Math.floor((punch.at - start) / MINUTE);
  if (minute < EARLIEST || minute >= LATEST) return null;
  const inside = within(punch.at) === 0 ? 0 : 1;
  return ((minute - EARLIEST) * 2 + inside) * 2 + (punch.mode === 'field' ? 1 : 0) + 1;
}
