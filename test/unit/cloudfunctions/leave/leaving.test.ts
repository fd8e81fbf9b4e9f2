import type { Day } from '#contracts/common';
import type { Account } from '../../../../cloudfunctions/accounts/domain/account';
import { leaveBalances } from '../../../../cloudfunctions/leave/domain/balances';
import { dueEntries } from '../../../../cloudfunctions/leave/domain/due-entries';
import { leaveRules } from '../../../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { leaveLines } from '../../../../cloudfunctions/reports/domain/leave-fields';
import { resignationRules } from '../../../../cloudfunctions/resignation/domain/resignation-rules';
import { accountWith, applied, grant, person, question } from '../support/requests';
import { at, day } from '../support/rules';

const DAY = 480;
const TYPES = CHINA_LEAVE_TYPES.map((type) =>
  type._id === 'company-annual' ? { ...type, enabled: true } : type,
);
const booked = (account: Account, on: string, leftOn: string | null): Account =>
  applied(account, {
    spans: {},
    entries: dueEntries(person({ leftOn: leftOn as Day | null }), account, TYPES, {
      today: day(on),
      until: Number(on.slice(0, 4)),
      now: at(`${on} 01:00`),
    }),
  });
const balanceOf = (account: Account, on: string, leftOn: string | null, typeId = 'annual') =>
  leaveBalances(person({ leftOn: leftOn as Day | null }), account, TYPES, day(on), at(`${on} 12:00`)).find(
    ({ type }) => type.id === typeId,
  );

/** Approved leave, taken from the account. */
function taken(
  account: Account,
  from: string,
  to: string,
  { typeId = 'annual', half = false, id = 'R1' } = {},
) {
  const period = half
    ? ({ unit: 'half', from: day(from), fromHalf: 1, to: day(to), toHalf: 1 } as const)
    : ({ unit: 'day', from: day(from), to: day(to) } as const);
  const asked = question(
    'leave',
    { leaveType: typeId, period, reason: 'x' },
    { account, requestId: id, time: '2026-03-02 12:00', leaveTypes: TYPES },
  );
  const answer = leaveRules(asked);
  expect(answer.problem).toBeNull();
  return { account: applied(applied(account, answer.onSubmit), answer.onApprove), answer };
}
const TEN = accountWith(grant('annual', 10));

describe('a resignation says what is paid out of leave', () => {
  const two = taken(TEN, '2026-03-09', '2026-03-10').account;
  const paidOut = (account: Account, lastDay: string, today = '2026-05-31') => {
    const values = { reason: 'x', lastDay };
    const asked = question('resignation', values, { account, time: `${today} 12:00`, leaveTypes: TYPES });
    return resignationRules({ ...asked, leaveTypes: TYPES }).facts.filter(({ code }) => code !== 'NOTICE');
  };
  const annualOf = (...of: Parameters<typeof paidOut>) =>
    paidOut(...of).find(({ code }) => code === 'LEAVE_PAID_OUT')?.data;

  test('earned to the last day, used, to pay out, and by which rule', () => {
    expect(annualOf(two, '2026-06-30')).toMatchObject({
      ...{ lastDay: '2026-06-30', earned: 4 * DAY, taken: 2 * DAY, days: 2 * DAY, percent: 300 },
    });
    expect(paidOut(two, '2026-06-30').map(({ code }) => code)).toEqual(['LEAVE_PAID_OUT', 'RULE_SOURCE']);
  });
  test('nothing of days that were taken beyond what is earned', () => {
    const six = taken(two, '2026-04-13', '2026-04-16', { id: 'R2' }).account;
    expect(annualOf(six, '2026-06-30')).toMatchObject({ earned: 4 * DAY, taken: 6 * DAY, days: 0 });
  });
  test('of next year, if the last day is in it', () => {
    expect(annualOf(two, '2027-02-10', '2026-12-30')).toMatchObject({ lastDay: '2027-02-10', taken: 0 });
  });
  test('comp time that is left, in hours', () => {
    const comp = accountWith(grant('comp-time', 0.5), grant('annual', 10));
    expect(paidOut(comp, '2026-06-30').find(({ code }) => code === 'COMP_TIME_PAID_OUT')?.data).toMatchObject(
      {
        minutes: 240,
      },
    );
  });
  test('nothing for a last day that is refused', () => {
    expect(paidOut(two, '2026-05-01')).toEqual([]);
  });
});

