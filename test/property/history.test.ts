import { HISTORY } from '../soak/counts';
import { checkHistory } from '../support/history/check-history';
import { recordHistory } from '../support/history/record-history';

const seeds = Array.from({ length: HISTORY.seeds }, (_, at) => at + 1);

test(`${HISTORY.clients} clients × ${HISTORY.operations} operations × ${HISTORY.seeds} seeds: one serial order explains each history`, async () => {
  let [singles, committed, conflicts, aborted, commits] = [0, 0, 0, 0, 0];
  for (const seed of seeds) {
    const { clients, operations } = HISTORY;
    // Both moments at which the platform may tell of a conflict.
    const moment = seed % 4 === 0 ? 'operation' : 'commit';
    const history = await recordHistory({ seed, clients, operations, conflicts: moment });
    expect(checkHistory(history).slice(0, 5)).toEqual([]);
    for (const operation of history.operations)
      if (operation.kind === 'single') singles += 1;
      else if (operation.end === 'committed') committed += 1;
      else if (operation.end === 'conflict') conflicts += 1;
      else aborted += 1;
    commits += history.commits.length;
  }
  console.info(
    `${seeds.length} histories: ${singles} single operations, ${committed} transactions committed, ` +
      `${conflicts} with a conflict, ${aborted} aborted; ${commits} commits; 0 anomalies`,
  );
  const all = HISTORY.clients * HISTORY.operations * HISTORY.seeds;
  expect(singles + committed + conflicts + aborted).toBe(all);
  // Otherwise the clients hardly met and little was seen.
  expect(Math.min(committed, conflicts)).toBeGreaterThan(all / 100);
}, 1_200_000);
