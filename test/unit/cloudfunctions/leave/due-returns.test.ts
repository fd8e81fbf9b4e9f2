import type { AccountSpan, LedgerEntry } from '../../../../cloudfunctions/accounts/rules';
import { dueReturns, returnsOf } from '../../../../cloudfunctions/leave/domain/due-returns';
import { grant } from '../support/requests';
import { at, day } from '../support/rules';
import { span } from '../support/spans';

const NOW = at('2026-06-05 01:00');
// Monday and Tuesday.
const DAYS = { '2026-06-29': 480, '2026-06-30': 480 } as AccountSpan['perDay'];
const leave = (more: Partial<AccountSpan> = {}) =>
  span('leave', 'approved', '2026-06-29 09:00', '2026-06-30 18:00', {
    requestId: 'R1',
    perDay: DAYS,
    ...more,
  });
const used = (minutes: number, more: Partial<LedgerEntry> = {}) =>
  grant('annual', 0, { kind: 'use', minutes, requestId: 'R1', ...more });
const ENTRIES = { 'annual-2026': grant('annual', 10), 'R1-1-use-annual-2026': used(-960) };
const minutesOf = (lines: Readonly<Record<string, LedgerEntry>>) =>
  Object.fromEntries(Object.entries(lines).map(([key, { minutes }]) => [key, minutes]));

describe('somebody leaves on the first of two days of leave', () => {
  test('the second day comes back, with the reason', () => {
    const lines = dueReturns(day('2026-06-29'), { entries: ENTRIES, spans: { R1: leave() } }, NOW);
    expect(lines).toEqual({
      'R1-1-return-annual-2026': {
        ...used(480),
        kind: 'return',
        at: NOW,
        basis: [{ code: 'AFTER_LAST_DAY', data: { lastDay: '2026-06-29' } }],
      },
    });
  });
  test('once, and is used again if they stay', () => {
    const lines = dueReturns(day('2026-06-29'), { entries: ENTRIES, spans: { R1: leave() } }, NOW);
    const after = { entries: { ...ENTRIES, ...lines }, spans: { R1: leave() } };
    expect(dueReturns(day('2026-06-29'), after, NOW)).toEqual({});
    const stays = dueReturns(null, after, NOW);
    expect(minutesOf(stays)).toEqual({ 'R1-1-return-annual-2026': 0 });
    expect(Object.values(stays)[0]?.basis).toEqual([]);
  });
  test.each<[string, AccountSpan]>([
    ['leave that nobody approved', leave({ state: 'open' })],
    ['a trip', leave({ kind: 'trip' })],
    ['leave that took nothing from a balance', leave({ requestId: 'R2' })],
  ])('nothing comes back of %s', (_, each) => {
    expect(dueReturns(day('2026-06-29'), { entries: ENTRIES, spans: { R1: each } }, NOW)).toEqual({});
  });
  test('nothing changes for who stays, or leaves later', () => {
    const account = { entries: ENTRIES, spans: { R1: leave() } };
    expect(dueReturns(null, account, NOW)).toEqual({});
    expect(dueReturns(day('2026-06-30'), account, NOW)).toEqual({});
  });
});

describe('what an approved leave gives back of its grants', () => {
  const kept =
    (...days: string[]) =>
    (on: string) =>
      days.includes(on);
  test('all of a grant that is not needed any more, and what ended with a grant stays ended', () => {
    const entries = { ...ENTRIES, 'R1-1-expire-annual-2026': used(-480, { kind: 'expire' }) };
    expect(minutesOf(returnsOf(entries, leave(), kept(), NOW))).toEqual({ 'R1-1-return-annual-2026': 960 });
    expect(minutesOf(returnsOf(entries, leave(), kept('2026-06-29', '2026-06-30'), NOW))).toEqual({
      'R1-1-return-annual-2026': 0,
    });
  });
  test('of a hold that is not used yet nothing', () => {
    const held = {
      'annual-2026': grant('annual', 10),
      'R1-1-hold-annual-2026': used(-960, { kind: 'hold' }),
    };
    expect(returnsOf(held, leave(), kept(), NOW)).toEqual({});
    const odd = { 'annual-2026': grant('annual', 10), 'R1-use': used(-960) };
    expect(returnsOf(odd, leave(), kept(), NOW)).toEqual({});
  });
  test('a leave without days needs none', () => {
    const { perDay: _, ...bare } = leave();
    expect(minutesOf(returnsOf(ENTRIES, bare, kept('2026-06-29'), NOW))).toEqual({
      'R1-1-return-annual-2026': 960,
    });
  });
});
