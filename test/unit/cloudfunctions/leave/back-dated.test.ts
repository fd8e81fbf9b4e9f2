import type { Account } from '../../../../cloudfunctions/accounts/domain/account';
import { grantsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import { adjustmentEntries } from '../../../../cloudfunctions/leave/domain/adjustment';
import { endingEntries } from '../../../../cloudfunctions/leave/domain/due-endings';
import { dueEntries } from '../../../../cloudfunctions/leave/domain/due-entries';
import { leaveRules } from '../../../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { refreshBalance, refreshExpiry } from '../../../../cloudfunctions/leave/domain/refresh-balance';
import { accountWith, applied, factOf, grant, person, problemOf, question } from '../support/requests';
import { at, day } from '../support/rules';

const DAY = 480;
const leave = (leaveType: string, from: string, to: string, account: Account, time = '2027-01-04 12:00') =>
  leaveRules(
    question(
      'leave',
      { leaveType, period: { unit: 'day', from: day(from), to: day(to) }, reason: 'x' },
      { account, time },
    ),
  );
const booked = (account: Account, on: string): Account => ({
  ...account,
  entries: {
    ...account.entries,
    ...dueEntries(person(), account, CHINA_LEAVE_TYPES, {
      today: day(on),
      until: Number(on.slice(0, 4)),
      now: at(`${on} 01:00`),
    }),
  },
});
const left = (account: Account): Record<string, number> =>
  Object.fromEntries(grantsOf(account.entries).map((each) => [each.id, each.left / DAY]));
const compTime = grant('comp-time', 2, { grantId: 'overtime-grant', validFrom: day('2026-07-01') });

describe('leave of 31 December, asked for on 4 January', () => {
  describe('from comp time that expired on that day', () => {
    const asked = () => {
      const expired = booked(accountWith(compTime), '2027-01-01');
      const answer = leave('comp-time', '2026-12-31', '2026-12-31', expired);
      return { expired, answer, held: applied(expired, answer.onSubmit) };
    };

    test('is taken from the comp time that was valid, and the rest stays expired', () => {
      const { expired, answer, held } = asked();
      expect(left(expired)['overtime-grant']).toBe(0);
      expect(problemOf(answer)).toBeNull();
      expect(factOf(answer, 'BALANCE')?.data).toMatchObject({ before: 2 * DAY, after: DAY });
      const approved = applied(held, answer.onApprove);
      expect(left(approved)['overtime-grant']).toBe(0);
      expect(
        endingEntries(
          approved.entries,
          CHINA_LEAVE_TYPES,
          'shanghai',
          day('2027-01-05'),
          at('2027-01-05 01:00'),
        ),
      ).toEqual({});
    });
    test('expires again if it is rejected', () => {
      const { answer, held } = asked();
      const rejected = booked(applied(held, answer.onReject), '2027-01-05');
      expect(left(rejected)['overtime-grant']).toBe(0);
      const expiry = Object.values(rejected.entries).filter(({ kind }) => kind === 'expire');
      expect(expiry.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(-2 * DAY);
    });
    test('is asked for once: a retry writes the same entries', () => {
      const { answer, held } = asked();
      expect(leave('comp-time', '2026-12-31', '2026-12-31', held).onSubmit.entries).toMatchObject(
        answer.onSubmit.entries,
      );
    });
    test('asked for again after a return is taken again', () => {
      const { answer, held } = asked();
      const returned = booked(applied(held, answer.onReject), '2027-01-05');
      const again = leave('comp-time', '2026-12-30', '2026-12-31', returned, '2027-01-05 12:00');
      expect(problemOf(again)).toBeNull();
      const approved = applied(applied(returned, again.onSubmit), again.onApprove);
      expect(left(approved)['overtime-grant']).toBe(0);
    });
    test('is refused beyond what was left', () => {
      const { expired } = asked();
      const answer = leave('comp-time', '2026-12-29', '2026-12-31', expired);
      expect(problemOf(answer)).toEqual({
        code: 'LEAVE_BALANCE_SHORT',
        wanted: 3 * DAY,
        left: 2 * DAY,
        unit: 'hour',
      });
    });
    test('shows the approver the balance of those days and that it is kept while it waits', () => {
      const { answer, held } = asked();
      const request = { _id: 'R1', spanFrom: at('2026-12-31 09:00'), spanTo: at('2026-12-31 18:00') };
      const facts = refreshBalance(answer.facts, request, held, day('2027-01-05'));
      expect(facts.find(({ code }) => code === 'BALANCE')?.data).toMatchObject({
        before: 2 * DAY,
        after: DAY,
      });
      expect(refreshExpiry([], request, held, day('2027-01-05'), 7)).toMatchObject([
        { data: { minutes: DAY, day: '2026-12-31' } },
      ]);
    });
  });

  describe('from annual leave that was carried over', () => {
    test('is taken from last year, and the carry-over has one day less', () => {
      const carried = booked(accountWith(grant('annual', 5)), '2027-01-01');
      expect(left(carried)).toMatchObject({ 'annual-2026': 0, 'annual-2026-carry': 5 });
      const answer = leave('annual', '2026-12-31', '2026-12-31', carried);
      expect(factOf(answer, 'BALANCE')?.data).toMatchObject({ before: 5 * DAY, after: 4 * DAY });
      const approved = applied(applied(carried, answer.onSubmit), answer.onApprove);
      expect(left(approved)).toMatchObject({ 'annual-2026': 0, 'annual-2026-carry': 4, 'annual-2027': 10 });
      const cancelled = booked(applied(approved, answer.onCancel), '2027-01-06');
      expect(left(cancelled)).toMatchObject({ 'annual-2026': 0, 'annual-2026-carry': 5 });
    });
    test('does not take the same carried day twice over the turn of the year', () => {
      const one = booked(accountWith(grant('annual', 1)), '2027-01-01');
      const answer = leave('annual', '2026-12-31', '2027-01-04', one);
      const approved = applied(applied(one, answer.onSubmit), answer.onApprove);
      expect(left(approved)).toMatchObject({ 'annual-2026': 0, 'annual-2026-carry': 0, 'annual-2027': 9 });
    });
    test('is short where last year has nothing left, although the new year has', () => {
      const used = booked(accountWith(grant('annual', 0)), '2027-01-01');
      expect(problemOf(leave('annual', '2026-12-31', '2026-12-31', used))).toMatchObject({ left: 0 });
    });
  });

  test('is taken from company leave whose carry-over has expired too', () => {
    const types = CHINA_LEAVE_TYPES.map((type) =>
      type._id === 'company-annual' ? { ...type, enabled: true } : type,
    );
    const start = accountWith(grant('company-annual', 5, { grantId: 'company-annual-2026' }));
    const when = (on: string) => ({ today: day(on), until: 2027, now: at(`${on} 01:00`) });
    const january = applied(start, {
      spans: {},
      entries: dueEntries(person(), start, types, when('2027-01-01')),
    });
    const april = applied(january, {
      spans: {},
      entries: dueEntries(person(), january, types, when('2027-04-01')),
    });
    expect(left(april)).toMatchObject({ 'company-annual-2026': 0, 'company-annual-2026-carry': 0 });
    const asked = question(
      'leave',
      {
        leaveType: 'company-annual',
        period: { unit: 'day', from: day('2026-12-31'), to: day('2026-12-31') },
        reason: 'x',
      },
      { account: april, time: '2027-04-06 12:00', leaveTypes: types },
    );
    const answer = leaveRules(asked);
    expect(problemOf(answer)).toBeNull();
    const approved = applied(applied(april, answer.onSubmit), answer.onApprove);
    expect(left(approved)).toMatchObject({ 'company-annual-2026': 0, 'company-annual-2026-carry': 0 });
  });

  test('can use a day that HR adds in January', () => {
    const empty = booked(accountWith(grant('annual', 0)), '2027-01-01');
    const adjustment = { key: 'k', typeId: 'annual', minutes: DAY, expiresOn: null, reason: 'x', byId: 'E9' };
    const entries = adjustmentEntries(empty.entries, adjustment, day('2027-01-04'), at('2027-01-04 10:00'));
    const answer = leave('annual', '2026-12-31', '2026-12-31', applied(empty, { spans: {}, entries }));
    expect(problemOf(answer)).toBeNull();
  });
});

test('a request for comp time before the nightly run does not let annual leave expire that is carried over', () => {
  const before = accountWith(
    grant('annual', 5),
    grant('comp-time', 2, { grantId: 'overtime-grant', expiresOn: day('2027-06-30') }),
  );
  const answer = leave('comp-time', '2027-01-04', '2027-01-04', before, '2027-01-01 00:10');
  const after = booked(applied(before, answer.onSubmit), '2027-01-01');
  expect(left(after)).toMatchObject({ 'annual-2026': 0, 'annual-2026-carry': 5 });
});
