import type { Instant } from '#contracts/common';
import type { MonthDay } from '#contracts/month';
import type { Slot } from '#contracts/punch';
import type { TodayTodo } from '#contracts/today';

/** How many days back missing punches are reported at most; usually as long as they can be corrected. */
export const MAX_TODO_DAYS = 31;

/** Missing and unconfirmed punches on the given days, then corrections that wait; of each the latest day first. */
export function todayTodos(days: readonly MonthDay[]): TodayTodo[] {
  const latestFirst = [...days].sort((a, b) => (a.day < b.day ? 1 : -1));
  return [
    ...latestFirst.flatMap((day) => [...missingPunches(day), ...unconfirmedPunches(day)]),
    ...latestFirst.flatMap(waitingCorrections),
  ];
}

function unconfirmedPunches({ day, marks, reasons }: MonthDay): TodayTodo[] {
  const requested = slotsOf(reasons, ['REQUESTED_CORRECTION']);
  return marks.flatMap((mark): TodayTodo[] =>
    mark.kind === 'unconfirmed' && !requested.has(mark.slot)
      ? [{ kind: 'unconfirmed-punch', day, slots: [mark.slot], at: mark.tappedAt }]
      : [],
  );
}

/** A day of absence without punches lacks both. Slots with a pending correction are not reported. */
function missingPunches(report: MonthDay): TodayTodo[] {
  const { day, marks, punches, reasons } = report;
  if (marks.some((mark) => mark.kind === 'requested' && (mark.of === 'leave' || mark.of === 'trip')))
    return [];
  const requested = slotsOf(reasons, ['REQUESTED_CORRECTION', 'FIELD_WAITING']);
  const isAbsent = punches.length === 0 && marks.some(({ kind }) => kind === 'absent');
  const missing = marks.flatMap((mark) => (mark.kind === 'missing' ? [mark] : []));
  const slots = isAbsent ? SLOTS : missing.map(({ slot }) => slot);
  const open = slots.filter((slot) => !requested.has(slot));
  if (open.length === 0) return [];
  const [only] = missing.length === 1 ? missing : [];
  const at = only && segmentTime(report, only);
  return [{ kind: 'missing-punch', day, slots: open, ...(at && { at }) }];
}

/** When a segment of the shift begins or ends. */
function segmentTime(
  { shift }: MonthDay,
  { slot, segment }: { readonly slot: Slot; readonly segment?: number },
): Instant | undefined {
  const part = segment === undefined ? undefined : shift?.segments?.[segment - 1];
  return slot === 'in' ? part?.startAt : part?.endAt;
}

function waitingCorrections({ day, reasons }: MonthDay): TodayTodo[] {
  return reasons.flatMap(({ code, data }): TodayTodo[] =>
    code === 'REQUESTED_CORRECTION'
      ? [
          {
            kind: 'correction-waiting',
            day,
            slots: SLOTS.filter((slot) => slot === data.slot),
            requestId: String(data.requestId),
          },
        ]
      : [],
  );
}

const slotsOf = (reasons: MonthDay['reasons'], codes: readonly string[]): ReadonlySet<unknown> =>
  new Set(reasons.flatMap(({ code, data }) => (codes.includes(code) ? [data.slot] : [])));

const SLOTS: readonly Slot[] = ['in', 'out'];
