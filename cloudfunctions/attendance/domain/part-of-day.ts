import type { Day, Instant } from '#contracts/common';
import type { Mark, Reason } from '#contracts/day-status';
import type { ShiftTemplate } from '../../schedule/rules';
import { clockOn } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { dutyOf, type Owed } from './duty';
import type { ExpectedTime } from './expected-time';
import type { CountingPunches } from './punch';
import { earliness, lateness, type Punctuality } from './punctuality';
import { reason } from './reasons';

/** One stretch of a working day with a clock-in and a clock-out of its own: mostly the whole shift. */
export interface PartOfDay {
  readonly day: Day;
  /** The shift, or one segment of it. */
  readonly shift: ShiftTemplate;
  /** From 1; null for a shift of one part. */
  readonly segment: number | null;
  readonly expected: ExpectedTime;
  readonly covers: readonly Cover[];
  readonly counting: CountingPunches;
  readonly now: number;
  /** From here on, what is missing is missing. */
  readonly closesAt: Instant;
}

/** What one part comes to. */
export interface PartResult {
  readonly marks: readonly Mark[];
  readonly missing: readonly Mark[];
  /** Of what is owed in this part, as days: all of it, half a day at most, or nothing. */
  readonly absence: 'all' | 'half' | 'none';
  readonly reasons: readonly Reason[];
  /** While the outcome is not settled. */
  readonly open: { readonly begun: boolean; readonly endAt: Instant } | null;
}

const COVERED: PartResult = { marks: [], missing: [], absence: 'none', reasons: [], open: null };

/** Judges one part by the punches that count. A part that leave or trips cover asks for nothing. */
export function partResult(part: PartOfDay): PartResult {
  const { presence } = part.expected;
  return presence ? presentPart(part, { ...part.expected, presence }) : COVERED;
}

function presentPart(part: PartOfDay, expected: Owed): PartResult {
  const { day, shift, counting, now, closesAt } = part;
  const duty = dutyOf(day, shift, part.covers, expected, counting.in);
  // Until the end that is owed, whoever left may come back.
  const settled = now >= closesAt || (counting.in && counting.out && now >= duty.endAt);
  const late = counting.in ? lateness(day, shift, duty, counting.in) : null;
  const early = counting.out && settled ? earliness(day, shift, duty.endAt, counting.out) : null;
  const gaps = now >= closesAt ? missing(counting) : NO_GAPS;
  const onTime = counting.in && (late?.marks.length ?? 0) + (early?.marks.length ?? 0) === 0;
  return {
    marks: numbered(part, [...(late?.marks ?? []), ...(early?.marks ?? [])]),
    missing: numbered(part, gaps.marks),
    absence: gaps.absent ? 'all' : absenceOf([late, early]),
    reasons: [
      ...segmentReasons(part),
      ...(counting.in ? [reason('IN', { at: clockOn(day, counting.in.at) })] : []),
      ...(late?.reasons ?? []),
      ...duty.reasons,
      ...(counting.out ? [reason('OUT', { at: clockOn(day, counting.out.at) })] : []),
      ...(early?.reasons ?? []),
      ...(onTime ? [reason('ON_TIME')] : []),
      ...gaps.reasons,
    ],
    open: settled ? null : { begun: hasBegun(part, expected), endAt: duty.endAt },
  };
}

function hasBegun({ counting, now }: PartOfDay, { presence }: Owed): boolean {
  return now >= presence.startAt || counting.in !== null || counting.out !== null;
}

function numbered({ segment }: PartOfDay, marks: readonly Mark[]): readonly Mark[] {
  return segment === null ? marks : marks.map((mark) => ({ ...mark, segment }));
}

function segmentReasons({ day, segment, expected: { presence } }: PartOfDay): Reason[] {
  if (segment === null || !presence) return [];
  const { startAt, endAt } = presence;
  return [reason('SEGMENT', { number: segment, start: clockOn(day, startAt), end: clockOn(day, endAt) })];
}

interface Gaps {
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  readonly absent: boolean;
}

const NO_GAPS: Gaps = { marks: [], reasons: [], absent: false };

/** What is missing once the part is over. No punch at all is absence, for what leave and trips do not cover. */
function missing({ in: first, out: last }: CountingPunches): Gaps {
  if (first && last) return NO_GAPS;
  if (!first && !last) return { marks: [], reasons: [reason('NO_PUNCH')], absent: true };
  const slot = first ? 'out' : 'in';
  return {
    marks: [{ kind: 'missing', slot }],
    reasons: [reason(first ? 'MISSING_OUT' : 'MISSING_IN')],
    absent: false,
  };
}

/** Late and early beyond the thresholds, together. */
function absenceOf(sides: readonly (Punctuality | null)[]): PartResult['absence'] {
  const days = sides.reduce((sum, side) => sum + (side?.absentDays ?? 0), 0);
  if (days === 0) return 'none';
  return days >= 1 ? 'all' : 'half';
}
