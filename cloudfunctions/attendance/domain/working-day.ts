import type { DayState, Mark, Reason } from '../../../typings/contracts/attendance';
import type { Day, Instant, Minutes } from '../../../typings/contracts/common';
import { clockOn } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { breaksOf, type ExpectedTime, expectedTime, lengthOf, without } from './expected-time';
import { countingPunches, type Punch } from './punch';
import { earliness, flexOf, flexReasons, lateness, type Punctuality } from './punctuality';
import { coverReason, lateArrivalReasons, reason, shiftReason } from './reasons';
import type { ShiftTemplate } from './shift';

export interface WorkingDayQuestion {
  readonly day: Day;
  readonly shift: ShiftTemplate;
  readonly punches: readonly Punch[];
  readonly covers: readonly Cover[];
  readonly now: number;
  /** First moment after the attendance day: what is missing then is missing. */
  readonly closesAt: Instant;
}

export interface DayResult {
  readonly state: DayState;
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  readonly workedMinutes: Minutes;
}

/** One day on which the person has to work: its marks, its state and how they were worked out. */
export function workingDay(question: WorkingDayQuestion): DayResult {
  const { day, shift, punches } = question;
  const expected = expectedTime(day, shift, question.covers);
  const covers = question.covers.filter((cover) => touches(day, shift, cover));
  const counting = countingPunches(punches);
  const verdict = expected.presence
    ? presentDay(question, { ...expected, presence: expected.presence }, counting)
    : { marks: [], reasons: [], open: null };
  const marks = [
    ...verdict.marks,
    ...coverMarks(day, shift, covers),
    ...evidenceMarks([counting.in, counting.out]),
  ];
  const worked = workedMinutes(day, shift, counting);
  const reasons = [
    shiftReason(shift),
    ...covers.map((cover) => coverReason(day, cover)),
    ...verdict.reasons,
    ...lateArrivalReasons(day, punches),
    ...(worked > 0 ? [reason('WORKED', { minutes: worked })] : []),
    ...(verdict.open?.reasons ?? []),
  ];
  return { state: stateOf(marks, verdict.open?.state ?? null), marks, reasons, workedMinutes: worked };
}

interface Verdict {
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  /** While the outcome is not settled: what the day is called, and why. */
  readonly open: { readonly state: DayState; readonly reasons: readonly Reason[] } | null;
}

type Counting = ReturnType<typeof countingPunches>;
type PartlyExpected = ExpectedTime & { presence: NonNullable<ExpectedTime['presence']> };

/** A day with at least a part that no leave or trip covers. */
function presentDay(question: WorkingDayQuestion, expected: PartlyExpected, counting: Counting): Verdict {
  const { day, shift, now, closesAt } = question;
  const { startAt } = expected.presence;
  const flex = flexOf(day, shift, expected, counting.in);
  // Until the end that is owed, whoever left may come back.
  const settled = now >= closesAt || (counting.in && counting.out && now >= flex.endAt);
  const late = counting.in ? lateness(day, shift, startAt, flex.flex, counting.in) : null;
  const early = counting.out && settled ? earliness(day, shift, flex.endAt, counting.out) : null;
  const gaps = now >= closesAt ? missing(counting, expected) : { marks: [], reasons: [] };
  const onTime = counting.in && (late?.marks.length ?? 0) + (early?.marks.length ?? 0) === 0;
  return {
    marks: [
      ...(late?.marks ?? []),
      ...(early?.marks ?? []),
      ...absentMarks([late, early], expected),
      ...gaps.marks,
    ],
    reasons: [
      ...(counting.in ? [reason('IN', { at: clockOn(day, counting.in.at) })] : []),
      ...(late?.reasons ?? []),
      ...flexReasons(day, flex.used, flex.endAt),
      ...(counting.out ? [reason('OUT', { at: clockOn(day, counting.out.at) })] : []),
      ...(early?.reasons ?? []),
      ...(onTime ? [reason('ON_TIME')] : []),
      ...gaps.reasons,
    ],
    open: settled ? null : openState(day, now, startAt, flex.endAt, counting),
  };
}

