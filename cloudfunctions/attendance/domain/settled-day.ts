import type { Day, Minutes } from '#contracts/common';
import type { DayState, Mark } from '#contracts/day-status';
import type { OpenPunch } from '#contracts/settlement';
import type { AccountSpan } from '../../accounts/rules';
import type { Schedule, ShiftTemplate } from '../../schedule/rules';
import { midnight } from '../../shared/calendar/company-time';
import type { AttendanceDay } from './attendance-day';
import { dayReport } from './day-report';
import { type DayFigures, figuresOf } from './month-totals';
import { countingPunches, needsApproval, type Punch } from './punch';
import { spansOfDay } from './requested-day';
import { shiftOfDay, workOf } from './work-of';

/** The settled result of one day. */
export interface SettledDay {
  readonly state: DayState;
  readonly workedMinutes: Minutes;
  readonly figures: DayFigures;
  /** Punches that are missing or unconfirmed. */
  readonly open: readonly Omit<OpenPunch, 'day'>[];
  /** The rule that applied to the day. */
  readonly rule: { readonly id: string; readonly version: number };
}

/** Cached results, by cache key and then by the code of the punches. */
const cache = new Map<string, Map<number, SettledDay>>();
let cachedCount = 0;
const MAX_ENTRIES = 100_000;

/**
 * The settled result of one day: that of `dayReport` without its explanation. Cached, because most days of a
 * company are equal: same shift, same kind of day, no requests, and punches at the same minutes.
 */
export function settledDay(
  day: Day,
  plan: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[],
  latestEnd?: Minutes,
): SettledDay {
  const code = punchCode(day, plan, stored, now, spans);
  if (code === null) return computeDay(day, plan, stored, now, spans, latestEnd);
  const bucket = bucketOf(cacheKeyOf(day, plan, stored));
  const before = bucket.get(code);
  if (before) return before;
  const settled = computeDay(day, plan, stored, now, spans, latestEnd);
  bucket.set(code, settled);
  cachedCount += 1;
  return settled;
}

function computeDay(...of: Parameters<typeof settledDay>): SettledDay {
  const report = dayReport(...of);
  const { state, workedMinutes, rule } = report;
  const { id, version } = rule;
  return {
    state,
    workedMinutes,
    figures: figuresOf(report),
    open: openOf(report.marks),
    rule: { id, version },
  };
}

const openOf = (marks: readonly Mark[]): SettledDay['open'] =>
  marks.flatMap((mark) =>
    mark.kind === 'missing' || mark.kind === 'unconfirmed' ? [{ kind: mark.kind, slot: mark.slot }] : [],
  );

/** Everything except the punches that the result of a plain day depends on. */
interface CacheKey {
  readonly year: string;
  readonly kind: string;
  readonly roster: string | null;
  readonly employed: boolean;
  readonly shift: ShiftTemplate | null;
}

function cacheKeyOf(day: Day, plan: Schedule, stored: AttendanceDay | null): CacheKey {
  return {
    year: day.slice(0, 4),
    kind: plan.kindOn(day).kind,
    roster: plan.rosterOn(day),
    employed: plan.employedOn(day),
    shift: shiftOfDay(day, plan, stored),
  };
}

/** The bucket of the previous call, which most often matches; saves building the text key. */
let lastBucket: { readonly like: CacheKey; readonly days: Map<number, SettledDay> } | null = null;

function bucketOf(like: CacheKey): Map<number, SettledDay> {
  if (cachedCount >= MAX_ENTRIES) {
    cache.clear();
    lastBucket = null;
    cachedCount = 0;
  }
  if (lastBucket && isSame(lastBucket.like, like)) return lastBucket.days;
  const name = keyText(like);
  const days = cache.get(name) ?? new Map<number, SettledDay>();
  cache.set(name, days);
  lastBucket = { like, days };
  return days;
}

/** A shift id with its version identifies a shift. */
function keyText({ year, kind, roster, employed, shift }: CacheKey): string {
  const planned = shift ? `${shift._id}@${shift.version}` : '';
  return `${year} ${kind} ${roster ?? ''} ${employed ? 'employed' : ''} ${planned}`;
}

const isSame = (one: CacheKey, other: CacheKey): boolean =>
  one.shift === other.shift &&
  one.kind === other.kind &&
  one.roster === other.roster &&
  one.employed === other.employed &&
  one.year === other.year;

const TWO_DAYS = 2 * 86_400_000;

/**
 * The punches of a plain day as one number; null if the day is not plain. A plain day is over for any shift and
 * has no requests, covers, segments, or punches that count at a time other than the recorded one.
 */
function punchCode(
  day: Day,
  plan: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[],
): number | null {
  const start = midnight(day);
  if (now < start + TWO_DAYS) return null;
  if (spans.length > 0 && spansOfDay(day, workOf(day, plan, stored), spans).length > 0) return null;
  if (stored === null) return 0;
  if (stored.covers.length > 0 || stored.punches.some(countsDifferently)) return null;
  if (shiftOfDay(day, plan, stored)?.breaks.some(({ punched }) => punched)) return null;
  const { in: first, out: last } = countingPunches(stored.punches);
  const [from, to] = [codeOf(first, start), codeOf(last, start)];
  if (from === null || to === null) return null;
  const isLaterInMinute = first && last && millisOfMinute(last.at) >= millisOfMinute(first.at) ? 1 : 0;
  return (from * CODES + to) * 2 + isLaterInMinute;
}

const countsDifferently = (punch: Punch): boolean =>
  needsApproval(punch) || punch.flags.includes('late-arrival');

const MINUTE = 60_000;
/** Every midnight is a whole minute, so this is independent of the day. */
const millisOfMinute = (instant: number): number => instant - Math.floor(instant / MINUTE) * MINUTE;
/** A punch of an attendance day is at most one day before its midnight and two days after it, minutes. */
const EARLIEST = -1_440;
const LATEST = 2_880;
const CODES = (LATEST - EARLIEST) * 4 + 1;

/**
 * Encodes the minute of a punch, whether it has a fraction, and whether it was in the field. Breaks start and
 * end on whole minutes, and lateness and early leave are counted in whole minutes, so of the seconds only the
 * order of the two fractions matters.
 */
function codeOf(punch: Punch | null, start: number): number | null {
  if (!punch) return 0;
  const minute = Math.floor((punch.at - start) / MINUTE);
  if (minute < EARLIEST || minute >= LATEST) return null;
  const inside = millisOfMinute(punch.at) === 0 ? 0 : 1;
  return ((minute - EARLIEST) * 2 + inside) * 2 + (punch.mode === 'field' ? 1 : 0) + 1;
}
