import type { Account, AccountSpan, LedgerEntry } from '../../../../../cloudfunctions/accounts/rules';
import {
  linesOfOthers,
  recountLines,
  withBooked,
} from '../../../../../cloudfunctions/approvals/domain/request/recount-ledger';
import {
  type Evaluated,
  isInForce,
  type Recounted,
  recountRequest,
  takesMore,
} from '../../../../../cloudfunctions/approvals/domain/request/recount-request';
import type { RequestDocument } from '../../../../../cloudfunctions/approvals/domain/request/request';
import { fact, warning } from '../../../../../cloudfunctions/approvals/kind/answer';
import type { KindAnswer } from '../../../../../cloudfunctions/approvals/kind/kind';
import { AppError } from '../../../../../cloudfunctions/shared/errors/app-error';
import { hoursLater, requestOf, SENT } from '../../support/request-document';
import { accountWith, grant } from '../../support/requests';
import { day, words } from '../../support/rules';

const NOW = hoursLater(1);
const booked = (minutes: number, more: Partial<LedgerEntry> = {}): LedgerEntry =>
  grant('annual', 0, { kind: 'hold', minutes, requestId: 'R1', grantId: 'g', ...more });

describe('the ledger after a recount', () => {
  const lines = (
    before: Account['entries'],
    wanted: Account['entries'],
    state: 'pending' | 'approved' = 'approved',
  ) => recountLines(before, wanted, { requestId: 'R1', rev: 4, state, before: 960, after: 480, now: NOW });

  test('gets the difference as a line of its own, which says from what to what', () => {
    expect(lines({ x: booked(-960) }, { y: booked(-480) })).toEqual({
      'R1-recount-4-g': {
        kind: 'return',
        typeId: 'annual',
        minutes: 480,
        at: NOW,
        grantId: 'g',
        requestId: 'R1',
        validFrom: null,
        expiresOn: null,
        basis: [fact('RECOUNTED', { before: 960, after: 480 })],
        byId: null,
        note: '',
      },
    });
  });

  test.each([
    ['pending', -480, 'hold'],
    ['pending', 480, 'release'],
    ['approved', -480, 'use'],
    ['approved', 480, 'return'],
  ] as const)('of a request that is %s, %d minutes are a %s', (state, minutes, kind) => {
    const [line] = Object.values(lines({}, { y: booked(minutes) }, state));
    expect(line).toMatchObject({ kind, minutes });
  });

  test('a grant of the request itself, such as comp time, is adjusted', () => {
    const own = lines({ x: booked(480, { grantId: 'R1-comp' }) }, {});
    expect(own['R1-recount-4-R1-comp']).toMatchObject({ kind: 'adjust', minutes: -480 });
  });

  test('adds up by grant, and keeps expiries and carry-overs that were reversed apart', () => {
    const found = lines(
      {
        a: booked(-240),
        b: booked(-240),
        e: booked(100, { kind: 'expire' }),
        c: booked(50, { kind: 'carry' }),
      },
      {},
    );
    expect(Object.entries(found).map(([key, { kind, minutes }]) => [key, kind, minutes])).toEqual([
      ['R1-recount-4-g', 'return', 480],
      ['R1-recount-4-expire-g', 'expire', -100],
      ['R1-recount-4-carry-g', 'carry', -50],
    ]);
  });

  test('does not move without a difference, and never for somebody else’s lines', () => {
    expect(lines({ x: booked(-480) }, { y: booked(-480) })).toEqual({});
    expect(lines({ x: booked(-480, { requestId: 'R9' }) }, {})).toEqual({});
    const all = { mine: booked(-1), theirs: booked(-2, { requestId: null }) };
    expect(Object.keys(linesOfOthers(all, 'R1'))).toEqual(['theirs']);
  });

  test('a cancellation returns what came back before as well', () => {
    const onCancel = { k: booked(480), l: booked(10) };
    expect(withBooked(onCancel, { k: booked(240) })).toEqual({ k: booked(720), l: booked(10) });
  });
});