/** A day that is still running is called so; before it starts, leave or a trip gives it its name. */
function openState(day: Day, now: number, startAt: Instant, endAt: Instant, counting: Counting) {
  const begun = now >= startAt || counting.in !== null || counting.out !== null;
  return {
    state: begun ? ('ongoing' as const) : ('upcoming' as const),
    reasons: begun ? [reason('STILL_OPEN', { end: clockOn(day, endAt) })] : [],
  };
}

/** What is missing once the day is over. No punch at all is absence, for the part without leave or trip. */
function missing(counting: Counting, expected: ExpectedTime): { marks: Mark[]; reasons: Reason[] } {
  if (counting.in && counting.out) return { marks: [], reasons: [] };
  if (counting.in) return { marks: [{ kind: 'missing', slot: 'out' }], reasons: [reason('MISSING_OUT')] };
  if (counting.out) return { marks: [{ kind: 'missing', slot: 'in' }], reasons: [reason('MISSING_IN')] };
  return { marks: [{ kind: 'absent', days: most(expected) }], reasons: [reason('NO_PUNCH')] };
}

/** Late and early beyond the thresholds, together, at most the part of the day that was owed. */
function absentMarks(sides: readonly (Punctuality | null)[], expected: ExpectedTime): Mark[] {
  const days = sides.reduce((sum, side) => sum + (side?.absentDays ?? 0), 0);
  if (days === 0) return [];
  return [{ kind: 'absent', days: days >= 1 ? most(expected) : 0.5 }];
}

function most({ presenceMinutes, shiftMinutes }: ExpectedTime): 0.5 | 1 {
  return presenceMinutes < shiftMinutes ? 0.5 : 1;
}

function touches(day: Day, shift: ShiftTemplate, cover: Cover): boolean {
  const { presenceMinutes, shiftMinutes } = expectedTime(day, shift, [cover]);
  return presenceMinutes < shiftMinutes;
}

/** A cover of the whole shift is a day, of a part half a day; together at most one day. */
function coverMarks(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): Mark[] {
  let left = 1;
  return covers.flatMap((cover): Mark[] => {
    const days = Math.min(left, expectedTime(day, shift, [cover]).presence ? 0.5 : 1);
    left -= days;
    return days === 0.5 || days === 1 ? [{ kind: cover.kind, name: cover.name, days }] : [];
  });
}

/** Marks about how a punch was made. */
export function evidenceMarks(punches: readonly (Punch | null)[]): Mark[] {
  return punches.flatMap((punch): Mark[] => {
    if (!punch) return [];
    const { slot, tappedAt, mode, flags } = punch;
    const late: Mark[] = flags.includes('late-arrival') ? [{ kind: 'late-arrival', slot, tappedAt }] : [];
    return mode === 'field' ? [{ kind: 'field', slot }, ...late] : late;
  });
}

/** Whole minutes between the counting punches, without breaks. */
export function workedMinutes(day: Day, shift: ShiftTemplate | null, { in: first, out: last }: Counting) {
  if (!first || !last || last.at <= first.at) return 0;
  return lengthOf(without([{ from: first.at, to: last.at }], shift ? breaksOf(day, shift) : []));
}

/** From the worst to the mildest. */
const SETTLED_FIRST = ['absent', 'missing', 'late', 'early'] as const;
const SETTLED_LAST = ['leave', 'trip', 'field'] as const;

function stateOf(marks: readonly Mark[], open: DayState | null): DayState {
  const has = (kind: Mark['kind']) => marks.some((mark) => mark.kind === kind);
  const bad = SETTLED_FIRST.find(has);
  if (bad) return bad;
  const mild = SETTLED_LAST.find(has);
  if (open === 'upcoming') return mild ?? open;
  return open ?? mild ?? 'normal';
}
