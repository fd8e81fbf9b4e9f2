import type { BeaconDiscovery } from '../../../../miniprogram/services/beacons';
import { fakePhone, loadService } from '../support/phone';

type Options = { uuids: string[]; success(): void; fail(error: { errCode: number }): void };
type Beacons = { discoverBeacons(uuids: readonly string[]): Promise<BeaconDiscovery> };
type Seen = { uuid: string; major: number; minor: number; rssi: number };

const UUID = 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825';
const seen = (minor: number, rssi: number): Seen => ({ uuid: UUID, major: 1, minor, rssi });

/** A phone whose search begins, or fails with a code, and that then reports what it is told to. */
function phone(errCode = 0) {
  let report: (result: { beacons: Seen[] }) => void = () => undefined;
  const stop = jest.fn();
  fakePhone({
    startBeaconDiscovery: ({ success, fail }: Options) => (errCode === 0 ? success() : fail({ errCode })),
    stopBeaconDiscovery: stop,
    onBeaconUpdate: (listener: typeof report) => {
      report = listener;
    },
    offBeaconUpdate: () => {
      report = () => undefined;
    },
  });
  const { discoverBeacons } = loadService<Beacons>('services/beacons');
  return { hear: () => discoverBeacons([UUID]), report: (...beacons: Seen[]) => report({ beacons }), stop };
}

beforeEach(() => {
  jest.resetModules();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it('answers soon after the first report, the strongest first, and stops looking', async () => {
  const { hear, report, stop } = phone();
  const heard = hear();
  await jest.advanceTimersByTimeAsync(1_000);
  report(seen(1, -80));
  await jest.advanceTimersByTimeAsync(100);
  report(seen(1, -80), seen(2, -60.4), seen(3, 0));
  await jest.advanceTimersByTimeAsync(400);
  await expect(heard).resolves.toEqual({ state: 'found', beacons: [seen(2, -60), seen(1, -80)] });
  expect(stop).toHaveBeenCalledTimes(1);
});

it('gives up after a few seconds, also where strengths are unknown', async () => {
  const { hear, report, stop } = phone();
  const heard = hear();
  await jest.advanceTimersByTimeAsync(3_000);
  report(seen(1, 0));
  await jest.advanceTimersByTimeAsync(1_000);
  await expect(heard).resolves.toEqual({ state: 'nothing' });
  expect(stop).toHaveBeenCalledTimes(1);
});

it.each([
  [11_000, 'unsupported'],
  [11_001, 'bluetooth-off'],
  [11_002, 'app-off'],
  [11_005, 'unsupported'],
])('%d: %s', async (errCode, state) => {
  await expect(phone(errCode).hear()).resolves.toEqual({ state });
});

it('joins a search that is under way, and does without on a phone that has none', async () => {
  const { hear, report } = phone(11_003);
  const heard = hear();
  await jest.advanceTimersByTimeAsync(10);
  report(seen(1, -50));
  await jest.advanceTimersByTimeAsync(500);
  await expect(heard).resolves.toMatchObject({ state: 'found' });
  jest.resetModules();
  fakePhone();
  const { discoverBeacons } = loadService<Beacons>('services/beacons');
  await expect(discoverBeacons([UUID])).resolves.toEqual({ state: 'unsupported' });
});
