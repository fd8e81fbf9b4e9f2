import { KILLS, MANY_ROUNDS, SLOWEST_OPEN } from '../../soak/counts';
import { killManyTimes } from './kill-rounds';

test(
  `${KILLS} kills lose no acknowledged write and split no transaction`,
  async () => {
    const report = await killManyTimes(KILLS);
    const ways = Object.entries(report.ways).map(([way, count]) => `${count} ${way}`);
    console.info(
      `${report.kills} kills (${ways.join(', ')}), ${report.acknowledged} acknowledged steps, ` +
        `${report.broken.length} lost or broken, slowest opening ${report.slowestOpen} ms`,
    );
    expect(report.broken).toEqual([]);
    expect(report.kills).toBe(KILLS);
    // Chance may leave one out of a few.
    if (KILLS >= 60) expect(Object.values(report.ways)).not.toContain(0);
    expect(report.acknowledged).toBeGreaterThan(KILLS * 5);
    expect(report.slowestOpen).toBeLessThan(SLOWEST_OPEN);
  },
  MANY_ROUNDS,
);
