import { emptySheet } from '../../cloudfunctions/goals/domain/sheet';
import type { AroundRequest, EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { call, MORNING, withBenchCloud } from './bench-cloud';
import { count, type Row, row } from './table';

const PEOPLE = 10_000;
const HR = openidOf('E0046');
/** A month that the demo company knows nothing of. */
const CYCLE = '2026-07';
const MONTH = { _id: CYCLE, kind: 'month', from: '2026-07-01', to: '2026-07-31', state: 'running', rev: 1 };
/** Of a unit, ms: a function may run for a minute. */
const MAX_UNIT_MS = 45_000;
const MAX_UNITS = 100;
const TIMER = { Type: 'Timer', TriggerName: 'goals', Time: '2026-11-23T01:00:00Z' };

/** HR closes a month of ten thousand people; the timer goes on until it is closed, and then there is nothing left to write. */
export function benchClosingGoals(): Promise<Row[]> {
  let writes = 0;
  const aroundRequest: AroundRequest = (request, proceed) => {
    const { action, collection = '' } = request;
    if (/modify|insert|update/i.test(action) && collection.startsWith('goal_')) writes += 1;
    return proceed();
  };
  return withBenchCloud(
    async (cloud) => {
      await cloud.db.insertMany('goal_cycles', [{ ...MONTH, openedAt: MORNING, openedBy: 'E0046' }]);
      await cloud.db.insertMany(
        'goal_sheets',
        Array.from({ length: PEOPLE }, (_, at) => ({ ...sheetOf(at) })),
      );
      const first = await close(cloud);
      const open = await cloud.db.count('goal_sheets', { cycleId: CYCLE, state: 'open' });
      if (open > 0) throw new Error(`${open} sheets are still open`);
      const perPerson = first.calls / PEOPLE;
      writes = 0;
      await close(cloud);
      const what = `closing the goals of ${PEOPLE.toLocaleString('en')} people`;
      return [
        row(`${what}: longest of ${first.units} units`, count(first.longest, 'ms'), { atMost: MAX_UNIT_MS }),
        row(`${what}: DB calls per person`, count(perPerson), { atMost: 1.1 }),
        row('written by closing them again', count(writes), { atMost: 0 }),
      ];
    },
    { aroundRequest },
  );
}

/** Goals of one person: a key result, twenty reports on it. */
export function sheetOf(at: number, cycle = CYCLE): ReturnType<typeof emptySheet> {
  const id = `G${String(at).padStart(5, '0')}`;
  const by = { id, name: '示例员工', nameEn: 'Person' };
  const measure = { kind: 'raise', start: 0, target: 100, unit: '单' } as const;
  const keyResults = [{ id: 'result', title: '成交', weight: 100, source: 'own' as const, measure }];
  const log = Array.from({ length: 20 }, (_, day) => ({
    ...{
      id: `${id}-${day}`,
      at: MORNING as never,
      day: `2026-07-${String(day + 1).padStart(2, '0')}` as never,
      by,
    },
    ...{ source: 'check-in', entries: [{ keyResultId: 'result', mode: 'set' as const, value: day }] },
  }));
  return {
    ...emptySheet(cycle, { kind: 'person', id }, 0, MORNING as never),
    objectives: [
      {
        ...{ id: 'own', title: '多成交', weight: 100, keyResults, alignedWeight: 0, alignedTo: [] },
        state: 'active',
      },
    ],
    ...{ log, rev: 1, planRev: 1 },
  };
}

/** As HR and the timer do it, until the cycle is closed. */
async function close(cloud: EmbeddedCloud) {
  let [units, longest, calls] = [0, 0, 0];
  const timed = async (unit: () => Promise<number>): Promise<void> => {
    const began = performance.now();
    calls += await unit();
    longest = Math.max(longest, performance.now() - began);
    units += 1;
  };
  await timed(async () => {
    const { reply, database } = await call(cloud, ['goals', 'closeCycle'], { cycleId: CYCLE }, HR);
    if (!reply.ok) throw new Error(`Closing was refused: ${reply.error.code}`);
    return database;
  });
  while ((await cloud.db.get('goal_cycles', CYCLE))?.state !== 'closed') {
    if (units >= MAX_UNITS) throw new Error('The cycle is not closed after a hundred units');
    await timed(async () => {
      const { costs } = await cloud.invoke('goals', TIMER, { as: { kind: 'timer', name: 'goals' } });
      return costs.database;
    });
  }
  return { units, longest, calls };
}
