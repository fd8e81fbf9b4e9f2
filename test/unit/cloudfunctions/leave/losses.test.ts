import type { Account, AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { sumsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import { annualLoss } from '../../../../cloudfunctions/leave/domain/annual-loss';
import { dueEntries } from '../../../../cloudfunctions/leave/domain/due-entries';
import type { LeaveRule, LossRule } from '../../../../cloudfunctions/leave/domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { addDays, daysBetween } from '../../../../cloudfunctions/shared/calendar/company-time';
import { accountWith, grant, person } from '../support/requests';
import { at, day, words } from '../support/rules';

const SHIPPED = CHINA_LEAVE_TYPES.find(({ _id }) => _id === 'annual')?.rules[0]?.lostBy as LossRule;

/** Leave of every weekday from a day on, `calendar` days long; 480 minutes each. */
function leave(from: string, calendar: number, more: Partial<AccountSpan> = {}): AccountSpan {
  const days = daysBetween(day(from), addDays(day(from), calendar - 1));
  const weekdays = days.filter((each) => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay()));
  return {
    requestId: `S-${from}`,
    kind: 'leave',
    state: 'approved',
    name: words('Sick'),
    day: day(from),
    from: at(`${from} 09:00`),
    to: at(`${from} 18:00`),
    minutes: weekdays.length * 480,
    perDay: Object.fromEntries(weekdays.map((each) => [each, 480])),
    leaveTypeId: 'sick',
    paidShare: 60,
    ...more,
  };
}
const lost = (since: string, spans: readonly AccountSpan[], year = 2026, rule = SHIPPED) =>
  annualLoss(rule, day(since), spans, year);

describe('sick leave that takes the year’s days away', () => {
  // From Monday 2026-01-05; both ends are weekdays.
  test.each([
    ['five years: 59 days', '2021-01-01', 59, null],
    ['five years: two months of 30 days', '2021-01-01', 60, '2026-03-05'],
    ['ten years: 89 days', '2016-01-01', 89, null],
    ['ten years: three months', '2016-01-01', 92, '2026-04-04'],
    ['twenty years: 119 days', '2006-01-01', 117, null],
    ['twenty years: four months', '2006-01-01', 120, '2026-05-04'],
    ['not a year yet: there is nothing to lose', '2025-06-01', 117, null],
  ])('%s', (_, since, length, on) => {
    expect(lost(since, [leave('2026-01-05', length)])?.on ?? null).toBe(on);
  });
  test('says what it came to', () => {
    expect(lost('2021-01-01', [leave('2026-01-05', 66)])).toEqual({
      cause: 'sick',
      year: 2026,
      on: '2026-03-05',
      sum: 66,
      least: 60,
      years: 5,
      months: 2,
    });
  });
  test('parts add up in any order, half days as halves; days off between two of them do not count', () => {
    const [a, b] = [leave('2026-03-02', 40), leave('2026-06-01', 19)];
    const half = leave('2026-09-01', 1, { perDay: { [day('2026-09-01')]: 240 } });
    const other = leave('2026-09-03', 1, { perDay: { [day('2026-09-03')]: 240 } });
    expect(lost('2021-01-01', [a, b, half])).toBeNull();
    expect(lost('2021-01-01', [other, b, half, a])).toMatchObject({ on: '2026-09-03', sum: 60 });
    const weeks = Array.from({ length: 12 }, (_, week) => leave(addDays(day('2026-01-05'), week * 7), 5));
    expect(lost('2021-01-01', weeks)).toMatchObject({ sum: 60 });
    expect(lost('2021-01-01', weeks.slice(1))).toBeNull();
  });
  test('two halves of a day are a day, not more', () => {
    const twice = [leave('2026-01-05', 59), leave('2026-01-05', 1), leave('2026-01-05', 1)];
    expect(lost('2021-01-01', twice)).toBeNull();
  });
  test('across the turn of the year each year has its own days', () => {
    const winter = leave('2026-11-16', 88);
    expect(lost('2021-01-01', [winter], 2026)).toBeNull();
    expect(lost('2021-01-01', [winter], 2027)).toBeNull();
    const longer = leave('2026-10-26', 88);
    expect(lost('2021-01-01', [longer], 2026)).toMatchObject({ on: '2026-12-24', sum: 67 });
    expect(lost('2021-01-01', [longer], 2027)).toBeNull();
  });
  test('the tier is that of the day on which the days are reached', () => {
    const since = '2016-07-01';
    expect(lost(since, [leave('2026-01-05', 60)])).toMatchObject({ on: '2026-03-05', years: 9, months: 2 });
    const later = [leave('2026-01-05', 40), leave('2026-08-03', 40)];
    expect(lost(since, later)).toBeNull();
    expect(lost(since, [...later, leave('2026-10-12', 12)])).toMatchObject({ least: 90, years: 10 });
  });
  test('a company’s month and its own type of sick leave', () => {
    const own = { ...SHIPPED, sick: { ...SHIPPED.sick, monthDays: 31, types: ['sick', 'long-sick'] } };
    expect(lost('2021-01-01', [leave('2026-01-05', 61)], 2026, own)).toBeNull();
    const spans = [leave('2026-01-05', 40, { leaveTypeId: 'long-sick' }), leave('2026-03-02', 22)];
    expect(lost('2021-01-01', spans, 2026, own)?.sum).toBeGreaterThanOrEqual(60);
    expect(lost('2021-01-01', spans)).toBeNull();
  });
});

describe('personal leave that takes the year’s days away', () => {
  const personal = (calendar: number, paidShare: number) => [
    leave('2026-03-02', calendar, { leaveTypeId: 'personal', paidShare }),
  ];
  test('twenty working days with full pay; not nineteen, and not with less pay', () => {
    expect(lost('2021-01-01', personal(25, 100))).toBeNull();
    expect(lost('2021-01-01', personal(26, 100))).toMatchObject({
      cause: 'personal',
      on: '2026-03-27',
      sum: 20,
      least: 20,
    });
    expect(lost('2021-01-01', personal(60, 0))).toBeNull();
    expect(lost('2021-01-01', personal(60, 80))).toBeNull();
  });
});

const WHO = person({ workingSince: day('2021-01-01'), hiredOn: day('2021-01-01') });
const with_ = (account: Account, ...spans: readonly AccountSpan[]): Account => ({
  ...account,
  spans: Object.fromEntries(spans.map((span) => [span.requestId, span])),
});
const run = (account: Account, today: string, types = CHINA_LEAVE_TYPES, who = WHO): Account => {
  const year = Number(today.slice(0, 4));
  const when = { today: day(today), until: year, now: at(`${today} 02:00`) };
  const due = dueEntries(who, account, types, when);
  const after = { ...account, entries: { ...account.entries, ...due } };
  expect(dueEntries(who, after, types, when)).toEqual({});
  return after;
};
const left = ({ entries }: Account, on: string) => sumsOf(entries, 'annual', day(on)).left / 480;
const used = (days: number, kind: 'use' | 'hold' = 'use') =>
  grant('annual', 0 - days, { kind, requestId: 'A1' });
const taken = (account: Account, days: number, kind?: 'use' | 'hold'): Account => ({
  ...account,
  entries: { ...account.entries, [`A1-1-${kind ?? 'use'}-annual-2026`]: used(days, kind) },
});
const SICK = leave('2026-04-01', 62);
const start = () => accountWith(grant('annual', 5));

describe('the ledger', () => {
  test('what was not taken is lost, with inputs, formula, version and source', () => {
    const after = run(with_(start(), SICK), '2026-06-01');
    expect(left(after, '2026-06-01')).toBe(0);
    expect(after.entries['annual-2026-lost-0']).toMatchObject({
      kind: 'lost',
      minutes: -2_400,
      grantId: 'annual-2026',
      basis: [
        {
          code: 'LOST_SICK',
          data: { year: 2026, sum: 62, least: 60, months: 2, monthDays: 30, years: 5, on: '2026-05-30' },
        },
        { code: 'LOST_THIS', data: { year: 2026, entitlement: 2_400, taken: 0, days: 2_400 } },
        { code: 'RULE_SOURCE', data: { source: SHIPPED.source, version: '2008-01-01 r0' } },
      ],
    });
    expect(left(run(after, '2027-01-01'), '2027-01-01')).toBe(5);
  });
  test('asked for and not granted yet, nothing is lost', () => {
    const after = run(with_(start(), { ...SICK, state: 'open' }), '2026-06-01');
    expect(after.entries['annual-2026-lost-0']).toBeUndefined();
  });
  test('taken in full: next year’s days are not granted, all of them, also where they are more', () => {
    const who = { ...WHO, workingSince: day('2016-12-31') };
    const after = run(with_(taken(start(), 5), SICK), '2027-01-01', CHINA_LEAVE_TYPES, who);
    expect(after.entries['annual-2027']).toMatchObject({ kind: 'grant', minutes: 4_800 });
    expect(after.entries['annual-2027-lost-0']).toMatchObject({
      minutes: -4_800,
      basis: [
        { code: 'LOST_SICK' },
        { code: 'LOST_NEXT', data: { year: 2026, entitlement: 4_800, taken: 2_400, days: 4_800 } },
        { code: 'RULE_SOURCE' },
      ],
    });
  });
  test('taken in part: the rest of this year, and as many days of the next', () => {
    const after = run(with_(taken(start(), 2), SICK), '2026-06-01');
    expect(left(after, '2026-06-01')).toBe(0);
    expect(after.entries['annual-2026-lost-0']?.minutes).toBe(-3 * 480);
    const next = run(after, '2027-01-01');
    expect(left(next, '2027-01-01')).toBe(3);
    expect(Object.keys(next.entries).filter((key) => key.includes('carr'))).toEqual([]);
  });
  test('taken in part, where the company’s rule takes all of the next year', () => {
    const own = withRule({ lostBy: { ...SHIPPED, partlyTaken: 'whole-year' } });
    const after = run(with_(taken(start(), 2), SICK), '2027-01-01', own);
    expect(left(after, '2027-01-01')).toBe(0);
  });
  test('undone, the days come back, in the same year and after its turn', () => {
    const after = run(with_(taken(start(), 2), SICK), '2026-06-01');
    const back = run({ ...after, spans: {} }, '2026-06-02');
    expect(left(back, '2026-06-02')).toBe(3);
    expect(back.entries['annual-2026-lost-1']).toMatchObject({
      minutes: 3 * 480,
      basis: [{ code: 'LOST_BACK', data: { days: 3 * 480 } }],
    });
    const again = run(with_(back, SICK), '2026-06-03');
    expect(left(again, '2026-06-03')).toBe(0);
    const next = run(again, '2027-01-01');
    expect(left(next, '2027-01-01')).toBe(3);
    // What is left of both years: three days carried over, and the five of the new one.
    expect(left(run({ ...next, spans: {} }, '2027-01-02'), '2027-01-02')).toBe(8);
  });
  test('granted after the turn of the year, it reaches what was carried over', () => {
    const turned = run(taken(start(), 1), '2027-01-01');
    expect(left(turned, '2027-01-01')).toBe(9);
    const after = run(with_(turned, SICK), '2027-01-10');
    expect(after.entries['annual-2026-carry-lost-0']?.minutes).toBe(-4 * 480);
    expect(left(after, '2027-01-10')).toBe(4);
  });
  test('annual leave that waits counts as taken; given up, it is lost with the rest', () => {
    const held = run(with_(taken(start(), 2, 'hold'), SICK), '2026-06-01');
    expect(held.entries['annual-2026-lost-0']?.minutes).toBe(-3 * 480);
    const released = {
      ...held,
      entries: {
        ...held.entries,
        'A1-1-release-annual-2026': grant('annual', 2, { kind: 'release' as const, requestId: 'A1' }),
      },
    };
    expect(left(run(released, '2026-06-02'), '2026-06-02')).toBe(0);
    expect(left(run(run(released, '2026-06-02'), '2027-01-01'), '2027-01-01')).toBe(5);
  });
  test('next year’s days that are used already are not claimed back', () => {
    const turned = run(taken(start(), 5), '2027-01-01');
    const spent = {
      ...turned,
      entries: {
        ...turned.entries,
        'A2-1-use-annual-2027': grant('annual', -4, {
          kind: 'use',
          grantId: 'annual-2027',
          requestId: 'A2',
        }),
      },
    };
    const after = run(with_(spent, SICK), '2027-02-01');
    expect(after.entries['annual-2027-lost-0']?.minutes).toBe(-480);
    expect(left(after, '2027-02-01')).toBe(0);
  });
  test('days beyond the law stay: in the same type, of another type, and by hand', () => {
    const tiers = [{ years: 1, days: 7 }];
    const types = withRule({ grant: { by: 'service', waitingMonths: 12, tiers } }).map((type) =>
      type._id === 'company-annual' ? { ...type, enabled: true } : type,
    );
    const more = accountWith(
      grant('annual', 7),
      grant('company-annual', 5),
      grant('annual', 1, { kind: 'adjust', grantId: 'adjust-k~0' }),
    );
    const after = run(with_(more, SICK), '2026-06-01', types);
    expect(left(after, '2026-06-01')).toBe(3);
    expect(sumsOf(after.entries, 'company-annual', day('2026-06-01')).left).toBe(2_400);
    // The two days beyond the law count as taken first, so using them changes nothing.
    const used = run(taken(after, 2), '2026-06-02', types);
    expect(left(used, '2026-06-02')).toBe(1);
    expect(left(run(used, '2027-01-01', types), '2027-01-01')).toBe(7);
  });
  test('a company whose rule takes nothing away', () => {
    const after = run(with_(start(), SICK), '2026-06-01', withRule({ lostBy: null }));
    expect(left(after, '2026-06-01')).toBe(5);
  });
  test('two years in a row: what was withheld is not lost twice', () => {
    const both = with_(taken(start(), 5), SICK, leave('2027-03-01', 61));
    const after = run(both, '2027-06-01');
    expect(left(after, '2027-06-01')).toBe(0);
    expect(left(run(after, '2028-01-01'), '2028-01-01')).toBe(5);
  });
});

function withRule(change: Partial<LeaveRule>) {
  return CHINA_LEAVE_TYPES.map((type) =>
    type._id === 'annual' ? { ...type, rules: type.rules.map((rule) => ({ ...rule, ...change })) } : type,
  );
}
