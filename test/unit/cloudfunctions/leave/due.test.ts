import type { Account } from '../../../../cloudfunctions/accounts/domain/account';
import { sumsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import { endingEntries } from '../../../../cloudfunctions/leave/domain/due-endings';
import { dueGrants } from '../../../../cloudfunctions/leave/domain/due-grants';
import type { LeaveType } from '../../../../cloudfunctions/leave/domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { accountWith, grant, person } from '../support/requests';
import { at, day } from '../support/rules';

type Entries = Account['entries'];
const due = (
  who: Employee,
  today: string,
  until = Number(today.slice(0, 4)),
  types: readonly LeaveType[] = CHINA_LEAVE_TYPES,
  entries: Entries = {},
) => dueGrants(who, entries, types, { today: day(today), until, now: at(`${today} 00:00`) });
const ends = (entries: Entries, today: string, types: readonly LeaveType[] = CHINA_LEAVE_TYPES) =>
  endingEntries(entries, types, 'shanghai', day(today), at(`${today} 00:00`));
const brief = (entries: Entries) =>
  Object.fromEntries(
    Object.entries(entries).map(([key, { kind, minutes, grantId }]) => [key, [kind, minutes / 480, grantId]]),
  );
/** Company annual leave switched on. */
const WITH_COMPANY = CHINA_LEAVE_TYPES.map((type) =>
  type._id === 'company-annual' ? { ...type, enabled: true } : type,
);

describe('grants that are due', () => {
  test('annual leave of the year, with how it was worked out', () => {
    expect(due(person(), '2026-09-21')).toEqual({
      'annual-2026': {
        ...grant('annual', 10, { at: at('2026-09-21 00:00') }),
        basis: [{ code: 'SERVICE', data: { years: 13, days: 4_800 } }],
      },
    });
  });
  test('the basis of a part of the year adds up', () => {
    const joiner = person({ hiredOn: day('2026-07-01'), workingSince: day('2018-03-01') });
    expect(due(joiner, '2026-09-21')['annual-2026']).toMatchObject({
      minutes: 960,
      validFrom: '2026-07-01',
      basis: [
        {
          code: 'SERVICE_PART',
          data: { from: '2026-07-01', to: '2026-12-31', calendarDays: 184, years: 8, entitlement: 2_400 },
        },
        { code: 'ROUNDED_DOWN', data: { days: 960 } },
      ],
    });
  });
  test('nothing twice, and nothing where there is no right yet', () => {
    const first = due(person(), '2026-09-21');
    expect(due(person(), '2026-10-01', 2026, CHINA_LEAVE_TYPES, first)).toEqual({});
    expect(due(person({ hiredOn: day('2026-03-02'), workingSince: null }), '2026-09-21')).toEqual({});
  });
  test('next year’s when a request reaches into it', () => {
    expect(Object.keys(due(person(), '2026-12-20', 2027))).toEqual(['annual-2026', 'annual-2027']);
  });
  test('parental leave for each child, from birthday to birthday, until it is three', () => {
    const parent = person({ childrenBornOn: [day('2024-10-05'), day('2020-01-01')] });
    const grants = due(parent, '2026-09-21');
    expect(grants['parental-2024-10-05-2']).toMatchObject({
      minutes: 5 * 480,
      validFrom: '2025-10-05',
      expiresOn: '2026-10-04',
    });
    expect(grants['parental-2024-10-05-3']).toMatchObject({
      validFrom: '2026-10-05',
      expiresOn: '2027-10-04',
    });
    expect(Object.keys(grants).filter((key) => key.startsWith('parental'))).toHaveLength(2);
    expect(due(person({ ...parent, city: 'shenzhen' }), '2026-09-21')['parental-2024-10-05-2']?.minutes).toBe(
      4_800,
    );
    expect(Object.keys(due(person({ ...parent, city: 'lhasa' }), '2026-09-21'))).toEqual(['annual-2026']);
  });
  test('company annual leave by share of the year, in half days', () => {
    const joiner = person({ hiredOn: day('2026-07-01'), workingSince: null });
    // 184 of 365 days of five days are 2.52: two and a half.
    expect(due(joiner, '2026-09-21', 2026, WITH_COMPANY)['company-annual-2026']).toMatchObject({
      minutes: 1_200,
    });
    expect(due(person(), '2026-09-21', 2026, WITH_COMPANY)['company-annual-2026']).toMatchObject({
      minutes: 2_400,
    });
  });
});

describe('grants that have ended', () => {
  const ledger = (left: number, more: Entries = {}): Entries => ({
    ...accountWith(grant('annual', left)).entries,
    ...more,
  });
  test('annual leave is carried over for one more year, then expires', () => {
    expect(ends(ledger(3), '2026-12-31')).toEqual({});
    const carried = ends(ledger(3), '2027-01-01');
    expect(brief(carried)).toEqual({
      'annual-2026-carried-0': ['carry', -3, 'annual-2026'],
      'annual-2026-carry': ['carry', 3, 'annual-2026-carry'],
    });
    expect(carried['annual-2026-carry']).toMatchObject({ validFrom: '2027-01-01', expiresOn: '2027-12-31' });
    const after = { ...ledger(3), ...carried };
    expect(ends(after, '2027-06-01')).toEqual({});
    expect(brief(ends(after, '2028-01-01'))).toEqual({
      'annual-2026-carry-expire-1': ['expire', -3, 'annual-2026-carry'],
    });
  });
  test('company leave is carried over up to its limit and until its day', () => {
    const entries = accountWith(grant('company-annual', 7)).entries;
    const carried = ends(entries, '2027-01-01', WITH_COMPANY);
    expect(brief(carried)).toEqual({
      'company-annual-2026-carried-0': ['carry', -5, 'company-annual-2026'],
      'company-annual-2026-carry': ['carry', 5, 'company-annual-2026-carry'],
      'company-annual-2026-expire-0': ['expire', -2, 'company-annual-2026'],
    });
    const after = { ...entries, ...carried };
    expect(sumsOf(after, 'company-annual', day('2027-03-31')).left).toBe(5 * 480);
    expect(brief(ends(after, '2027-04-01', WITH_COMPANY))).toEqual({
      'company-annual-2026-carry-expire-1': ['expire', -5, 'company-annual-2026-carry'],
    });
  });
  test('a job that runs after the carried time has passed as well lets it expire', () => {
    expect(brief(ends(ledger(3), '2028-01-01'))).toEqual({
      'annual-2026-expire-0': ['expire', -3, 'annual-2026'],
    });
  });
  test('held minutes stay; what is given back later goes the same way', () => {
    const held = ledger(3, { 'R1-1-hold-annual-2026': grant('annual', -1, { kind: 'hold' }) });
    const first = ends(held, '2027-01-01');
    expect(first['annual-2026-carry']?.minutes).toBe(960);
    const released = {
      ...held,
      ...first,
      'R1-1-release-annual-2026': grant('annual', 1, { kind: 'release' }),
    };
    const second = ends(released, '2027-01-08');
    expect(brief(second)).toEqual({
      'annual-2026-carried-1': ['carry', -1, 'annual-2026'],
      'annual-2026-carry-1': ['carry', 1, 'annual-2026-carry'],
    });
    expect(sumsOf({ ...released, ...second }, 'annual', day('2027-01-08')).left).toBe(3 * 480);
  });
  test('comp time ends on its day without going on', () => {
    const entries = accountWith(
      grant('comp-time', 1, { grantId: 'R7-grant', expiresOn: day('2026-05-01') }),
    ).entries;
    expect(ends(entries, '2026-05-01')).toEqual({});
    expect(brief(ends(entries, '2026-05-02'))).toEqual({ 'R7-grant-expire-0': ['expire', -1, 'R7-grant'] });
  });
});