const span = (minutes: number, more: Partial<AccountSpan> = {}): AccountSpan => ({
  requestId: 'R1',
  kind: 'leave',
  state: 'open',
  name: words('Annual'),
  day: day('2026-12-01'),
  from: hoursLater(24),
  to: hoursLater(48),
  minutes,
  ...more,
});
const effect = (minutes: number, entries: Account['entries'] = {}) => ({
  spans: { R1: span(minutes) },
  entries,
});
const answerOf = (minutes: number, more: Partial<KindAnswer> = {}): KindAnswer => ({
  title: words('Annual leave'),
  period: null,
  from: hoursLater(24),
  to: hoursLater(48),
  amountMinutes: minutes,
  amountFen: null,
  days: [],
  facts: [],
  warnings: [],
  problem: null,
  onSubmit: effect(minutes, { 'R1-hold': booked(-minutes), due: grant('annual', 5) }),
  onApprove: effect(minutes, { 'R1-use': booked(0) }),
  onReject: { spans: { R1: null }, entries: { 'R1-release': booked(minutes, { kind: 'release' }) } },
  onCancel: { spans: { R1: null }, entries: { 'R1-return': booked(minutes, { kind: 'return' }) } },
  ...more,
});
const requested = (minutes: number, more: Partial<RequestDocument> = {}) => {
  const { onSubmit, onApprove, onReject, onCancel } = answerOf(minutes);
  return requestOf({
    rev: 3,
    amountMinutes: minutes,
    changes: { onSubmit, onApprove, onReject, onCancel },
    ...more,
  }) as Parameters<typeof recountRequest>[0];
};
const account: Account = { ...accountWith(grant('annual', 5)), rev: 8, entries: { 'R1-hold': booked(-960) } };
const counted = (
  answer: KindAnswer,
  request = requested(960),
  more: Partial<Evaluated> = {},
): Recounted | null =>
  recountRequest(
    request,
    { account, answer, isBeyondLastDay: false, ...more },
    { cause: 'calendar', run: 'run-1' },
    NOW,
  );

describe('a request whose days count differently now', () => {
  test('is counted again, with a line of its timeline, and nobody decides it unseen', () => {
    const found = counted(answerOf(480));
    expect(found).toMatchObject({
      note: { cause: 'calendar', outcome: 'recounted', before: 960, after: 480, run: 'run-1' },
      accountRev: 8,
      before: { rev: 3 },
      after: { rev: 4, effectRev: 4, state: 'pending', amountMinutes: 480, title: words('Annual leave') },
    });
    expect(found?.note).not.toHaveProperty('unit');
    expect(found?.after.timeline).toEqual([
      { verb: 'recount', byId: null, byName: '', byNameEn: '', recount: found?.note, at: NOW, rev: 4 },
    ]);
    expect(found?.after.steps[0]).toMatchObject({ openedRev: 4, openedAt: SENT });
  });

  test('books the difference while it waits, and what others are due beside it', () => {
    const { changes } = (counted(answerOf(480)) as Recounted).after;
    expect(Object.entries(changes.onSubmit.entries).map(([key, { minutes }]) => [key, minutes])).toEqual([
      ['due', 2400],
      ['R1-recount-4-g', 480],
    ]);
    expect(changes.onApprove.entries).toEqual(answerOf(480).onApprove.entries);
    expect(changes.onReject).toEqual(answerOf(480).onReject);
    expect(changes.onCancel).toEqual(answerOf(480).onCancel);
  });

  test('books it with the approval once it is approved', () => {
    const approved = requested(960, { state: 'approved', at: 2, waitingFor: [] });
    const after = (counted(answerOf(480), approved) as Recounted).after;
    expect(Object.keys(after.changes.onSubmit.entries)).toEqual(['R1-hold', 'due']);
    expect(Object.keys(after.changes.onApprove.entries)).toEqual(['due', 'R1-recount-4-g']);
    expect(after.steps[0]?.openedRev).toBe(1);
  });

  test('loses the spans that it no longer has', () => {
    const more = { ...answerOf(960).onSubmit, spans: { R1: span(960), 'R1-2': span(1) } };
    const request = requested(960, { changes: { ...requested(960).changes, onSubmit: more } });
    expect(counted(answerOf(480), request)?.after.changes.onSubmit.spans).toEqual({
      'R1-2': null,
      R1: span(480),
    });
  });

  test('stays as it is where its days count as before, and where the rules cannot count it', () => {
    expect(counted(answerOf(960))).toBeNull();
    expect(counted(answerOf(480, { from: null }))).toBeNull();
  });

  test('is counted again too where only the day, the pay or the days of it are others', () => {
    for (const more of [
      { day: day('2026-12-02') },
      { from: hoursLater(25) },
      { to: hoursLater(47) },
      { payClass: 200 },
      { perDay: { '2026-12-01': 960 } },
    ] as Partial<AccountSpan>[]) {
      const answer = answerOf(960, { onSubmit: { spans: { R1: span(960, more) }, entries: {} } });
      expect([more, counted(answer)?.note.outcome]).toEqual([more, 'recounted']);
    }
    const renamed = answerOf(960, {
      onSubmit: { spans: { R1: span(960, { name: words('x') }) }, entries: {} },
    });
    expect(counted(renamed)).toBeNull();
  });

  test('tells hours where its type is counted in hours', () => {
    const hours = requested(960, {
      facts: [fact('SHORTENED', { backOn: day('2026-12-02'), before: 960, after: 480, unit: 'hour' })],
    });
    const found = counted(answerOf(240), hours);
    expect(found?.note.unit).toBe('hour');
    expect(found?.after.facts).toEqual([
      fact('SHORTENED', { backOn: day('2026-12-02'), before: 960, after: 240, unit: 'hour' }),
    ]);
  });

  test('ends if nothing of it counts any more, or the employment ends before', () => {
    const nothing = answerOf(0, { problem: new AppError('NO_WORKING_TIME', {} as never) });
    for (const found of [
      counted(nothing),
      counted(answerOf(960), requested(960), { isBeyondLastDay: true }),
    ]) {
      expect(found).toMatchObject({
        note: { outcome: 'ended', before: 960, after: 0 },
        after: { state: 'cancelled', decidedAt: NOW, effectRev: 4, waitingFor: [], warnings: [] },
      });
      expect(found?.after.changes.onCancel.spans).toEqual({ R1: null });
      expect(found?.after.changes.onCancel.entries['R1-recount-4-g']).toMatchObject({
        kind: 'release',
        minutes: 960,
      });
      expect(found?.after.steps[0]?.openedRev).toBe(1);
    }
  });

  test('says that its month is locked when it ends, and nothing else', () => {
    const warnings = [
      warning('warn', 'MONTH_LOCKED', { month: '2026-10' as never }),
      warning('warn', 'ALONE', { team: 2 }),
    ];
    expect(
      counted(answerOf(960, { warnings }), requested(960), { isBeyondLastDay: true })?.after.warnings,
    ).toEqual([warnings[0]]);
  });
});

