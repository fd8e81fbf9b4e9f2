import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { SalaryVersion } from '#contracts/pay-item';
import type { SalaryLine } from '#contracts/salary-change';
import { type ChangeFacts, planChange } from '../../../../cloudfunctions/salary-change/domain/plan-change';
import { standing } from '../../../../cloudfunctions/salary-change/domain/standing';
import { person } from '../support/requests';

const version = (from: string, wage: number): SalaryVersion => ({
  ...{ from: from as Day, wage: wage as Fen, overtimeBase: null, method: '21.75', entered: {} },
});
const months = (...all: readonly string[]) => all as readonly Month[];
const facts = (more: Partial<ChangeFacts> = {}): ChangeFacts => ({
  people: new Map([['E0001', person({ hiredOn: '2020-03-02' as Day })]]),
  salaries: new Map([['E0001', { employeeId: 'E0001', rev: 3, versions: [version('2020-03-02', 100)] }]]),
  waiting: new Set(),
  askerId: 'E0006',
  today: '2026-11-05' as Day,
  reach: { final: months('2026-06', '2026-07'), again: months('2026-08', '2026-09', '2026-10') },
  itemsOn: () => new Set(['meals']),
  ...more,
});
const line = (from: string, more: Partial<SalaryLine> = {}): SalaryLine => ({
  ...{ employeeId: 'E0001', from: from as Day, wage: 200 as Fen, ...more },
});
const plan = (from: string, more: Partial<ChangeFacts> = {}) => planChange([line(from)], facts(more));

test.each([
  ['2026-12-01', []],
  ['2026-11-01', []],
  ['2026-10-31', ['2026-10']],
  ['2026-09-01', ['2026-09', '2026-10']],
  ['2026-08-01', ['2026-08', '2026-09', '2026-10']],
])('a salary from %s gives these paid months a difference: %j', (from, expected) => {
  const { steps, problems } = plan(from);
  expect(problems).toEqual([]);
  expect(steps[0]?.months).toEqual(expected);
});

test.each(['2026-07-31', '2026-06-15', '2024-01-01'])(
  'from %s on a month that is final would get none: refused with the first day that is possible',
  (from) => {
    expect(plan(from).problems).toEqual([
      { line: 1, employeeId: 'E0001', field: 'from', rule: 'too-early', day: '2026-08-01' },
    ]);
  },
);

test('a company that has paid nothing here yet enters salaries from the day on which people came', () => {
  const reach = { final: [], again: [] };
  const { steps, problems } = planChange([line('2020-03-02')], facts({ reach, salaries: new Map() }));
  expect(problems).toEqual([]);
  expect(steps[0]).toMatchObject({ before: null, rev: 0, months: [] });
});

test('a version that lies before a later one changes the months until that one, and those alone', () => {
  const versions = [version('2020-03-02', 100), version('2026-09-15', 150)];
  const salaries = new Map([['E0001', { employeeId: 'E0001', rev: 4, versions }]]);
  expect(plan('2026-08-01', { salaries }).steps[0]?.months).toEqual(['2026-08', '2026-09']);
  const early = [version('2020-03-02', 100), version('2020-08-01', 150)];
  const old = new Map([['E0001', { employeeId: 'E0001', rev: 4, versions: early }]]);
  expect(plan('2020-04-01', { salaries: old }).problems).toEqual([]);
});

test('months in which the person was not here get no difference and refuse nothing', () => {
  const people = new Map([['E0001', person({ hiredOn: '2026-09-10' as Day })]]);
  expect(plan('2026-09-10', { people, salaries: new Map() }).steps[0]?.months).toEqual([
    '2026-09',
    '2026-10',
  ]);
});

test('who has left and was paid for the last time gets no difference any more: refused, also while it waits', () => {
  const left = (leftOn: string) => new Map([['E0001', person({ hiredOn: '2020-03-02', leftOn } as never)]]);
  const rule = (leftOn: string) =>
    plan('2026-09-01', { people: left(leftOn) }).problems.map((each) => [each.rule, each.day]);
  expect(rule('2026-10-20')).toEqual([['paid-off', '2026-10-20']]);
  expect(rule('2026-09-20')).toEqual([['paid-off', '2026-09-20']]);
  expect(rule('2026-11-02')).toEqual([]);
  const { steps } = plan('2026-09-01');
  const { salaries, reach } = facts();
  const now = standing(steps, { people: left('2026-10-31'), salaries, reach });
  expect(now.problems).toMatchObject([{ line: 1, rule: 'paid-off', day: '2026-10-31' }]);
});

test('a change that was asked for cannot be approved once the person has left, the salary is another one, or a month is final', () => {
  const { people, salaries, reach } = facts();
  const before = version('2020-03-02', 100);
  const asked = [
    { person: { id: 'E0001', name: '', nameEn: '' }, rev: 3, before, after: version('2026-08-01', 200) },
  ];
  const rules = (more: Partial<Parameters<typeof standing>[1]>) =>
    standing(asked, { people, salaries, reach, ...more }).problems.map(({ rule }) => rule);
  expect(rules({})).toEqual([]);
  expect(rules({ people: new Map([['E0001', person({ leftOn: '2026-07-20' as Day })]]) })).toEqual(['left']);
  expect(rules({ people: new Map() })).toEqual(['unknown']);
  expect(rules({ salaries: new Map() })).toEqual(['changed']);
  expect(rules({ reach: { final: months('2026-08'), again: months('2026-09') } })).toEqual(['too-early']);
});
