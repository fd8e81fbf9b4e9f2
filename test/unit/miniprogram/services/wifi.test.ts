import type { NetworkReading } from '../../../../miniprogram/services/wifi';
import { fakePhone, loadService } from '../support/phone';

interface Options {
  partialInfo?: boolean;
  success(result: object): void;
  fail(error: object): void;
}
type Answer = (options: Options) => void;

const NETWORK = { SSID: 'OFFICE', BSSID: '58:69:6C:21:A:10' };
const answers: Answer = ({ success }) => success({ wifi: NETWORK });
const refuses: Answer = ({ fail }) => fail({ errCode: 12010 });
const stop = jest.fn();

function readOn(apis: { startWifi?: Answer; getConnectedWifi?: Answer }): Promise<NetworkReading> {
  fakePhone({ startWifi: ({ success }: Options) => success({}), stopWifi: stop, ...apis });
  return loadService<{ readNetwork(): Promise<NetworkReading> }>('services/wifi').readNetwork();
}

beforeEach(() => {
  jest.resetModules();
  jest.useFakeTimers();
  stop.mockClear();
});
afterEach(() => jest.useRealTimers());

test('the network is read in one form, and the module is released', async () => {
  expect(await readOn({ getConnectedWifi: answers })).toEqual({
    state: 'connected',
    network: { bssid: '58:69:6c:21:0a:10', ssid: 'OFFICE' },
  });
  expect(stop).toHaveBeenCalledTimes(1);
});

test('an iPhone that refuses the whole answer gives the part that matters', async () => {
  const partly: Answer = (options) => (options.partialInfo ? answers(options) : refuses(options));
  expect((await readOn({ getConnectedWifi: partly })).state).toBe('connected');
});

test.each<[string, { startWifi?: Answer; getConnectedWifi?: Answer }]>([
  ['WeChat cannot start it', { startWifi: refuses, getConnectedWifi: answers }],
  ['the phone is on no network', { getConnectedWifi: refuses }],
  [
    'Android leaves out the address',
    { getConnectedWifi: ({ success }) => success({ wifi: { SSID: 'OFFICE' } }) },
  ],
  [
    'the phone may not tell',
    { getConnectedWifi: ({ success }) => success({ wifi: { SSID: '', BSSID: '02:00:00:00:00:00' } }) },
  ],
])('%s: no network, and no failure', async (_, apis) => {
  expect(await readOn(apis)).toEqual({ state: 'none' });
});

test('an old WeChat has no such interface', async () => {
  fakePhone({});
  const { readNetwork } = loadService<{ readNetwork(): Promise<NetworkReading> }>('services/wifi');
  expect(await readNetwork()).toEqual({ state: 'none' });
});

test('a phone that never answers keeps a punch for a second and a half', async () => {
  const reading = readOn({ getConnectedWifi: () => undefined });
  const done = jest.fn();
  void reading.then(done);
  await jest.advanceTimersByTimeAsync(1_400);
  expect(done).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(200);
  expect(await reading).toEqual({ state: 'none' });
});
