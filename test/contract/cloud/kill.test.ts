import { KILLS, LONG_TIMEOUT_MS, MAX_OPEN_MS } from '../../soak/counts';
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
    if (KILLS >= 40) expect(Object.values(report.ways)).not.toContain(0);
    expect(report.acknowledged).toBeGreaterThan(KILLS * 5);
    expect(report.slowestOpen).toBeLessThan(MAX_OPEN_MS);
  },
  LONG_TIMEOUT_MS,
);
