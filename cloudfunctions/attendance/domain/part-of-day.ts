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

/** A part of a working day with its own clock-in and clock-out; usually the whole shift. */
export interface PartOfDay {
  readonly day: Day;
  /** The shift, or one of its segments. */
  readonly shift: ShiftTemplate;
  /** Starts at 1; null for a shift without segments. */
  readonly segment: number | null;
  readonly expected: ExpectedTime;
  readonly covers: readonly Cover[];
  readonly counting: CountingPunches;
  readonly now: number;
  /** From here on, missing punches are reported. */
  readonly closesAt: Instant;
}

/** The result of one part. */
export interface PartResult {
  readonly marks: readonly Mark[];
  readonly missing: readonly Mark[];
  /** Absence in this part: all of what is owed, at most half a day, or none. */
  readonly absence: 'all' | 'half' | 'none';
  readonly reasons: readonly Reason[];
  /** Set until the result is final. */
  readonly open: { readonly begun: boolean; readonly endAt: Instant } | null;
}

const COVERED: PartResult = { marks: [], missing: [], absence: 'none', reasons: [], open: null };

/** Evaluates a part by its counting punches. A part covered by leave or trips requires nothing. */
export function partResult(part: PartOfDay): PartResult {
  const { presence } = part.expected;
  return presence ? evaluatedPart(part, { ...part.expected, presence }) : COVERED;
}

function evaluatedPart(part: PartOfDay, expected: Owed): PartResult {
  const { day, shift, counting, now, closesAt } = part;
  const duty = dutyOf(day, shift, part.covers, expected, counting.in);
  // Before the required end, a person who left may still come back.
  const settled = now >= closesAt || (counting.in && counting.out && now >= duty.endAt);
  const late = counting.in ? lateness(day, shift, duty, counting.in) : null;
  const early = counting.out && settled ? earliness(day, shift, duty.endAt, counting.out) : null;
  const gaps = now >= closesAt ? missing(counting) : NO_GAPS;
  const onTime = counting.in && (late?.marks.length ?? 0) + (early?.marks.length ?? 0) === 0;
  return {
    marks: withSegment(part, [...(late?.marks ?? []), ...(early?.marks ?? [])]),
    missing: withSegment(part, gaps.marks),
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

function withSegment({ segment }: PartOfDay, marks: readonly Mark[]): readonly Mark[] {
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

/**
 * Missing punches after the end of the part. No punch at all is absence, except where covered by leave and
 * trips.
 */
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

/** Absence from lateness and early leave beyond the thresholds, combined. */
function absenceOf(sides: readonly (Punctuality | null)[]): PartResult['absence'] {
  const days = sides.reduce((sum, side) => sum + (side?.absentDays ?? 0), 0);
  if (days === 0) return 'none';
  return days >= 1 ? 'all' : 'half';
}
