import type { Day, Instant, Minutes } from '#contracts/common';
import type { OpenPunch } from '#contracts/settlement';
import type { Account } from '../../accounts/rules';
import type { Schedule } from '../../schedule/rules';
import type { AttendanceDay } from './attendance-day';
import { latestCloseOn } from './day-at';
import { type DayFigures, totalsOf } from './month-totals';
import { overtimeCredits, withNeighbours } from './overtime-credit';
import { NO_PAY_ITEMS, payItems, payText } from './pay-items';
import { settledDay } from './settled-day';
import type { SettledFigures } from './settled-month';

/** Increase with every rule change that settled months must adopt on their next pass. */
const RULES_VERSION = 4;
/** After this time all punches are in the database: no function runs longer than 60 s. */
const GRACE_MS = 120_000;

/** The input for one person's month. */
export interface PersonMonth {
  readonly plan: Schedule;
  readonly account: Account;
  readonly days: readonly Day[];
  /** With the days before and after, where overtime over the turn of the month is punched. */
  readonly stored: ReadonlyMap<Day, AttendanceDay>;
  /** See `AttendanceSettings`. */
  readonly latestEnd: Minutes;
}

/** When the last day of a month is final for a person, however long it may still be continued. */
export function finalAt({ plan, account, days, stored, latestEnd }: PersonMonth): Instant {
  const last = days.at(-1);
  const spans = Object.values(account.spans);
  const context = { schedule: plan, spans, stored, latestEnd };
  if (!last) return 0 as Instant;
  const overtime = overtimeOn([last], account).map(({ to }) => to + latestEnd * 60_000);
  return (Math.max(latestCloseOn(last, context), ...overtime) + GRACE_MS) as Instant;
}

const overtimeOn = (days: readonly Day[], { spans }: Account) =>
  Object.values(spans).filter(
    ({ kind, state, day }) => kind === 'overtime' && state === 'approved' && days.includes(day),
  );

/**
 * Computes one person's month. The only place where a settlement computes days and totals. A single pass,
 * because the month of a large company has hundreds of thousands of days.
 */
export function settlePerson(
  { plan, account, days, stored, latestEnd }: PersonMonth,
  now: number,
): SettledFigures {
  const spans = Object.values(account.spans);
  const figures: DayFigures[] = [];
  const settled: SettledFigures['days'][number][] = [];
  const rules: SettledFigures['rules'][number][] = [];
  const open: OpenPunch[] = [];
  let minutes = 0;
  for (const day of days) {
    const each = settledDay(day, plan, stored.get(day) ?? null, now, spans, latestEnd);
    const { state, workedMinutes, rule } = each;
    figures.push(each.figures);
    settled.push({ day, state, workedMinutes });
    minutes += workedMinutes;
    for (const punch of each.open) open.push({ day, ...punch });
    if (!rules.some(({ id, version }) => id === rule.id && version === rule.version)) rules.push(rule);
  }
  const creditOf = overtimeCredits({ stored, spans, latestEnd, now });
  const pay = payItems(days, spans, plan.kindOn, creditOf);
  return { totals: totalsOf(figures), workedMinutes: minutes as Minutes, pay, open, days: settled, rules };
}

/**
 * A cheap fingerprint of the inputs; equal texts imply equal results. Contains, per day, the shift with its
 * version, the kind of day, the roster's entry, the employment status and the stored revision, and for the
 * person's requests the revision of the account; for overtime at the turn of a month also the days around it.
 */
export function inputsOf({ plan, account, days, stored }: PersonMonth): string {
  let text = `${RULES_VERSION}|${account.rev}`;
  for (const day of days) text += `|${inputsOn(day, plan, stored.get(day))}`;
  const borders = [...days.slice(0, 1), ...days.slice(-1)];
  if (overtimeOn(borders, account).length === 0) return text;
  for (const day of withNeighbours(borders)) text += `|${stored.get(day)?.rev ?? 0}`;
  return text;
}

function inputsOn(day: Day, plan: Schedule, stored: AttendanceDay | undefined): string {
  if (!plan.employedOn(day)) return '-';
  const shift = plan.shiftOn(day);
  const planned = shift ? `${shift._id}@${shift.version}` : '';
  return `${planned}/${plan.kindOn(day).kind}/${plan.rosterOn(day) ?? ''}/${stored?.rev ?? 0}`;
}

/**
 * Whether a month comes out as it was settled. Figures that were not kept when it was settled are not compared, so
 * that a locked month shows no difference because of them.
 */
export function isSameMonth(settled: SettledFigures, now: SettledFigures): boolean {
  return textOf(settled, settled) === textOf(now, settled);
}

/** Whether a settled month has every figure that is kept now. */
export const isComplete = ({ pay, totals, open }: SettledFigures): boolean =>
  pay !== undefined && totals.earlyMinutes !== undefined && open !== undefined;

const textOf = (
  { totals, workedMinutes, pay, open, days, rules }: SettledFigures,
  kept: SettledFigures,
): string =>
  JSON.stringify([
    Object.entries(totals)
      .filter(([figure]) => figure in kept.totals)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    workedMinutes,
    ...(kept.pay ? [payText(pay ?? NO_PAY_ITEMS)] : []),
    ...(kept.open ? [(open ?? []).map((each) => [each.day, each.kind, each.slot])] : []),
    days.map((each) => [each.day, each.state, each.workedMinutes]),
    rules.map(({ id, version }) => [id, version]),
  ]);