describe('a person with ten days a year who leaves on 30 June after two days of leave', () => {
  const two = taken(TEN, '2026-03-09', '2026-03-10').account;

  test('has earned four days and is paid out two', () => {
    expect(balanceOf(two, '2026-06-05', '2026-06-30')).toMatchObject({
      left: 2 * DAY,
      used: 2 * DAY,
      leaving: { lastDay: '2026-06-30', earned: 4 * DAY, payOut: 2 * DAY, percent: 300 },
    });
    expect(balanceOf(two, '2026-06-05', null)).toMatchObject({ left: 8 * DAY });
    expect(balanceOf(two, '2026-06-05', null)?.leaving).toBeUndefined();
  });
  test('is told how it was worked out', () => {
    expect(balanceOf(two, '2026-06-05', '2026-06-30')?.basis).toContainEqual({
      code: 'LEAVER_SHARE',
      data: { lastDay: '2026-06-30', earned: 4 * DAY, taken: 2 * DAY, days: 2 * DAY },
    });
  });
  test('has the same in the export of June', () => {
    const ledger = booked(two, '2026-06-05', '2026-06-30');
    expect(leaveLines(ledger, day('2026-06-30')).find(({ typeId }) => typeId === 'annual')).toMatchObject({
      left: 2 * DAY,
      used: 2 * DAY,
      granted: 4 * DAY,
    });
  });
  test('has eight days again if the resignation is cancelled, and booking twice changes nothing', () => {
    const ledger = booked(two, '2026-06-05', '2026-06-30');
    expect(booked(ledger, '2026-06-06', '2026-06-30').entries).toEqual(ledger.entries);
    const stays = booked(ledger, '2026-06-07', null);
    expect(balanceOf(stays, '2026-06-07', null)).toMatchObject({ left: 8 * DAY });
    expect(balanceOf(booked(stays, '2026-06-08', '2026-03-31'), '2026-06-08', '2026-03-31')).toMatchObject({
      left: 0,
    });
  });
  test('takes a share that is not a whole day to be rounded once, after what was taken', () => {
    // 181 / 365 × 10 − 1.5 = 3.46
    const half = taken(TEN, '2026-03-09', '2026-03-10', { half: true }).account;
    expect(balanceOf(half, '2026-06-05', '2026-06-30')).toMatchObject({
      left: 3 * DAY,
      leaving: { earned: 4 * DAY, payOut: 3 * DAY },
    });
  });
});

test('days taken beyond the share are not claimed back', () => {
  const six = taken(TEN, '2026-03-09', '2026-03-16').account;
  expect(balanceOf(six, '2026-06-05', '2026-06-30')).toMatchObject({
    left: 0,
    used: 6 * DAY,
    leaving: { earned: 4 * DAY, payOut: 0 },
  });
});

test('days carried over from the year before are paid out in full', () => {
  const carried = grant('annual', 3, { grantId: 'annual-2025-carry', kind: 'carry' });
  const account = accountWith(carried, grant('annual', 10));
  expect(balanceOf(account, '2026-06-05', '2026-06-30')?.leaving).toMatchObject({ payOut: 7 * DAY });
});

test('company leave is shared by the year and not paid out, comp time is paid as overtime', () => {
  const account = accountWith(
    grant('company-annual', 5, { grantId: 'company-annual-2026' }),
    grant('comp-time', 2, { grantId: 'overtime-grant' }),
  );
  expect(balanceOf(account, '2026-06-05', '2026-06-30', 'company-annual')).toMatchObject({
    left: 2 * DAY,
    leaving: { earned: 2 * DAY, payOut: null },
  });
  expect(balanceOf(account, '2026-06-05', '2026-06-30', 'comp-time')).toMatchObject({
    left: 2 * DAY,
    leaving: { earned: null, payOut: 2 * DAY, percent: null },
  });
});

test('a grant of next year that was booked early is gone with the last day', () => {
  const early = accountWith(
    grant('annual', 10),
    grant('annual', 10, {
      grantId: 'annual-2027',
      validFrom: day('2027-01-01'),
      expiresOn: day('2027-12-31'),
    }),
  );
  const ledger = booked(early, '2026-06-05', '2026-06-30');
  const left = Object.values(ledger.entries).filter(({ grantId }) => grantId === 'annual-2027');
  expect(left.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(0);
});

describe('approved leave that goes beyond the last day', () => {
  // Monday to Friday: 29 and 30 June, 1 to 3 July.
  const week = taken(TEN, '2026-06-29', '2026-07-03');

  test('returns the days after it', () => {
    const ledger = booked(week.account, '2026-06-05', '2026-06-30');
    expect(balanceOf(ledger, '2026-06-05', '2026-06-30')).toMatchObject({ used: 2 * DAY, left: 2 * DAY });
  });
  test('is used again if the resignation is cancelled', () => {
    const back = booked(booked(week.account, '2026-06-05', '2026-06-30'), '2026-06-06', null);
    expect(balanceOf(back, '2026-06-06', null)).toMatchObject({ used: 5 * DAY, left: 5 * DAY });
  });
  test('returns nothing twice if it is cancelled as a whole', () => {
    const ledger = applied(booked(week.account, '2026-06-05', '2026-06-30'), week.answer.onCancel);
    expect(balanceOf(booked(ledger, '2026-06-06', null), '2026-06-06', null)).toMatchObject({
      used: 0,
      left: 10 * DAY,
    });
  });
  test('of comp time returns too', () => {
    const account = accountWith(grant('comp-time', 5, { grantId: 'overtime-grant' }));
    const comp = taken(account, '2026-06-29', '2026-07-03', { typeId: 'comp-time' }).account;
    expect(
      balanceOf(booked(comp, '2026-06-05', '2026-06-30'), '2026-06-05', '2026-06-30', 'comp-time'),
    ).toMatchObject({
      used: 2 * DAY,
      leaving: { payOut: 3 * DAY },
    });
  });
});
