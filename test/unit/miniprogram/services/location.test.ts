import type { Place } from '../../../../miniprogram/services/place';
import { fakePhone, loadService } from '../support/phone';

type Options = { success(result: unknown): void; fail(error: { errMsg: string }): void };
type Location = { locate(options: { ask: boolean; refresh?: boolean }): Promise<Place> };

const fix = { latitude: 31.2, longitude: 121.4, accuracy: 12 };

function phone(permission: boolean | undefined, answer: (options: Options) => void, more = {}) {
  const getLocation = jest.fn(answer);
  fakePhone({
    getLocation,
    getSetting: ({ success }: Options) => success({ authSetting: { 'scope.userLocation': permission } }),
    getSystemSetting: () => ({ locationEnabled: true }),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized' }),
    ...more,
  });
  return { getLocation, location: loadService<Location>('services/location') };
}

const found = ({ success }: Options) => success(fix);
const failing =
  (errMsg: string) =>
  ({ fail }: Options) =>
    fail({ errMsg });

beforeEach(() => jest.resetModules());
afterEach(() => jest.useRealTimers());

describe('locate', () => {
  it('asks WeChat for gcj02 and answers the fix', async () => {
    const { location, getLocation } = phone(true, found);
    await expect(location.locate({ ask: false })).resolves.toMatchObject({ state: 'fix', location: fix });
    expect(getLocation.mock.calls[0]?.[0]).toMatchObject({ type: 'gcj02', isHighAccuracy: true });
  });

  it('does not prompt before a tap', async () => {
    const { location, getLocation } = phone(undefined, found);
    await expect(location.locate({ ask: false })).resolves.toEqual({ state: 'unasked' });
    expect(getLocation).not.toHaveBeenCalled();
    await expect(location.locate({ ask: true })).resolves.toMatchObject({ state: 'fix' });
  });

  it('locates once in 30 seconds unless asked to', async () => {
    jest.useFakeTimers({ now: 1_000 });
    const { location, getLocation } = phone(true, found);
    await location.locate({ ask: false });
    jest.setSystemTime(30_999);
    await location.locate({ ask: true });
    expect(getLocation).toHaveBeenCalledTimes(1);
    await location.locate({ ask: true, refresh: true });
    expect(getLocation).toHaveBeenCalledTimes(2);
    jest.setSystemTime(61_000);
    await location.locate({ ask: false });
    expect(getLocation).toHaveBeenCalledTimes(3);
  });

  it('shares a fix that is under way', async () => {
    const { location, getLocation } = phone(true, ({ success }) => void setTimeout(() => success(fix), 5));
    await Promise.all([location.locate({ ask: false }), location.locate({ ask: true })]);
    expect(getLocation).toHaveBeenCalledTimes(1);
  });

  it('does not bother a person who has refused', async () => {
    const { location, getLocation } = phone(false, found);
    await expect(location.locate({ ask: true })).resolves.toEqual({ state: 'denied' });
    expect(getLocation).not.toHaveBeenCalled();
  });

  it.each([
    ['getLocation:fail auth deny', {}, 'denied'],
    ['getLocation:fail privacy permission is not authorized', {}, 'privacy'],
    ['getLocation:fail api scope is not declared in the privacy agreement', {}, 'undeclared'],
    ['getLocation:fail', { getSystemSetting: () => ({ locationEnabled: false }) }, 'system-off'],
    ['getLocation:fail', { getAppAuthorizeSetting: () => ({ locationAuthorized: 'denied' }) }, 'app-off'],
    ['getLocation:fail system permission denied', {}, 'system-off'],
    ['getLocation:fail timeout', {}, 'failed'],
  ])('%s %# is %s', async (errMsg, more, state) => {
    const { location } = phone(true, failing(errMsg), more);
    await expect(location.locate({ ask: true })).resolves.toEqual({ state });
  });
});