describe('a request that would need more than there is', () => {
  const short = (minutes: number, code = 'LEAVE_BALANCE_SHORT') =>
    answerOf(minutes, { problem: new AppError(code as never, {} as never) });

  test('is left as it is with a warning, once, for HR', () => {
    const request = requested(960, { warnings: [warning('warn', 'ALONE', { team: 2 })] });
    const found = counted(short(1440), request) as Recounted;
    expect(found.note).toMatchObject({ outcome: 'open', before: 960, after: 1440 });
    expect(found.after).toMatchObject({ amountMinutes: 960, effectRev: 1, changes: request.changes });
    expect(found.after.warnings).toEqual([
      warning('warn', 'ALONE', { team: 2 }),
      warning('bad', 'RECOUNT_OPEN', { before: 960, after: 1440 }),
    ]);
    expect(counted(short(1440), found.after as never)).toBeNull();
    expect(counted(short(1920), found.after as never)?.after.warnings).toEqual([
      warning('warn', 'ALONE', { team: 2 }),
      warning('bad', 'RECOUNT_OPEN', { before: 960, after: 1920 }),
    ]);
  });

  test('loses the warning when its days count as before again', () => {
    const open = requested(960, { warnings: [warning('bad', 'RECOUNT_OPEN', { before: 960, after: 1440 })] });
    const found = counted(answerOf(960), open);
    expect(found).toMatchObject({ note: { outcome: 'recounted' }, after: { warnings: [] } });
  });

  test('of fewer days is never held up; of as many only by what concerns the balance, not by a limit', () => {
    expect(counted(short(480))?.note.outcome).toBe('recounted');
    const other = (code: string) => {
      const moved = { spans: { R1: span(960, { day: day('2026-12-08') }) }, entries: {} };
      return counted({ ...short(960, code), onSubmit: moved })?.note.outcome;
    };
    for (const code of ['BLOCKED_DAY', 'LEAVE_TOO_LONG', 'ATTACHMENT_REQUIRED', 'OVERTIME_LIMIT'])
      expect([code, other(code)]).toEqual([code, 'recounted']);
    expect(other('LEAVE_BALANCE_SHORT')).toBe('open');
    expect(counted(short(1440, 'BLOCKED_DAY'))?.note.outcome).toBe('open');
  });
});

test('a recount that takes more of a balance is told from one that returns, or changes nothing', () => {
  expect(takesMore(counted(answerOf(1440)) as Recounted)).toBe(true);
  expect(takesMore(counted(answerOf(480)) as Recounted)).toBe(false);
  const open = counted(
    answerOf(1440, { problem: new AppError('LEAVE_BALANCE_SHORT' as never, {} as never) }),
  );
  expect(takesMore(open as Recounted)).toBe(false);
});

test.each([
  ['pending', true],
  ['approved', true],
  ['rejected', false],
  ['withdrawn', false],
  ['cancelled', false],
] as const)('a request that is %s is counted again: %s', (state, expected) => {
  expect(isInForce(requestOf({ state }))).toBe(expected);
  expect(isInForce(requestOf({ state, cancels: 'R0' }))).toBe(false);
});
