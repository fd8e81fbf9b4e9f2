import { openGuestCloud } from '../support/guest-cloud';
import { openPerFile } from '../support/open';
import { explore, type Race, RaceFound, replay } from '../support/race-explorer';

const cloud = openPerFile(openGuestCloud);

/** Two calls that want one guest on the list. */
function race(name: string, more: Partial<Race<unknown>> = {}): Race<unknown> {
  const call = (requestId: string) =>
    cloud.invoke(name, { name: 'Ann' }, { as: { kind: 'console' }, requestId });
  return {
    requests: cloud.requests,
    setup: () => cloud.db.replaceAll({ guests: [] }),
    calls: [call, call],
    invariant: async () => expect(await cloud.db.count('guests')).toBe(1),
    ...more,
  };
}

test('runs every order of the requests that touch each other, each once', async () => {
  const outcomes = new Set<number>();
  const invariant = async () => void outcomes.add(await cloud.db.count('guests'));
  const report = await explore(race('naive-guests', { invariant }));
  // Three requests each, or two if the guest was seen.
  expect(report).toEqual({ schedules: 12, exhaustive: true, shortest: 5, longest: 6 });
  expect(outcomes).toEqual(new Set([1, 2]));
});

test('finds the order in which looking first and adding afterwards adds twice, and can repeat it', async () => {
  const found = await explore(race('naive-guests')).catch((error: unknown) => error);
  expect(found).toBeInstanceOf(RaceFound);
  const { schedule, steps, message } = found as RaceFound;
  expect(schedule).toBe('ABAABB');
  expect(steps[0]).toEqual({
    call: 0,
    request: { ordinal: 1, action: 'database.getDocument', collection: 'guests' },
  });
  expect(message).toContain('B2 database.insertDocument guests');
  await expect(replay(race('naive-guests'), schedule)).rejects.toMatchObject({ name: 'RaceFound', schedule });
  await replay(race('naive-guests'), 'AAABB');
});

test('finds nothing wrong with one write under a fixed id', async () => {
  expect(await explore(race('tidy-guests'))).toEqual({
    schedules: 4,
    exhaustive: true,
    shortest: 3,
    longest: 4,
  });
});

test('beyond the bound it continues at random, the same way for the same seed', async () => {
  const shapes = async (seed: number) => {
    const seen: string[] = [];
    const invariant = async () => void seen.push(String(await cloud.db.count('guests')));
    const report = await explore(race('naive-guests', { invariant, maxSchedules: 12, seed }));
    expect(report.exhaustive).toBe(false);
    expect(report.schedules).toBeGreaterThan(6);
    expect(seen).toHaveLength(12);
    return `${report.schedules} ${seen.join('')}`;
  };
  const [once, again, other] = [await shapes(1), await shapes(1), await shapes(2)];
  expect(again).toBe(once);
  expect(other).not.toBe(once);
});

test('a schedule that the calls do not fit is told', async () => {
  await expect(replay(race('naive-guests'), 'AAAA')).rejects.toThrow('does not wait');
});
