import type { Day, Instant, Minutes } from '#contracts/common';
import type { AccountSpan } from '../../accounts/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import type { CreditOf } from './credit-of';
import { atClaim, countingPunches, needsApproval, type PunchedDay } from './punch';
import { shownMinute } from './punctuality';
import { effectivePunches } from './requested-day';

interface Person {
  /** With the days before and after those of the spans. */
  readonly stored: ReadonlyMap<Day, PunchedDay>;
  readonly spans: readonly AccountSpan[];
  /** See `AttendanceSettings`. */
  readonly latestEnd: Minutes;
  readonly now: number;
}

/**
 * What of approved overtime is credited: by the rule of its request the lesser of what was approved and punched, or
 * all of it. Corrections count as punches. Overtime on a business trip is credited as approved, because nobody
 * punches there.
 */
export function overtimeCredits({ stored, spans, latestEnd, now }: Person): CreditOf {
  const trips = spans.filter(({ kind, state }) => kind === 'trip' && state === 'approved');
  return (span) => {
    const approved = span.minutes;
    const punched = trips.some((trip) => isOnTrip(span.day, trip))
      ? approved
      : Math.min(approved, punchedMinutes(span, stored, spans));
    // Whoever is still there may clock out until the day is over for good.
    if (now < span.to || (punched < approved && now < span.to + latestEnd * 60_000)) return null;
    return { approved, punched, credited: span.credit === 'lesser' ? punched : approved };
  };
}

const isOnTrip = (day: Day, { from, to }: AccountSpan): boolean =>
  dayOf(from) <= day && day <= dayOf((to - 1) as Instant);

/**
 * Days in order, with the one before and the one after: punches of overtime after midnight belong to the day before,
 * those of overtime before an early shift to the day after.
 */
export function withNeighbours(days: readonly Day[]): readonly Day[] {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [addDays(first, -1), ...days, addDays(last, 1)] : days;
}

function punchedMinutes(
  { day, from, to, pauses = [] }: AccountSpan,
  stored: Person['stored'],
  spans: readonly AccountSpan[],
): Minutes {
  const overlaps = withNeighbours([day]).map((each) => {
    const standing = effectivePunches(each, stored.get(each)?.punches ?? [], spans);
    const punches = standing.filter((punch) => !needsApproval(punch)).map(atClaim);
    const { in: first, out: last } = countingPunches(punches);
    if (!first || !last) return 0;
    const [since, until] = [Math.max(from, shownMinute(first.at)), Math.min(to, shownMinute(last.at))];
    // Nobody punches at a break.
    const paused = pauses.map((pause) => Math.min(until, pause.to) - Math.max(since, pause.from));
    return paused.reduce((left, each) => left - Math.max(0, each), until - since);
  });
  return Math.floor(overlaps.reduce((sum, overlap) => sum + Math.max(0, overlap), 0) / 60_000);
}
