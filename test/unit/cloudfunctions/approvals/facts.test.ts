import type { Day, Instant } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Account, LedgerEntry } from '../../../../cloudfunctions/accounts/domain/account';
import {
  absencesOf,
  awayDays,
  awayFacts,
  similarFacts,
  type TeamRequest,
} from '../../../../cloudfunctions/approvals/domain/facts/team-facts';
import { warning } from '../../../../cloudfunctions/approvals/kind/answer';
import { refreshBalance, refreshExpiry } from '../../../../cloudfunctions/leave/domain/refresh-balance';

const TODAY = '2026-11-23' as Day;

const DAY = 86_400_000;
const asked = (
  id: string,
  who: string,
  from: number,
  to: number,
  more: Partial<TeamRequest> = {},
): TeamRequest => ({
  _id: id,
  applicant: { id: who, name: `${who}名`, nameEn: `${who}Name` },
  applicantId: who,
  teamId: 'T',
  typeId: 'leave',
  kind: 'leave',
  title: { 'zh-CN': '年假', en: 'Annual leave' },
  state: 'approved',
  cancels: null,
  spanFrom: (from * DAY) as Instant,
  spanTo: (to * DAY) as Instant,
  ...more,
});
const own = asked('mine', 'me', 10, 12, { state: 'pending' });

const isAway = (kind: string) => kind === 'leave' || kind === 'trip';

