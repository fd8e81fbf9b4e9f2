import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { Employee } from '../../shared/kernel/employee';
import { leaveBalances } from './balances';
import type { LeaveType } from './leave-type';
import { ruleOn } from './rule-on';

/** Statutory annual leave and comp time that was not taken, in leave minutes. */
export interface UnusedLeave {
  readonly annual: Minutes;
  readonly compTime: Minutes;
}

/** What is left on the last day of who leaves; days taken beyond what was earned are not reclaimed (办法 12). */
export function unusedAtLeaving(
  employee: Employee,
  account: Account,
  types: readonly LeaveType[],
  lastDay: Day,
  now: Instant,
): UnusedLeave {
  const leaver = { ...employee, leftOn: lastDay };
  const onLastDay = { ...account, entries: entriesOn(account.entries, lastDay) };
  const sums = { annual: 0, compTime: 0 };
  for (const { leaving } of leaveBalances(leaver, onLastDay, types, lastDay, now)) {
    if (!leaving || leaving.payOut === null) continue;
    sums[leaving.earned === null ? 'compTime' : 'annual'] += leaving.payOut;
  }
  return sums;
}

/** Without what was carried over or has lapsed since the last day: who leaves on 31 December is paid by a run in January. */
const entriesOn = (entries: Account['entries'], lastDay: Day): Account['entries'] =>
  Object.fromEntries(
    Object.entries(entries).filter(([, { kind, grantId }]) => {
      const endedOn = entries[grantId]?.expiresOn;
      return !(isEnding(kind) && endedOn && endedOn >= lastDay);
    }),
  );

const isEnding = (kind: string): boolean => kind === 'expire' || kind === 'carry';

/** What has lapsed of grants that ended in a month, as the ledger has booked it; leave beyond the law is not paid out. */
export function lapsedIn(
  { city, leftOn }: Pick<Employee, 'city' | 'leftOn'>,
  { entries }: Pick<Account, 'entries'>,
  types: readonly LeaveType[],
  month: Month,
): UnusedLeave {
  const sums = { annual: 0, compTime: 0 };
  for (const { kind, grantId, typeId, minutes } of Object.values(entries)) {
    if (kind !== 'expire') continue;
    const endedOn = entries[grantId]?.expiresOn;
    // What is left on the last day is paid at leaving.
    if (!endedOn?.startsWith(month) || (leftOn !== null && endedOn >= leftOn)) continue;
    const type = types.find(({ _id }) => _id === typeId);
    const by = type && ruleOn(type, city, endedOn)?.grant?.by;
    if (by === 'service') sums.annual -= minutes;
    if (by === 'overtime') sums.compTime -= minutes;
  }
  return sums;
}
