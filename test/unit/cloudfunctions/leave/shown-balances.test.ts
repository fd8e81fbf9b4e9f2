import type { AccountSpan, LedgerEntry } from '../../../../cloudfunctions/accounts/rules';
import { fact } from '../../../../cloudfunctions/approvals/kind/answer';
import { leaveBalances, ledgerLines } from '../../../../cloudfunctions/leave/domain/balances';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { returnDays } from '../../../../cloudfunctions/leave/domain/return-days';
import { addDays } from '../../../../cloudfunctions/shared/calendar/company-time';
import { accountWith, grant, person } from '../support/requests';
import { at, day, words } from '../support/rules';

const TODAY = day('2026-09-21');
const NOW = at('2026-09-21 12:00');
const balances = (account: ReturnType<typeof accountWith>, who = person()) =>
  leaveBalances(who, account, CHINA_LEAVE_TYPES, TODAY, NOW);
const of = (id: string, ...args: Parameters<typeof balances>) =>
  balances(...args).find(({ type }) => type.id === id);
const booked = (kind: LedgerEntry['kind'], minutes: number, more: Partial<LedgerEntry> = {}) =>
  grant('annual', 0, { kind, minutes, requestId: 'R1', grantId: 'annual-2026', ...more });

describe('the balance that a person sees', () => {
  const account = {
    ...accountWith(grant('annual', 10, { basis: [fact('RECOUNTED', { before: 1, after: 2 })] })),
  };
  const entries = {
    ...account.entries,
    'R1-1-hold-annual-2026': booked('hold', -480),
    'R2-1-use-annual-2026': booked('use', -960, { requestId: 'R2' }),
    'R3-1-return-annual-2026': booked('return', 240, { requestId: 'R3' }),
  };

  test('adds up: left, held and used are what was granted', () => {
    const found = of('annual', { ...account, entries });
    expect(found).toMatchObject({
      left: 3_600,
      held: 480,
      used: 720,
      expiring: { minutes: 3_600, on: '2026-12-31' },
    });
    expect(found).not.toHaveProperty('lost');
    expect(found).not.toHaveProperty('leaving');
    expect(found?.basis).toEqual([fact('RECOUNTED', { before: 1, after: 2 })]);
    expect(found?.type).toMatchObject({ id: 'annual', balance: true, paidShare: 100 });
    expect(found?.type).not.toHaveProperty('most');
  });

  test('names what ends first, and nothing where nothing is left or nothing ends', () => {
    const more = accountWith(
      grant('annual', 10),
      grant('annual', 2, { grantId: 'c1', kind: 'carry', expiresOn: day('2026-10-31') }),
      grant('annual', 1, { grantId: 'c2', kind: 'carry', expiresOn: day('2026-10-31') }),
      grant('annual', 0, { grantId: 'c3', kind: 'carry', expiresOn: day('2026-09-30') }),
    );
    expect(of('annual', more)?.expiring).toEqual({ minutes: 1_440, on: '2026-10-31' });
    const endless = accountWith(grant('annual', 10, { expiresOn: null }));
    expect(of('annual', endless)?.expiring).toBeNull();
  });

  const span = (more: Partial<AccountSpan>): AccountSpan => ({
    requestId: 'R1',
    kind: 'leave',
    state: 'approved',
    name: words('Sick'),
    day: day('2026-03-02'),
    from: at('2026-03-02 09:00'),
    to: at('2026-03-02 18:00'),
    minutes: 480,
    leaveTypeId: 'sick',
    ...more,
  });

  test('of leave without a balance is what was taken and asked for this year', () => {
    const spans = {
      a: span({}),
      b: span({ state: 'open', minutes: 240 }),
      c: span({ day: day('2025-12-31') }),
      d: span({ leaveTypeId: 'personal' }),
      e: span({ state: 'rejected' }),
    };
    expect(of('sick', { ...accountWith(), spans })).toMatchObject({
      left: 0,
      held: 240,
      used: 480,
      expiring: null,
      basis: [],
      type: { balance: false },
    });
  });

  test('is there for what the person may have, or will have after a waiting time', () => {
    const ids = (who = person()) => balances(accountWith(), who).map(({ type }) => type.id);
    expect(ids(person({ sex: 'male' }))).not.toContain('maternity');
    expect(ids(person({ hiredOn: day('2026-09-01'), workingSince: day('2026-09-01') }))).toContain('annual');
  });

  test('of a leaver says what is earned and paid out', () => {
    const leaver = person({ leftOn: day('2026-09-30') });
    expect(of('annual', accountWith(grant('annual', 10)), leaver)?.leaving).toMatchObject({
      lastDay: '2026-09-30',
      percent: 300,
    });
    const comp = accountWith(grant('comp-time', 1, { grantId: 'comp-1' }));
    expect(of('comp-time', comp, leaver)?.leaving).toMatchObject({
      earned: null,
      payOut: 480,
      percent: null,
    });
    expect(
      of('annual', accountWith(grant('annual', 10)), person({ leftOn: day('2027-01-31') })),
    ).not.toHaveProperty('leaving');
  });
});