describe('who else is away', () => {
  test.each<[string, TeamRequest, boolean]>([
    ['the same days', asked('x', 'a', 10, 12), true],
    ['a part of them', asked('x', 'a', 11, 20), true],
    ['only asked for', asked('x', 'a', 10, 12, { state: 'pending' }), true],
    ['a trip', asked('x', 'a', 10, 12, { kind: 'trip' }), true],
    ['the days before', asked('x', 'a', 8, 10), false],
    ['the days after', asked('x', 'a', 12, 14), false],
    ['rejected', asked('x', 'a', 10, 12, { state: 'rejected' }), false],
    ['cancelled', asked('x', 'a', 10, 12, { state: 'cancelled' }), false],
    ['to be undone', asked('x', 'a', 10, 12, { cancels: 'y' }), false],
    ['overtime', asked('x', 'a', 10, 12, { kind: 'overtime' }), false],
    ['another team', asked('x', 'a', 10, 12, { teamId: 'U' }), false],
    ['the applicant', asked('x', 'me', 10, 12), false],
  ])('%s', (_, other, counts) => {
    expect(awayFacts(own, [own, other], 5, isAway).facts).toHaveLength(counts ? 1 : 0);
  });

  test('a calendar tells how many others are away on a day, and one’s own absence apart', () => {
    const team = [asked('x', 'a', 10, 12), asked('y', 'a', 11, 12), asked('z', 'b', 11, 12), own];
    // Midnight in China is eight hours before that of UTC.
    const days = ['1970-01-10', '1970-01-11', '1970-01-12', '1970-01-13', '1970-01-14'] as Day[];
    expect(awayDays(absencesOf(team, 'T', isAway), 'me', days)).toEqual([
      { day: '1970-01-11', people: 1, own: true },
      { day: '1970-01-12', people: 2, own: true },
      { day: '1970-01-13', people: 2, own: true },
    ]);
  });

  test('people count once and are named; the last one is warned of', () => {
    const team = [asked('x', 'a', 10, 11), asked('y', 'a', 11, 12), asked('z', 'b', 10, 12)];
    expect(awayFacts(own, team, 4, isAway)).toEqual({
      facts: [
        { code: 'TEAM_AWAY', data: { team: 4, away: 2, names: { 'zh-CN': 'a名、b名', en: 'aName, bName' } } },
      ],
      warnings: [],
    });
    expect(awayFacts(own, team, 3, isAway).warnings).toEqual([
      { code: 'ALONE', data: { team: 3 }, tone: 'warn' },
    ]);
  });

  test('an absence that touches a midnight is of one day only, and a day of one’s own alone is told', () => {
    // The eleventh of January in China, from midnight to midnight.
    const day = (more: object) => [{ ...absencesOf([own], 'T', isAway)[0], ...more }] as never;
    const eleventh = {
      from: (10 * DAY - 8 * 3_600_000) as Instant,
      to: (11 * DAY - 8 * 3_600_000) as Instant,
    };
    const days = ['1970-01-10', '1970-01-11', '1970-01-12'] as Day[];
    expect(awayDays(day({ ...eleventh, employeeId: 'a' }), 'me', days)).toEqual([
      { day: '1970-01-11', people: 1 },
    ]);
    expect(awayDays(day(eleventh), 'me', days)).toEqual([{ day: '1970-01-11', people: 0, own: true }]);
  });

  test('what is decided is told apart from what is asked for', () => {
    const team = [asked('x', 'a', 10, 12), asked('y', 'b', 10, 12, { state: 'pending' })];
    expect(absencesOf(team, 'T', isAway).map(({ employeeId, decided }) => [employeeId, decided])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('many are counted, and not all of them named', () => {
    const team = Array.from({ length: 40 }, (_, index) => asked(`x${index}`, `p${index}`, 10, 12));
    const [fact] = awayFacts(own, team, 50, isAway).facts as [Extract<Fact, { code: 'TEAM_AWAY' }>];
    expect(fact.data.away).toBe(40);
    expect(fact.data.names.en.split(', ').length).toBeLessThan(40);
  });

  test('somebody who is a team alone is not warned of being the last; undoing an absence says nothing', () => {
    const other = asked('x', 'a', 10, 12);
    expect(awayFacts(own, [other], 1, isAway).warnings).toEqual([]);
    expect(awayFacts(own, [other], 2, isAway).warnings).toHaveLength(1);
    expect(awayFacts({ ...own, cancels: 'y' }, [other], 2, isAway)).toEqual({ facts: [], warnings: [] });
    expect(awayFacts(own, [], 2, isAway)).toEqual({ facts: [], warnings: [] });
  });

  test('a request that nobody is away for has no such facts', () => {
    expect(awayFacts({ ...own, kind: 'expense' }, [asked('x', 'a', 10, 12)], 5, isAway).facts).toEqual([]);
  });
});

test('how similar requests were decided', () => {
  const team = [
    own,
    asked('a', 'a', 1, 2),
    asked('b', 'b', 1, 2, { state: 'cancelled' }),
    asked('c', 'c', 1, 2, { state: 'rejected' }),
    asked('d', 'd', 1, 2, { state: 'withdrawn' }),
    asked('e', 'e', 1, 2, { title: { 'zh-CN': '病假', en: 'Sick leave' } }),
    asked('f', 'f', 1, 2, { teamId: 'U' }),
  ];
  expect(similarFacts(own, team)).toEqual([
    { code: 'SIMILAR', data: { approved: 2, rejected: 1, days: 180 } },
  ]);
  expect(similarFacts(own, [own])).toEqual([]);
  const rejected = asked('g', 'g', 1, 2, { state: 'rejected' });
  expect(similarFacts(own, [asked('a', 'a', 1, 2), rejected])).toMatchObject([
    { data: { approved: 1, rejected: 1 } },
  ]);
  const others = [
    asked('h', 'h', 1, 2, { cancels: 'a' }),
    asked('i', 'i', 1, 2, { typeId: 'trip' }),
    { ...own, state: 'approved' as const },
  ];
  expect(similarFacts(own, others)).toEqual([]);
});

describe('the balance of now', () => {
  const entry = (minutes: number, requestId: string | null, typeId = 'annual'): LedgerEntry => ({
    kind: 'hold',
    typeId,
    minutes,
    at: 0 as Instant,
    grantId: 'g',
    requestId,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: null,
    note: '',
  });
  const account = (entries: Account['entries']): Account => ({ _id: 'E', rev: 1, spans: {}, entries });
  const type = { 'zh-CN': '年假', en: 'Annual leave' };
  const fact: Fact = { code: 'BALANCE', data: { type, before: 1, after: 1 } };
  const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`) as Instant;
  const mine = { _id: 'mine', spanFrom: at(TODAY), spanTo: at(TODAY) };

  test('counts what was decided since, and only its own type', () => {
    const now = account({
      g: entry(2_400, null),
      a: entry(-480, 'mine'),
      b: entry(-960, 'other'),
      c: entry(99, null, 'sick'),
    });
    expect(refreshBalance([fact], mine, now, TODAY)).toEqual([
      { code: 'BALANCE', data: { type, before: 1_440, after: 960 } },
    ]);
  });

  test('is that of the year which the days lie in', () => {
    const grant = (minutes: number, year: string) => ({
      ...entry(minutes, null),
      grantId: year,
      validFrom: `${year}-01-01` as Day,
      expiresOn: `${year}-12-31` as Day,
    });
    const now = account({
      2026: grant(480, '2026'),
      2027: grant(2_400, '2027'),
      a: { ...entry(-960, 'mine'), grantId: '2027' },
    });
    const later = { _id: 'mine', spanFrom: at('2027-01-04'), spanTo: at('2027-01-05') };
    expect(refreshBalance([fact], later, now, TODAY)).toMatchObject([
      { data: { before: 2_400, after: 1_440 } },
    ]);
  });

  test('warns of minutes that end while the request waits, however long it waits', () => {
    const grant = { ...entry(480, null), expiresOn: '2026-11-25' as Day };
    const now = account({ g: grant, a: entry(-240, 'mine'), b: entry(-120, 'other') });
    const old = warning('warn', 'EXPIRES_WHILE_PENDING', { minutes: 1, day: '2026-01-01' as Day });
    const alone = warning('warn', 'ALONE', { team: 2 });
    expect(refreshExpiry([old, alone], mine, now, TODAY, 7)).toEqual([
      alone,
      { code: 'EXPIRES_WHILE_PENDING', data: { minutes: 240, day: '2026-11-25' }, tone: 'warn' },
    ]);
    expect(refreshExpiry([alone], mine, now, '2026-11-10' as Day, 7)).toEqual([alone]);
    expect(refreshExpiry([alone], mine, null, TODAY, 7)).toEqual([alone]);
  });

  test('stays as it was sent where the account says nothing of the request', () => {
    expect(refreshBalance([fact], mine, account({}), TODAY)).toEqual([fact]);
    expect(refreshBalance([fact], mine, null, TODAY)).toEqual([fact]);
  });
});
