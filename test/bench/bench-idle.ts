import type { AroundRequest, EmbeddedCloud } from '../../local/cloud';
import { withBenchCloud } from './bench-cloud';
import { count, type Row, row } from './table';

const BEGIN = Date.parse('2026-12-01T00:00:00+08:00');
const DAYS = 30;
const DAY_MS = 86_400_000;
/** Least of the quotas seen is 200,000 calls a month; a company has better use for them. */
const MAX_CALLS = 10_000;
/** About fifteen hundred a day: each of forty jobs looks whether there is anything to do. */
const MAX_READS = 50_000;
const WRITES = /^database[.](insert|modify|delete|remove|set)/;

/** A month of the demo company in which nobody opens the Mini Program: what the timers cost. */
export function benchIdle(): Promise<Row[]> {
  const tally = { nested: 0, reads: 0, writes: 0 };
  const aroundRequest: AroundRequest = ({ action }, proceed) => {
    if (action === 'functions.invokeFunction') tally.nested += 1;
    else if (action.startsWith('database.')) tally[WRITES.test(action) ? 'writes' : 'reads'] += 1;
    return proceed();
  };
  const options = { runTimers: false, aroundRequest };
  return withBenchCloud(async (cloud) => {
    cloud.clock.set(BEGIN);
    await cloud.timers.runDue();
    Object.assign(tally, { nested: 0, reads: 0, writes: 0 });
    const calls = (await runMonth(cloud)) + tally.nested;
    return [
      row(`function calls in ${DAYS} days with nobody there`, count(calls), { atMost: MAX_CALLS }),
      row('their database reads', count(tally.reads), { atMost: MAX_READS }),
      row('their database writes', count(tally.writes), { atMost: 1_000 }),
    ];
  }, options);
}

/** Goes from timer to timer. @returns how many runs there were. @throws Error if one failed */
async function runMonth({ clock, timers }: EmbeddedCloud): Promise<number> {
  const seen = new Set(timers.runs().map(({ requestId }) => requestId));
  const before = seen.size;
  for (;;) {
    const times = (await timers.list()).flatMap(({ next }) => next ?? []);
    const next = Math.min(...times);
    if (next >= BEGIN + DAYS * DAY_MS) return seen.size - before;
    clock.set(next);
    await timers.runDue();
    for (const { functionName, requestId, error } of timers.runs().slice(-10)) {
      if (error) throw new Error(`The timer of ${functionName} failed: ${error.code} ${error.message}`);
      seen.add(requestId);
    }
  }
}
