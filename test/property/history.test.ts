import { HISTORY } from '../soak/counts';
import { checkHistory } from '../support/history/check-history';
import { recordHistory } from '../support/history/record-history';

const { clients, operations } = HISTORY;
const seeds = Array.from({ length: HISTORY.seeds }, (_, at) => at + 1);
const total = { singles: 0, committed: 0, conflict: 0, aborted: 0, commits: 0 };

test.each(seeds)(
  `one serial order explains what ${clients} clients saw in ${operations} operations each, seed %i`,
  async (seed) => {
    // Both points at which the platform may tell of a conflict.
    const conflicts = seed % 4 === 0 ? 'operation' : 'commit';
    const history = await recordHistory({ seed, clients, operations, conflicts });
    expect(checkHistory(history).slice(0, 5)).toEqual([]);
    const ends = history.operations.map((each) => (each.kind === 'single' ? 'singles' : each.end));
    for (const end of ends) total[end] += 1;
    total.commits += history.commits.length;
    expect(ends).toHaveLength(clients * operations);
    // Otherwise the clients hardly met and little was seen.
    for (const end of ['committed', 'conflict'] as const)
      expect(ends.filter((each) => each === end).length).toBeGreaterThan(ends.length / 100);
  },
);

afterAll(() => {
  const { singles, committed, conflict, aborted, commits } = total;
  console.info(
    `${seeds.length} histories: ${singles} single operations, ${committed} transactions committed, ` +
      `${conflict} with a conflict, ${aborted} aborted; ${commits} commits`,
  );
});
