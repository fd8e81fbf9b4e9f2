import type { Account, AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { dueEntries } from '../../../../cloudfunctions/leave/domain/due-entries';
import { leaveRules } from '../../../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { leaveLines } from '../../../../cloudfunctions/reports/domain/leave-fields';
import { accountWith, applied, grant, person, question } from '../support/requests';
import { at, day } from '../support/rules';

const booked = (account: Account, on: string, until = Number(on.slice(0, 4))): Account =>
  applied(account, {
    spans: {},
    entries: dueEntries(person(), account, CHINA_LEAVE_TYPES, {
      today: day(on),
      until,
      now: at(`${on} 01:00`),
    }),
  });
const lineOf = (account: Account, lastDay: string) =>
  leaveLines(account, day(lastDay)).find(({ typeId }) => typeId === 'annual');
const leaveOn = (account: Account, on: string, time: string) => {
  const period = { unit: 'day' as const, from: day(on), to: day(on) };
  const asked = question('leave', { leaveType: 'annual', period, reason: 'x' }, { account, time });
  const { onSubmit, onApprove } = leaveRules(asked);
  return applied(applied(account, onSubmit), onApprove);
};
const FIVE = accountWith(grant('annual', 5));

describe('the balances of December, exported in January', () => {
  test('show December, without next year’s grant and the carry-over', () => {
    const january = booked(FIVE, '2027-01-01');
    expect(lineOf(january, '2026-12-31')).toMatchObject({
      left: 5 * 480,
      granted: 5 * 480,
      expiresOn: '2026-12-31',
    });
    expect(lineOf(january, '2027-01-31')).toMatchObject({ left: 15 * 480, expiresOn: '2027-12-31' });
  });
  test('leave out next year’s grant that a request in December has booked early', () => {
    const early = leaveOn(FIVE, '2027-01-04', '2026-12-20 12:00');
    expect(Object.keys(early.entries)).toContain('annual-2027');
    expect(lineOf(booked(early, '2027-01-01'), '2026-12-31')).toMatchObject({ left: 5 * 480, used: 0 });
  });
  test('count leave of 31 December that was asked for in January', () => {
    const late = leaveOn(booked(FIVE, '2027-01-01'), '2026-12-31', '2027-01-04 12:00');
    expect(lineOf(late, '2026-12-31')).toMatchObject({ left: 4 * 480, used: 480, expired: 0 });
    expect(lineOf(late, '2027-01-31')).toMatchObject({ left: 14 * 480 });
  });
  test('do not count leave of January', () => {
    const later = leaveOn(booked(FIVE, '2027-01-01'), '2027-01-05', '2027-01-04 12:00');
    expect(lineOf(later, '2026-12-31')).toMatchObject({ left: 5 * 480, used: 0 });
  });
});

test('what expired is that of the year', () => {
  const short = accountWith(grant('comp-time', 2, { grantId: 'o', expiresOn: day('2026-11-30') }));
  const spans: Record<string, AccountSpan> = {};
  const account = { ...booked(short, '2026-12-01'), spans };
  const line = (on: string) => leaveLines(account, day(on)).find(({ typeId }) => typeId === 'comp-time');
  expect(line('2026-11-30')).toMatchObject({ left: 960, expired: 0 });
  expect(line('2026-12-31')).toMatchObject({ left: 0, expired: 960 });
  expect(line('2027-01-31')).toMatchObject({ left: 0, expired: 0 });
});