describe('the lines of the ledger', () => {
  test('come newest first, without holds that were released, and without zeros', () => {
    const entries = {
      'annual-2026': grant('annual', 10),
      'R1-1-hold-annual-2026': booked('hold', -480),
      'R1-1-release-annual-2026': booked('release', 480),
      'R2-1-hold-annual-2026': booked('hold', -240, { requestId: 'R2', at: NOW, note: 'x' }),
      'R3-1-use-annual-2026': booked('use', 0, { requestId: 'R3' }),
      'a-same': booked('use', -60, { requestId: 'R4', at: NOW }),
    };
    expect(ledgerLines(entries).map(({ id }) => id)).toEqual([
      'R2-1-hold-annual-2026',
      'a-same',
      'annual-2026',
    ]);
    expect(ledgerLines(entries)[0]).toEqual({
      id: 'R2-1-hold-annual-2026',
      kind: 'hold',
      typeId: 'annual',
      minutes: -240,
      at: NOW,
      requestId: 'R2',
      expiresOn: '2026-12-31',
      note: 'x',
    });
  });

  test('are two hundred at most', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at_) => [`k${at_}`, booked('use', -1)]));
    expect(ledgerLines(many)).toHaveLength(200);
  });
});

describe('days that come back', () => {
  const span: AccountSpan = {
    requestId: 'R1',
    kind: 'leave',
    state: 'approved',
    name: words('Annual'),
    day: day('2026-09-14'),
    from: at('2026-09-14 09:00'),
    to: at('2026-09-14 18:00'),
    minutes: 480,
    perDay: { '2026-09-14': 480 } as never,
    leaveTypeId: 'annual',
  };

  test('are in the balance again, which is told before and after', () => {
    const { entries } = accountWith(grant('annual', 10));
    const used = { ...entries, 'R1-1-use-annual-2026': booked('use', -960) };
    const found = returnDays(used, span, NOW);
    expect(
      Object.values(found.entries).map(({ kind, minutes, grantId }) => [kind, minutes, grantId]),
    ).toEqual([['return', 480, 'annual-2026']]);
    expect(found.facts).toEqual([fact('BALANCE', { type: words('Annual'), before: 3_840, after: 4_320 })]);
    expect(returnDays(used, { ...span, unit: 'hour' }, NOW).facts[0]?.data).toMatchObject({ unit: 'hour' });
  });

  test('of leave that took nothing change nothing', () => {
    expect(returnDays(accountWith(grant('annual', 10)).entries, span, NOW)).toEqual({
      entries: {},
      facts: [],
    });
  });
});

describe('days that are lost', () => {
  const account = accountWith(grant('annual', 10));
  const lines = (...minutes: number[]) =>
    Object.fromEntries(
      minutes.map((each, index) => [
        `annual-2026-lost-${index}`,
        booked('lost', each, { requestId: null, basis: [fact('RECOUNTED', { before: 1, after: 2 })] }),
      ]),
    );
  // Four months, more than three after ten years of service.
  const sick = Array.from({ length: 120 }, (_, index) => addDays(day('2026-02-01'), index));
  const spans = {
    S: {
      requestId: 'S',
      kind: 'leave',
      state: 'approved',
      name: words('Sick'),
      day: day('2026-02-01'),
      from: at('2026-02-01 00:00'),
      to: at('2026-06-01 00:00'),
      minutes: 120 * 480,
      perDay: Object.fromEntries(sick.map((on) => [on, 480])),
      leaveTypeId: 'sick',
    } as AccountSpan,
  };
  test('to long sick leave are said, with the reason', () => {
    const found = of('annual', { ...account, spans });
    expect(found).toMatchObject({ left: 0, lost: 4_800 });
    expect(found?.basis.length).toBeGreaterThan(0);
    const lost = { ...account, spans, entries: { ...account.entries, ...lines(-480, -4_320) } };
    expect(of('annual', lost)?.basis).toEqual([fact('RECOUNTED', { before: 1, after: 2 })]);
  });
  test('and came back are not said any more', () => {
    const found = of('annual', { ...account, entries: { ...account.entries, ...lines(-480, 480) } });
    expect(found).toMatchObject({ left: 4_800 });
    expect(found).not.toHaveProperty('lost');
    expect(found?.basis.map(({ code }) => code)).toEqual(['SERVICE']);
  });
});

test('leave without a balance says how much may be taken, with one it does not', () => {
  expect(of('marriage', accountWith())?.type.most).toEqual({ minutes: 4_800, per: 'request' });
  expect(of('annual', accountWith(grant('annual', 10)))?.type).not.toHaveProperty('most');
});

test('before anything is granted the balance says how the year would be worked out', () => {
  const joiner = person({ hiredOn: day('2026-09-01'), workingSince: day('2026-09-01') });
  expect(of('annual', accountWith(), joiner)).toMatchObject({
    left: 0,
    basis: [{ code: 'SERVICE_WAITING' }],
  });
});

test('of grants that have ended nothing is paid to a leaver', () => {
  const leaver = person({ leftOn: day('2026-09-30') });
  const ended = grant('comp-time', 1, { grantId: 'old', expiresOn: day('2026-09-29') });
  const lasting = grant('comp-time', 2, { grantId: 'new', expiresOn: day('2026-09-30') });
  expect(of('comp-time', accountWith(ended, lasting), leaver)?.leaving).toMatchObject({ payOut: 960 });
});

test('lines of the same moment are in the order of their keys; what HR wrote is never taken for a hold', () => {
  const line = (more: Partial<LedgerEntry> = {}) =>
    booked('adjust', 480, { requestId: null, at: NOW, ...more });
  const keys = ledgerLines({ b: line(), a: line(), c: line({ at: at('2026-09-22 12:00') }) }).map(
    ({ id }) => id,
  );
  expect(keys).toEqual(['c', 'a', 'b']);
  const hold = booked('hold', -480, { requestId: null });
  expect(ledgerLines({ 'x-hold-y': hold, 'x-release-y': line() })).toHaveLength(2);
  expect(
    ledgerLines({ 'R1-1-use-g': booked('use', -480), 'R1-1-release-g': booked('release', 480) }),
  ).toHaveLength(1);
});
