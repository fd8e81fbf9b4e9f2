import type { Fact, FactCode, Warning } from '#contracts/fact';
import type { RequestKind } from '#contracts/request-type';
import type { AccountChange } from '../../../../cloudfunctions/accounts/domain/account';
import {
  type Account,
  emptyAccount,
  type LedgerEntry,
} from '../../../../cloudfunctions/accounts/domain/account';
import type { KindAnswer, KindQuestion } from '../../../../cloudfunctions/approvals/kind/kind';
import type { ReceiptClaim } from '../../../../cloudfunctions/expense/domain/receipt-claim';
import type { BlockedDay } from '../../../../cloudfunctions/leave/domain/leave-settings';
import type { LeaveType } from '../../../../cloudfunctions/leave/domain/leave-type';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { CalendarOverride } from '../../../../cloudfunctions/shared/calendar/day-kind';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { at, day, dayShift, nightShift, words } from './rules';

/** Somebody in Shanghai on the day shift since 2020, at work since 2013. */
export function person(more: Partial<Employee> & { shiftId?: string } = {}): Employee {
  const { shiftId = 'SH-DAY', ...rest } = more;
  return {
    _id: 'E0001',
    name: '员工一',
    nameEn: 'Person One',
    departmentId: 'D2',
    job: words('Engineer'),
    managerId: 'E0005',
    roles: ['employee'],
    language: null,
    hiredOn: day('2020-03-02'),
    leftOn: null,
    city: 'shanghai',
    probationUntil: null,
    workingSince: day('2013-07-01'),
    sex: null,
    childrenBornOn: [],
    assignments: [{ from: day('2020-03-02'), shiftId, siteIds: [], fieldPolicy: 'free' }],
    rev: 1,
    ...rest,
  };
}

const SHIFTS = new Map([dayShift, nightShift].map((shift) => [shift._id, shift]));

export const scheduleFor = (employee: Employee, overrides: readonly CalendarOverride[] = []) =>
  scheduleOf(employee, SHIFTS, overrides);

/** What some kind loads itself; each reads its own `settings`. */
interface Loaded {
  readonly settings?: never;
  readonly receipts?: readonly ReceiptClaim[];
  readonly leaveTypes?: readonly LeaveType[];
  readonly blockedDays?: readonly BlockedDay[];
}
export type MoreOfQuestion = Partial<KindQuestion> &
  Omit<Loaded, 'settings'> & {
    readonly settings?: object;
    readonly time?: string;
    readonly overrides?: readonly CalendarOverride[];
  };

/** A question of a kind, asked on Monday 2026-09-21 at noon unless `now` says otherwise. */
export function question(
  kind: RequestKind,
  values: KindQuestion['values'],
  more: MoreOfQuestion = {},
): KindQuestion & Loaded {
  const { time = '2026-09-21 12:00', overrides = [], ...rest } = more;
  const applicant = rest.applicant ?? person();
  return {
    requestId: 'R1',
    type: { id: kind, kind, name: words(kind), form: [] },
    values,
    applicant,
    account: emptyAccount(applicant._id),
    schedule: scheduleFor(applicant, overrides),
    team: { size: 5, absences: [] },
    today: day(time.slice(0, 10)),
    now: at(time),
    ...rest,
  } as KindQuestion & Loaded;
}

/** A grant of the ledger, 480 minutes a day. */
export function grant(typeId: string, days: number, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    kind: 'grant',
    typeId,
    minutes: days * 480,
    at: at('2026-01-01 00:00'),
    grantId: `${typeId}-2026`,
    requestId: null,
    validFrom: day('2026-01-01'),
    expiresOn: day('2026-12-31'),
    basis: [],
    byId: null,
    note: '',
    ...more,
  };
}

/** An account with these grants, each under its own id. */
export const accountWith = (...grants: readonly LedgerEntry[]): Account => ({
  ...emptyAccount('E0001'),
  entries: Object.fromEntries(grants.map((each) => [each.grantId, each])),
});

/** The account after a change, as the engine applies it. */
export function applied(account: Account, change: AccountChange): Account {
  const spans = Object.entries({ ...account.spans, ...change.spans }).filter(([, span]) => span !== null);
  return {
    ...account,
    rev: account.rev + 1,
    spans: Object.fromEntries(spans) as Account['spans'],
    entries: { ...account.entries, ...change.entries },
  };
}

export const factOf = <C extends FactCode>({ facts, warnings }: KindAnswer, code: C) =>
  [...facts, ...warnings].find((each): each is Extract<Fact | Warning, { code: C }> => each.code === code);

/** `CODE` of the problem with its data, or null. */
export const problemOf = ({ problem }: KindAnswer) =>
  problem && { code: problem.code, ...(problem.data as object) };
