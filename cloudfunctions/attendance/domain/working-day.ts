import type { Day, Instant, Minutes } from '#contracts/common';
import type { DayState, Mark, Reason } from '#contracts/day-status';
import type { ShiftTemplate } from '../../schedule/rules';
import { clockOn } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { coverMarks, coversOn, daysOwed } from './covered-day';
import { expectationOf } from './duty';
import { breaksOf, subtractIntervals, totalMinutes } from './expected-time';
import { type PartOfDay, type PartResult, partResult } from './part-of-day';
import { type CountingPunches, countingPunches, type Punch } from './punch';
import { coverReason, punchReasons, reason, shiftReasons } from './reasons';
import { segmentBorder, segmentPlan, segmentPunches } from './segment-punches';

export interface WorkingDayQuestion {
  readonly day: Day;
  readonly shift: ShiftTemplate;
  readonly punches: readonly Punch[];
  readonly covers: readonly Cover[];
  readonly now: number;
  /** End of the attendance day (exclusive): from then on, missing punches are reported. */
  readonly closesAt: Instant;
}

export interface DayResult {
  readonly state: DayState;
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  readonly workedMinutes: Minutes;
}

/** The result of one working day: marks, state and reasons. */
export function workingDay(question: WorkingDayQuestion): DayResult {
  const { day, shift, punches } = question;
  const parts = partsOf(question);
  const results = parts.map(partResult);
  const covers = coversOn(day, shift, question.covers);
  const open = openState(day, results);
  const marks = [
    ...results.flatMap((result) => result.marks),
    ...absentMarks(parts, results, daysOwed(parts, covers)),
    ...results.flatMap(({ missing }) => missing),
    ...coverMarks(day, shift, covers),
    ...parts.flatMap(({ counting }) => evidenceMarks([counting.in, counting.out])),
  ];
  const worked = sum(parts.map((part) => workedMinutes(day, part.shift, part.counting)));
  const reasons = [
    ...shiftReasons(shift),
    ...covers.map((cover) => coverReason(day, cover)),
    ...results.flatMap((result) => result.reasons),
    ...punchReasons(day, punches),
    ...(worked > 0 ? [reason('WORKED', { minutes: worked })] : []),
    ...(open?.reasons ?? []),
  ];
  return { state: stateOf(marks, open?.state ?? null), marks, reasons, workedMinutes: worked };
}

function partsOf({ day, shift, punches, covers, now, closesAt }: WorkingDayQuestion): PartOfDay[] {
  const plan = segmentPlan(day, shift, covers);
  const { segments } = plan;
  const own = segmentPunches(day, shift, punches, covers);
  return segments.map((segment, index) => ({
    day,
    shift: segment,
    segment: segments.length > 1 ? index + 1 : null,
    expected: expectationOf(day, segment, covers),
    covers,
    counting: countingPunches(own[index] ?? []),
    now,
    closesAt: segmentBorder(index, plan) ?? closesAt,
  }));
}

/** `ongoing` while the day is running; before it starts, leave or a trip determines the state. */
function openState(day: Day, results: readonly PartResult[]) {
  const open = results.flatMap((result) => result.open ?? []);
  const [next] = open;
  if (!next) return null;
  const isBetween = results.some((result) => result.open === null && result.reasons.length > 0);
  if (!isBetween && !open.some(({ begun }) => begun)) return { state: 'upcoming' as const, reasons: [] };
  const { endAt } = open.find(({ begun }) => begun) ?? next;
  return { state: 'ongoing' as const, reasons: [reason('STILL_OPEN', { end: clockOn(day, endAt) })] };
}

/** Total absence of all parts: each at most what was owed in it, and `owed` days overall. */
function absentMarks(parts: readonly PartOfDay[], results: readonly PartResult[], owed: number): Mark[] {
  const minutesOf = (absence: PartResult['absence']) =>
    parts.map(({ expected }, index) => (results[index]?.absence === absence ? expected.presenceMinutes : 0));
  const total = sum(parts.map(({ expected }) => expected.presenceMinutes));
  if (total === 0) return [];
  const days =
    (owed * sum(minutesOf('all'))) / total +
    sum(minutesOf('half').map((minutes) => Math.min(0.5, (owed * minutes) / total)));
  return days > 0 ? [{ kind: 'absent', days }] : [];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Marks about the way in which a punch was made. */
export function evidenceMarks(punches: readonly (Punch | null)[]): Mark[] {
  return punches.flatMap((punch): Mark[] => {
    if (!punch) return [];
    const { slot, tappedAt, mode, flags, claim } = punch;
    const late: Mark[] = flags.includes('late-arrival') ? [{ kind: 'late-arrival', slot, tappedAt }] : [];
    const open: Mark[] = claim === 'open' ? [{ kind: 'unconfirmed', slot, tappedAt }] : [];
    return [...(mode === 'field' ? [{ kind: 'field' as const, slot }] : []), ...late, ...open];
  });
}

/** Whole minutes between the counting punches, without breaks. */
export function workedMinutes(
  day: Day,
  shift: ShiftTemplate | null,
  { in: first, out: last }: CountingPunches,
) {
  if (!first || !last || last.at <= first.at) return 0;
  return totalMinutes(
    subtractIntervals([{ from: first.at, to: last.at }], shift ? breaksOf(day, shift) : []),
  );
}

/** By severity, most severe first. */
const SEVERE_STATES = ['absent', 'missing', 'unconfirmed', 'late', 'early'] as const;
const MILD_STATES = ['leave', 'trip', 'field'] as const;

function stateOf(marks: readonly Mark[], open: DayState | null): DayState {
  const has = (kind: Mark['kind']) => marks.some((mark) => mark.kind === kind);
  const bad = SEVERE_STATES.find(has);
  if (bad) return bad;
  const mild = MILD_STATES.find(has);
  if (open === 'upcoming') return mild ?? open;
  return open ?? mild ?? 'normal';
}
