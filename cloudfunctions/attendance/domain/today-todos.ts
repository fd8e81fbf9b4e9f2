import type { MonthDay } from '#contracts/month';
import type { Slot } from '#contracts/punch';
import type { TodayTodo } from '#contracts/today';

/** How many days back missing punches are reported at most; usually as long as they can be corrected. */
export const MAX_TODO_DAYS = 31;

/** Missing and unconfirmed punches on the given days, latest day first. */
export function todayTodos(days: readonly MonthDay[]): TodayTodo[] {
  return days
    .flatMap((day): TodayTodo[] => [
      { kind: 'missing-punch', day: day.day, slots: missingSlots(day) },
      { kind: 'unconfirmed-punch', day: day.day, slots: unconfirmedSlots(day) },
    ])
    .filter(({ slots }) => slots.length > 0)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

function unconfirmedSlots({ marks, reasons }: MonthDay): Slot[] {
  const requested = reasons.flatMap(({ code, data }) => (code === 'REQUESTED_CORRECTION' ? [data.slot] : []));
  return marks
    .flatMap((mark): Slot[] => (mark.kind === 'unconfirmed' ? [mark.slot] : []))
    .filter((slot) => !requested.includes(slot));
}

/** A day of absence without punches lacks both. Slots with a pending correction are not reported. */
function missingSlots({ marks, punches, reasons }: MonthDay): Slot[] {
  if (marks.some((mark) => mark.kind === 'requested' && (mark.of === 'leave' || mark.of === 'trip')))
    return [];
  const requested = reasons.flatMap(({ code, data }) =>
    code === 'REQUESTED_CORRECTION' || code === 'FIELD_WAITING' ? [data.slot] : [],
  );
  const isAbsent = punches.length === 0 && marks.some(({ kind }) => kind === 'absent');
  const missing = marks.flatMap((mark): Slot[] => (mark.kind === 'missing' ? [mark.slot] : []));
  return (isAbsent ? SLOTS : missing).filter((slot) => !requested.includes(slot));
}

const SLOTS: readonly Slot[] = ['in', 'out'];
