import type { Day, Instant } from '#contracts/common';
import type { KeyResult, Objective } from '#contracts/goal';
import { quietStep } from '../../../../cloudfunctions/goals/domain/quiet';
import { type CheckIn, emptySheet, type Sheet } from '../../../../cloudfunctions/goals/domain/sheet';
import { weekdayOf } from '../../../../cloudfunctions/shared/calendar/company-time';

const AT = Date.parse('2026-11-09T10:00:00+08:00') as Instant;
const OWNER = { kind: 'person', id: 'R03' } as const;
const PERSON = { id: 'R03', name: '王强', nameEn: 'Wang Qiang' };
const isWorkday = (day: Day): boolean => weekdayOf(day) <= 5;
const CYCLE = { from: '2026-11-01' as Day, to: '2026-11-30' as Day, state: 'running' } as const;

const result = (id: string, more: Partial<KeyResult> = {}): KeyResult => ({
  ...{ id, title: id, weight: 100, source: 'own' },
  measure: { kind: 'raise', start: 0, target: 10, unit: '单' },
  ...more,
});
const objective = (id: string, keyResults: KeyResult[], more: Partial<Objective> = {}): Objective => ({
  ...{ id, title: id, weight: 100, keyResults, alignedWeight: 0, alignedTo: [], state: 'active' },
  ...more,
});
const reported = (day: string, keyResultId: string, value = 1, more: Partial<CheckIn> = {}): CheckIn => ({
  ...{ id: `${keyResultId}-${day}`, at: AT, day: day as Day, by: PERSON, source: 'check-in' },
  entries: [{ keyResultId, mode: 'set', value }],
  ...more,
});
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  ...emptySheet('2026-11', OWNER, 0, AT),
  objectives: [objective('own', [result('deals')])],
  ...more,
});
const on = (today: string, of: Sheet, cycle: object = {}) =>
  quietStep(of, { ...CYCLE, ...cycle }, today as Day, isWorkday);

/** Monday the 2nd is the first workday; the fifth without a report is Friday the 6th. */
it.each([
  ['2026-11-06', [], '2026-11-09'],
  ['2026-11-09', ['owner'], '2026-11-11'],
  ['2026-11-11', ['owner', 'manager'], '2026-11-13'],
  ['2026-11-13', ['owner', 'manager', 'upper'], '2026-11-14'],
] as const)('on %s %j are reminded of goals that nobody reports on', (today, rungs, next) => {
  expect(on(today, sheet())).toMatchObject({ rungs, quietOn: next });
});

it('each is reminded once, until something is reported', () => {
  const told = sheet({ quiet: { since: '2026-10-31' as Day, reminded: 'owner' } });
  expect(on('2026-11-10', told)).toMatchObject({ rungs: [], quietOn: '2026-11-11' });
  expect(on('2026-11-11', told)).toMatchObject({ rungs: ['manager'], quiet: { reminded: 'manager' } });
  const again = { ...told, log: [reported('2026-11-10', 'deals')] };
  expect(on('2026-11-17', again)).toMatchObject({ rungs: [], quietOn: '2026-11-18' });
  expect(on('2026-11-18', again)).toMatchObject({
    ...{ rungs: ['owner'], quiet: { since: '2026-11-10', reminded: 'owner' } },
  });
});

it('after as many workdays as the cycle says, and never with 0', () => {
  expect(on('2026-11-04', sheet(), { remindAfter: 2 }).rungs).toEqual(['owner']);
  expect(on('2026-11-20', sheet(), { remindAfter: 0 })).toMatchObject({ rungs: [], quietOn: null });
});

it('what was taken back was not reported, what a system outside sent was', () => {
  const undone = sheet({ log: [reported('2026-11-06', 'deals', 1, { undone: true })] });
  expect(on('2026-11-09', undone).rungs).toEqual(['owner']);
  const outside = sheet({ log: [reported('2026-11-06', 'deals', 1, { source: '收银系统' })] });
  expect(on('2026-11-09', outside).rungs).toEqual([]);
});

it('counts the key results, and looks at the one that is quiet for longest', () => {
  const keyResults = [result('deals', { weight: 50 }), result('calls', { weight: 50 })];
  const of = sheet({ objectives: [objective('own', keyResults)], log: [reported('2026-11-06', 'calls')] });
  expect(on('2026-11-09', of)).toMatchObject({ rungs: ['owner'], count: 1 });
  expect(on('2026-11-16', of).count).toBe(2);
});

it.each<[string, Partial<Sheet>]>([
  ['that is reached', { log: [reported('2026-11-02', 'deals', 10)] }],
  ['that others add up to', { objectives: [objective('own', [result('deals', { source: 'sum' })])] }],
  ['that others are aligned to', { objectives: [objective('own', [result('deals', { source: 'mean' })])] }],
  ['that was dropped', { objectives: [objective('own', [result('deals')], { state: 'dropped' })] }],
  ['of a closed sheet', { state: 'closed' }],
  ['whose review is handed in', { review: { state: 'handed-in' } as never }],
])('nobody is reminded of a key result %s', (_, more) => {
  expect(on('2026-11-20', sheet(more)).rungs).toEqual([]);
});

it('of a limit somebody is reminded although it is kept', () => {
  const limit = result('complaints', { measure: { kind: 'keep-below', limit: 3, unit: '起' } });
  const log = [reported('2026-11-03', 'complaints', 2)];
  expect(on('2026-11-11', sheet({ objectives: [objective('own', [limit])], log })).rungs).toEqual(['owner']);
});

it('what was agreed in the middle of the cycle begins on that day', () => {
  const amendments = [{ at: AT, by: PERSON, objectiveId: 'own', what: ['new'], reason: '' }];
  expect(on('2026-11-16', sheet({ amendments })).rungs).toEqual([]);
  expect(on('2026-11-17', sheet({ amendments })).rungs).toEqual(['owner']);
});

it('is muted once the cycle is over', () => {
  expect(on('2026-12-01', sheet())).toMatchObject({ rungs: [], quietOn: null });
  expect(on('2026-11-20', sheet(), { state: 'closing' })).toMatchObject({ rungs: [], quietOn: null });
});

it('a cycle that has not begun is looked at from its first day on', () => {
  expect(on('2026-10-20', sheet(), { state: 'planned' })).toMatchObject({ rungs: [], quietOn: '2026-11-09' });
  expect(on('2026-10-20', sheet({ objectives: [] }), { state: 'planned' }).quietOn).toBe('2026-11-01');
});
