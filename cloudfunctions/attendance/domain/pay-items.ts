import type { Day } from '#contracts/common';
import type { PayItems } from '#contracts/month';
import type { AccountSpan } from '../../accounts/rules';
import type { Schedule } from '../../schedule/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { CreditOf } from './credit-of';

type Leave = PayItems['leave'][number];
type Overtime = PayItems['overtime'][number];

export const NO_PAY_ITEMS: PayItems = { overtime: [], leave: [], corrections: 0 };

/**
 * Overtime by class and compensation, leave by type and share of the pay, and corrections of these days (sorted, of
 * one month), in minutes. Overtime counts as far as it is credited. Pending requests do not count.
 */
export function payItems(
  days: readonly Day[],
  spans: readonly AccountSpan[],
  kindOn: Schedule['kindOn'],
  creditOf: CreditOf,
): PayItems {
  const approved = spans.filter(({ state }) => state === 'approved');
  const [first, last] = [days[0], days.at(-1)];
  if (approved.length === 0 || !first || !last) return NO_PAY_ITEMS;
  const isInside = (day: Day) => first <= day && day <= last;
  return {
    overtime: overtimeOf(approved, isInside, creditOf),
    leave: leaveOf(approved, days, kindOn),
    corrections: approved.filter(({ kind, day }) => kind === 'correction' && isInside(day)).length,
  };
}

/** The minutes of a span on each day; a span without them lies on its one day. */
const minutesByDay = ({ perDay, day, minutes }: AccountSpan): [Day, number][] =>
  Object.entries(perDay ?? { [day]: minutes }) as [Day, number][];

/** Overtime that may still be punched counts as approved. */
function overtimeOf(
  spans: readonly AccountSpan[],
  isInside: (day: Day) => boolean,
  creditOf: CreditOf,
): Overtime[] {
  const sums = new Map<string, Overtime>();
  for (const span of spans.filter(({ kind }) => kind === 'overtime')) {
    const { payClass = 150, compensation = 'pay' } = span;
    const approved = minutesByDay(span).reduce((sum, [day, each]) => sum + (isInside(day) ? each : 0), 0);
    const minutes = Math.min(approved, creditOf(span)?.credited ?? approved);
    const key = `${payClass} ${compensation}`;
    sums.set(key, { payClass, compensation, minutes: minutes + (sums.get(key)?.minutes ?? 0) });
  }
  return sorted(sums).filter(({ minutes }) => minutes > 0);
}

function leaveOf(spans: readonly AccountSpan[], days: readonly Day[], kindOn: Schedule['kindOn']): Leave[] {
  const sums = new Map<string, Leave>();
  for (const part of spans.flatMap((span) => leaveParts(span, days, kindOn))) {
    const key = `${part.typeId} ${String(part.paidShare).padStart(3, '0')} ${part.isLong ? 'long' : ''}`;
    const before = sums.get(key);
    sums.set(key, {
      ...part,
      minutes: part.minutes + (before?.minutes ?? 0),
      statutoryDays: part.statutoryDays + (before?.statutoryDays ?? 0),
      days: byDay([...(before?.days ?? []), ...(part.days ?? [])]),
    });
  }
  return sorted(sums);
}

type LeaveDays = NonNullable<Leave['days']>;

/** One entry for each day, in order: two leaves can lie on one day. */
function byDay(days: LeaveDays): LeaveDays {
  const minutes = new Map<Day, number>();
  for (const each of days) minutes.set(each.day, (minutes.get(each.day) ?? 0) + each.minutes);
  return [...minutes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, sum]) => ({ day, minutes: sum }));
}

/** What one leave takes of each day, and the statutory days that it does not take. */
function leaveParts(span: AccountSpan, days: readonly Day[], kindOn: Schedule['kindOn']): Leave[] {
  if (span.kind !== 'leave') return [];
  const { leaveTypeId: typeId = '', name } = span;
  const minutesOn = new Map(minutesByDay(span));
  return days
    .filter((day) => dayOf(span.from) <= day && day <= dayOf(span.to - 1))
    .flatMap((day) => {
      const minutes = minutesOn.get(day) ?? 0;
      const statutoryDays = minutes === 0 && kindOn(day).kind === 'holiday' ? 1 : 0;
      const isCounted = minutes > 0 || statutoryDays > 0;
      const taken = minutes > 0 ? [{ day, minutes }] : [];
      return isCounted ? [{ typeId, name, ...shareOn(span, day), minutes, statutoryDays, days: taken }] : [];
    });
}

/** Percent of the usual pay on a day of leave: long leave may be paid otherwise from a day on. */
const shareOn = ({ paidShare = 100, longPay }: AccountSpan, day: Day): Pick<Leave, 'paidShare' | 'isLong'> =>
  longPay && day >= longPay.from ? { paidShare: longPay.share, isLong: true } : { paidShare };

const sorted = <T>(sums: ReadonlyMap<string, T>): T[] =>
  [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);

/** Equal texts mean equal items; names do not count, since a type may be renamed, nor days, whose states are compared. */
export const payText = ({ overtime, leave, corrections }: PayItems): string =>
  JSON.stringify([
    overtime.map(({ payClass, compensation, minutes }) => [payClass, compensation, minutes]),
    leave.map(({ typeId, paidShare, minutes, statutoryDays, isLong }) => [
      ...[typeId, paidShare, minutes, statutoryDays],
      ...(isLong ? ['long'] : []),
    ]),
    corrections,
  ]);
