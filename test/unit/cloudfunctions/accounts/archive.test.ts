import type { Day, Instant } from '#contracts/common';
import type {
  AccountSpan,
  LedgerEntry,
  StoredAccount,
} from '../../../../cloudfunctions/accounts/domain/account';
import { type AccountArchive, archiveId } from '../../../../cloudfunctions/accounts/domain/archive';
import { broughtBack, reachedBy } from '../../../../cloudfunctions/accounts/domain/bring-back';
import { grantsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import {
  cutOn,
  type MovedAccount,
  moveToArchive,
} from '../../../../cloudfunctions/accounts/domain/move-to-archive';
import { BEGINNING, withArchives } from '../../../../cloudfunctions/accounts/domain/with-archives';
import { instantAt } from '../../../../cloudfunctions/shared/calendar/company-time';
import { day, words } from '../support/rules';

const TODAY = day('2026-11-23');
const CUT = cutOn(TODAY, null);

const line = (kind: LedgerEntry['kind'], minutes: number, on: string, more: Partial<LedgerEntry> = {}) => ({
  kind,
  typeId: 'comp-time',
  minutes,
  at: instantAt(day(on), 600),
  grantId: 'O1-grant',
  requestId: 'R1',
  validFrom: null,
  expiresOn: null,
  basis: [],
  byId: null,
  note: '',
  ...more,
});

const span = (requestId: string, on: string, more: Partial<AccountSpan> = {}): AccountSpan => ({
  requestId,
  kind: 'leave',
  state: 'approved',
  name: words('Comp time'),
  day: day(on),
  from: instantAt(day(on), 540),
  to: instantAt(day(on), 1_080),
  minutes: 480,
  perDay: { [on]: 480 },
  leaveTypeId: 'comp-time',
  paidShare: 100,
  ...more,
});

/** Comp time of overtime in January that ended in June, and a day of it that was taken in March. */
const account = (more: Partial<StoredAccount> = {}): StoredAccount => ({
  _id: 'E0001',
  rev: 5,
  spans: {
    'O1-0': span('O1', '2026-01-10', { kind: 'overtime', compensation: 'comp-time', payClass: 200 }),
    R1: span('R1', '2026-03-10'),
  },
  entries: {
    'O1-grant': line('grant', 480, '2026-01-10', {
      requestId: 'O1',
      validFrom: day('2026-01-10'),
      expiresOn: day('2026-06-10'),
    }),
    'R1-1-hold-O1-grant': line('hold', -480, '2026-03-01'),
    'R1-1-release-O1-grant': line('release', 480, '2026-03-02'),
    'R1-1-use-O1-grant': line('use', -480, '2026-03-02'),
  },
  applied: { O1: 2, R1: 2 },
  ...more,
});

const moved = (of: StoredAccount, today: Day = TODAY): MovedAccount => {
  const found = moveToArchive(of, cutOn(today, null), 1);
  if (!found) throw new Error('nothing was moved');
  return found;
};
const archivesOf = ({ parts }: MovedAccount): (AccountArchive & { quarter: string })[] =>
  [...parts].map(([quarter, part]) => ({ _id: archiveId('E0001', quarter), rev: 1, quarter, ...part }));

test('a request goes to the quarter in which it ended, a grant to that in which it ended', () => {
  const { account: rest, parts } = moved(account());
  expect(
    [...parts].map(([quarter, { requests, grants }]) => [
      quarter,
      Object.keys(requests),
      Object.keys(grants),
    ]),
  ).toEqual([
    ['2026Q1', ['O1', 'R1'], []],
    ['2026Q2', [], ['O1-grant']],
  ]);
  expect([rest.entries, rest.applied]).toEqual([{}, {}]);
  expect(rest.archive).toEqual({
    before: '2026-07-01',
    leaveBefore: '2024-01-01',
    parts: { '2026Q1': 1, '2026Q2': 1 },
  });
});

test('leave stays as a copy for as long as rules look at its year, and then goes', () => {
  const { account: rest } = moved(account());
  expect(rest.spans).toEqual({ R1: { ...account().spans.R1, archived: true } });
  // A copy alone is no request: it goes into no archive again.
  expect(moveToArchive(rest, CUT, 1)).toBeNull();
  const later = moved(rest, day('2029-01-02'));
  expect([later.account.spans, later.parts.size, later.account.archive?.leaveBefore]).toEqual([
    {},
    0,
    '2027-01-01',
  ]);
});

test('too little is not worth a transaction', () => {
  expect(moveToArchive(account(), CUT)).toBeNull();
});

test.each<[string, Partial<StoredAccount>]>([
  ['that waits', { spans: { ...account().spans, R1: span('R1', '2026-03-10', { state: 'open' }) } }],
  ['that may not be stored yet', { staged: { R1: { _id: 'R1' } as never } }],
  ['that was booked lately', { entries: { ...account().entries, x: line('return', 0, '2026-11-01') } }],
  ['that ended lately', { spans: { ...account().spans, R1: span('R1', '2026-07-01') } }],
  [
    'whose minutes are held',
    { entries: { ...account().entries, 'R1-1-release-O1-grant': line('release', 0, '2026-03-02') } },
  ],
])('a request %s stays, with the grant that it draws on', (_, more) => {
  const { account: rest, parts } = moved(account(more));
  expect([...parts.values()].flatMap(({ requests }) => Object.keys(requests))).toEqual(['O1']);
  expect(rest.entries).toEqual(account(more).entries);
});

test('a grant of which something is left stays, and what was drawn on it is carried as one sum', () => {
  const { entries } = account();
  const half = { ...entries, 'R1-1-use-O1-grant': line('use', -240, '2026-03-02') };
  const { account: rest, parts } = moved(account({ entries: half }));
  expect([...parts.keys()]).toEqual(['2026Q1']);
  expect(Object.keys(rest.entries).sort()).toEqual(['O1-grant', 'carried~O1-grant']);
  expect(grantsOf(rest.entries)).toEqual(grantsOf(half));
});

test('leave of which days have returned stays for as long as rules look at its year', () => {
  const returned = { ...account().entries, 'R1-1-return-O1-grant': line('return', 240, '2026-03-10') };
  const requestsOf = (found: MovedAccount) =>
    [...found.parts.values()].flatMap(({ requests }) => Object.keys(requests));
  expect(requestsOf(moved(account({ entries: returned })))).toEqual(['O1']);
  expect(requestsOf(moved(account({ entries: returned }), day('2029-01-02')))).toEqual(['O1', 'R1']);
});

test('a grant and what was carried over of it go together, with the sum of what was drawn until the end', () => {
  const yearly = (id: string, from: string, to: string) =>
    line(id.endsWith('carry') ? 'carry' : 'grant', 240, from, {
      grantId: id,
      requestId: null,
      validFrom: day(from),
      expiresOn: day(to),
    });
  const use = (id: string, on: string) => line('use', -240, on, { grantId: id, requestId: id });
  const entries = {
    'annual-2023': yearly('annual-2023', '2023-01-01', '2023-12-31'),
    'annual-2023-carry': yearly('annual-2023-carry', '2024-01-01', '2024-03-31'),
    C: line('use', 0, '2024-08-01', { grantId: 'annual-2023-carry', requestId: 'C' }),
    A: use('annual-2023', '2023-11-01'),
    B: use('annual-2023-carry', '2024-02-01'),
  };
  const old = account({ spans: {}, applied: {}, entries });
  const early = moved(old, day('2026-11-23'));
  expect([...early.parts.values()].flatMap(({ grants }) => Object.keys(grants))).toEqual([]);
  expect(early.account.entries['carried~annual-2023-carry']?.at).toBe(instantAt(day('2024-08-01'), 600));
  const { parts } = moved(old, day('2027-05-01'));
  expect(Object.keys(parts.get('2024Q3')?.grants['annual-2023'] ?? {}).sort()).toEqual([
    'annual-2023',
    'annual-2023-carry',
    'carried~annual-2023',
    'carried~annual-2023-carry',
  ]);
});

test('days of a year stay with their year while last year’s losses depend on it', () => {
  const yearly = {
    'annual-2024': line('grant', 0, '2024-01-01', {
      grantId: 'annual-2024',
      requestId: null,
      validFrom: day('2024-01-01'),
      expiresOn: day('2024-12-31'),
    }),
  };
  expect(moveToArchive(account({ spans: {}, applied: {}, entries: yearly }), CUT, 1)).toBeNull();
  expect(moved(account({ spans: {}, applied: {}, entries: yearly }), day('2027-05-01')).parts.size).toBe(1);
});

test('of whoever has left nothing is archived that reaches beyond the last day', () => {
  expect(cutOn(TODAY, day('2026-03-01'))).toEqual({ before: '2026-03-01', leaveBefore: '2024-01-01' });
  const found = moveToArchive(account(), cutOn(TODAY, day('2026-03-01')), 1);
  expect([...(found?.parts.values() ?? [])].flatMap(({ requests }) => Object.keys(requests))).toEqual(['O1']);
});

test('a request that is touched comes back with its grant, and leaves the archives', () => {
  const found = moved(account());
  const reached = reachedBy(found.account, { entries: {} }, 'R1');
  const back = broughtBack(found.account, archivesOf(found), reached);
  expect(grantsOf(back.account.entries)).toEqual(grantsOf(account().entries));
  expect(back.account.applied).toEqual({ R1: 2 });
  expect(back.account.spans.R1).toEqual(account().spans.R1);
  expect(back.archives.map(({ rev, requests, grants }) => [rev, Object.keys(requests), grants])).toEqual([
    [2, ['O1'], {}],
    [2, [], {}],
  ]);
  expect(back.account.archive?.parts).toEqual({ '2026Q1': 2, '2026Q2': 2 });
});

test('a grant comes back that leave of a past day draws on', () => {
  const found = moved(account());
  const change = { entries: { 'R9-1-hold-O1-grant': line('hold', -60, '2026-11-20', { requestId: 'R9' }) } };
  const applied = { ...found.account.applied, R9: 1 };
  const reached = reachedBy({ ...found.account, applied }, change, 'R9');
  expect(reached).toEqual({ requests: [], families: ['O1-grant'] });
  const { account: rest } = broughtBack(found.account, archivesOf(found), reached);
  expect(Object.keys(rest.entries).sort()).toEqual(['O1-grant', 'carried~O1-grant']);
});

test('put together again it is as it was; a part of it carries what is older', () => {
  const found = moved(account());
  const archives = archivesOf(found);
  const whole = withArchives(found.account, archives, BEGINNING);
  expect([whole.spans, whole.entries]).toEqual([account().spans, account().entries]);
  const since = day('2026-04-01');
  const part = withArchives(found.account, archives.slice(1), since);
  expect(Object.keys(part.entries).sort()).toEqual(['O1-grant', 'carried~O1-grant']);
  expect(grantsOf(part.entries)).toEqual(grantsOf(account().entries));
  expect(part.entries['carried~O1-grant']?.at).toBeLessThan(instantAt(since, 0) as Instant);
  // The rest of it later is not added twice.
  const all = withArchives(part, archives.slice(0, 1), BEGINNING);
  expect([all.entries, all.archive?.parts]).toEqual([account().entries, {}]);
});

test('eight quarters at once, the oldest first', () => {
  const years = ['2022', '2023', '2024', '2025'];
  const days = years.flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-15`));
  const trips = days.map((on, index) => [`T${index}`, span(`T${index}`, on, { kind: 'trip' })] as const);
  const { account: rest, parts } = moved(
    account({ spans: Object.fromEntries(trips), entries: {}, applied: {} }),
  );
  expect([...parts.keys()]).toEqual(
    ['2022', '2023'].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}Q${q}`)),
  );
  expect(Object.keys(rest.spans)).toHaveLength(8);
});
