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

describe('the basis of a grant', () => {
  const entries = (who: Employee, today = '2026-09-21', types = CHINA_LEAVE_TYPES) =>
    due(who, today, Number(today.slice(0, 4)), types);
  test('says that service before this employment is not known', () => {
    const who = person({ hiredOn: day('2024-03-02'), workingSince: null });
    expect(entries(who)['annual-2026']?.basis[0]).toEqual({ code: 'SERVICE_UNKNOWN', data: {} });
    expect(entries(person())['annual-2026']?.basis).toHaveLength(1);
  });
  test('of company leave is the share of the year, through the last day of a leaver', () => {
    const half = person({ leftOn: day('2026-06-30') });
    expect(entries(half, '2026-05-04', WITH_COMPANY)['company-annual-2026']).toMatchObject({
      validFrom: '2026-01-01',
      basis: [{ code: 'YEAR_SHARE', data: { calendarDays: 181 } }],
    });
    const whole = (more: object) => entries(person(more), '2026-05-04', WITH_COMPANY)['company-annual-2026'];
    expect(whole({ leftOn: day('2027-06-30') })).toEqual(whole({}));
    expect(whole({ leftOn: day('2026-12-31') })).toEqual(whole({}));
    expect(whole({})?.basis).toMatchObject([{ code: 'YEAR_SHARE', data: { calendarDays: 365 } }]);
  });
  test('of a child is its year of life', () => {
    const born = day('2025-10-05');
    const grants = Object.entries(entries(person({ childrenBornOn: [born] }), '2026-10-06'));
    const [, second] = grants.find(([key]) => key.startsWith('parental')) ?? [];
    expect(second).toMatchObject({
      validFrom: '2026-10-05',
      expiresOn: '2027-10-04',
      basis: [{ code: 'CHILD_YEAR', data: { born, from: '2026-10-05', to: '2027-10-04' } }],
    });
  });
  test.each([
    ['on the day before its year', '2026-10-04', false],
    ['on the first day of its year', '2026-10-05', true],
  ])('a parent who leaves %s has it or not', (_, leftOn, expected) => {
    const who = person({ childrenBornOn: [day('2025-10-05')], leftOn: day(leftOn) });
    expect(Object.keys(entries(who, '2026-01-05')).some((key) => key.endsWith('-2025-10-05-2'))).toBe(
      expected,
    );
  });
  test.each([
    ['after its year', '2026-10-05', false],
    ['on the last day of its year', '2026-10-04', true],
  ])('a parent who was hired %s has it or not', (_, hiredOn, expected) => {
    const who = person({ childrenBornOn: [day('2025-10-05')], hiredOn: day(hiredOn), workingSince: null });
    const before = dueGrants(who, {}, CHINA_LEAVE_TYPES, {
      today: day('2025-12-01'),
      until: 2025,
      now: at('2025-12-01 00:00'),
    });
    expect(Object.keys(before).some((key) => key.endsWith('-2025-10-05-1'))).toBe(expected);
  });
  test('is granted on its last day still, and not after it', () => {
    expect(Object.keys(due(person(), '2026-12-31'))).toContain('annual-2026');
    expect(Object.keys(due(person(), '2027-01-01', 2026))).not.toContain('annual-2026');
  });
});
