import type { Day, LocalText, Minutes } from '#contracts/common';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { AccountSpan } from '../../accounts/rules';
import { addMonthsTo, countCalendarDays, fullYears } from '../../shared/calendar/anniversary';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { MEDICAL_RULES, MEDICAL_TYPES, type MedicalRule } from './packs/medical-period';
import { regionsOf } from './packs/regions';

type Who = Pick<Employee, 'city' | 'hiredOn' | 'workingSince'>;

/** The medical period in which somebody's latest sick day lies. */
export interface MedicalPeriod {
  readonly months: number;
  /** The first sick day that counts for it. */
  readonly since: Day;
  /** The last day on which sick days count for it; null: all do as long as the person is here. */
  readonly until: Day | null;
  /** Leave minutes of it that are used. */
  readonly used: Minutes;
  /** The day with which it is over, if the illness goes on without a break, and how long it is on that day. */
  readonly endsOn: Day;
  readonly endMonths: number;
  /** Whether it is over already. */
  readonly isOver: boolean;
  readonly source: LocalText;
}

type DayMinutes = readonly [Day, Minutes];

/** Longer than the longest period, with its window. */
const DAYS_AHEAD = 1_100;

/**
 * The medical period by the sick leave of these spans, pending ones included; null without any. Days off within a sick leave
 * are days of it, and halves count as halves (劳部发〔1995〕236号). Its months are calendar months from the first sick day,
 * counted in their days: three months from 5 March are 92 days, together or apart, within six months. The first sick day
 * after those begins another period. Years of service are those on the first day. In Shanghai they are those on each day, and
 * all sick leave here counts against the months of that day: who has used up three months in the first year has one more
 * with each year since (沪府发〔2015〕40号 arts. 2 and 4).
 */
export function medicalPeriod(who: Who, spans: readonly AccountSpan[]): MedicalPeriod | null {
  const days = sickDaysOf(spans);
  const last = days[days.length - 1]?.[0];
  if (last === undefined) return null;
  const rule = ruleOf(who.city, last);
  if (!rule) return null;
  const now = periodAfter(days, rule, who);
  if (!now) return null;
  const { over, ...period } = now;
  const ahead = daysBetween(addDays(last, 1), addDays(last, DAYS_AHEAD)).map(
    (day): DayMinutes => [day, LEAVE_DAY_MINUTES],
  );
  const end = over ?? periodAfter([...days, ...ahead], rule, who, last)?.over ?? null;
  return (
    end && {
      ...{ ...period, endsOn: end.day, endMonths: end.months },
      ...{ isOver: over !== null, source: rule.source },
    }
  );
}

interface Counted {
  readonly months: number;
  readonly since: Day;
  readonly until: Day | null;
  readonly used: Minutes;
  /** Since when it is over, and how long it was then. */
  readonly over: { readonly day: Day; readonly months: number } | null;
}

/** The period after these days; with `after` the first one that is over on a later day. */
function periodAfter(
  days: readonly DayMinutes[],
  rule: MedicalRule,
  who: Who,
  after: Day | null = null,
): Counted | null {
  let period: Counted | null = null;
  for (const each of days) {
    period = withDay(goingOn(period, each[0]), each, rule, who);
    if (after !== null && each[0] > after && period.over?.day === each[0]) return period;
  }
  return period;
}

/** The period that a sick day still falls into; null if it begins another one. */
const goingOn = (period: Counted | null, day: Day): Counted | null =>
  period?.until != null && day > period.until ? null : period;

function withDay(period: Counted | null, [day, minutes]: DayMinutes, rule: MedicalRule, who: Who): Counted {
  const since = period?.since ?? day;
  const { months, window } = lengthOn(rule, who, rule.perYear ? day : since);
  const before = period?.used ?? 0;
  const used = before + minutes;
  const least = countCalendarDays(since, addDays(addMonthsTo(since, months), -1)) * LEAVE_DAY_MINUTES;
  // Months that were added since may not be used up any more.
  const earlier = before >= least ? (period?.over ?? null) : null;
  return {
    ...{ months, since, used, until: window === null ? null : addDays(addMonthsTo(since, window), -1) },
    over: earlier ?? (used >= least ? { day, months } : null),
  };
}

function lengthOn({ tiers, perYear }: MedicalRule, { hiredOn, workingSince }: Who, day: Day) {
  const here = fullYears(hiredOn, day);
  if (perYear) return { months: Math.min(perYear.most, perYear.first + here), window: null };
  const total = Math.max(here, fullYears(workingSince ?? hiredOn, day));
  const reached = tiers.filter((each) => each.total <= total && each.here <= here);
  const { months = 0, window = 0 } = reached[reached.length - 1] ?? {};
  return { months, window };
}

function ruleOf(city: string, day: Day): MedicalRule | null {
  for (const region of regionsOf(city)) {
    const found = MEDICAL_RULES.findLast((rule) => rule.region === region && rule.from <= day);
    if (found) return found;
  }
  return null;
}

/** In order; from the first to the last day of each sick leave with the days off in between, a day counted once. */
function sickDaysOf(spans: readonly AccountSpan[]): DayMinutes[] {
  const byDay = new Map<Day, Minutes>();
  for (const { leaveTypeId, state, perDay = {} } of spans) {
    if (state === 'rejected' || !MEDICAL_TYPES.includes(leaveTypeId ?? '')) continue;
    const counted = new Map(Object.entries(perDay) as [Day, Minutes][]);
    const [first, ...more] = [...counted.keys()].sort();
    if (first === undefined) continue;
    for (const day of daysBetween(first, more[more.length - 1] ?? first))
      byDay.set(
        day,
        Math.min(LEAVE_DAY_MINUTES, (byDay.get(day) ?? 0) + (counted.get(day) ?? LEAVE_DAY_MINUTES)),
      );
  }
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
}
