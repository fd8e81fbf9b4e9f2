import type { Reply } from '#contracts/reply';
import type { Today } from '#contracts/today';
import { fakePhone, loadService } from '../support/phone';
import { at, today } from '../support/today';

type Cloud = {
  cloud: {
    attendance: {
      today(input: object): Promise<{ data: Today; now: number }>;
      punch(input: object): Promise<unknown>;
    };
    reports: { export(input: object): Promise<unknown> };
  };
};
type Clock = { serverNow(): number };
type Network = { startNetworkWatch(): void };

const answer = (reply: Reply<Today>) => async () => ({ result: reply });
const good: Reply<Today> = { ok: true, data: today(), now: at('08:57') };

function phoneThatAnswers(callFunction: (call: { data: unknown }) => Promise<unknown>, networkType = 'wifi') {
  fakePhone({
    cloud: { callFunction },
    getNetworkType: ({ success }: { success(result: unknown): void }) => success({ networkType }),
  });
  loadService<Network>('services/network').startNetworkWatch();
  return loadService<Cloud>('services/cloud').cloud;
}

beforeEach(() => jest.resetModules());
afterEach(() => jest.useRealTimers());

describe('the typed caller', () => {
  it('sends action and input, answers data and the server clock', async () => {
    const callFunction = jest.fn(answer(good));
    const cloud = phoneThatAnswers(callFunction);
    await expect(cloud.attendance.today({})).resolves.toEqual({ data: today(), now: at('08:57') });
    expect(callFunction).toHaveBeenCalledWith({ name: 'attendance', data: { action: 'today', input: {} } });
  });

  it('asks once for the same question under way, and again afterwards', async () => {
    const callFunction = jest.fn(answer(good));
    const cloud = phoneThatAnswers(callFunction);
    await Promise.all([cloud.attendance.today({}), cloud.attendance.today({})]);
    expect(callFunction).toHaveBeenCalledTimes(1);
    await cloud.attendance.today({});
    expect(callFunction).toHaveBeenCalledTimes(2);
  });

  it('never merges two punches', async () => {
    const callFunction = jest.fn(answer(good));
    const cloud = phoneThatAnswers(callFunction);
    await Promise.all([cloud.attendance.punch({}), cloud.attendance.punch({})]);
    expect(callFunction).toHaveBeenCalledTimes(2);
  });

  it('throws the typed error of the server with its request id', async () => {
    const reply: Reply<Today> = {
      ok: false,
      error: { code: 'PUNCH_LIMIT', data: { max: 20 } },
      now: at('08:57'),
      requestId: 'r-1',
    };
    await expect(phoneThatAnswers(answer(reply)).attendance.today({})).rejects.toMatchObject({
      code: 'PUNCH_LIMIT',
      data: { max: 20 },
      requestId: 'r-1',
    });
  });

  it.each([
    ['cloud.callFunction:fail errCode: -504003 Invoking task timed out', 'TIMEOUT'],
    ['cloud.callFunction:fail errCode: -501000 env not exists', 'CLOUD_NOT_SET_UP'],
    ['cloud.callFunction:fail errCode: -601034 errMsg: 没有权限，请先开通云服务', 'CLOUD_NOT_SET_UP'],
    [
      'cloud.callFunction:fail errCode: -501000 | errMsg: FunctionName parameter could not be found',
      'FUNCTION_MISSING',
    ],
    ['cloud.callFunction:fail errCode: -504002 functions execute fail', 'CLOUD_UNAVAILABLE'],
    ['request:fail net::ERR_INTERNET_DISCONNECTED', 'OFFLINE'],
  ])('%s is %s', async (errMsg, code) => {
    const cloud = phoneThatAnswers(() => Promise.reject({ errMsg }));
    await expect(cloud.attendance.today({})).rejects.toMatchObject({ code });
  });

  it('does not call at all without a network', async () => {
    const callFunction = jest.fn(answer(good));
    const cloud = phoneThatAnswers(callFunction, 'none');
    await expect(cloud.attendance.today({})).rejects.toMatchObject({ code: 'OFFLINE' });
    expect(callFunction).not.toHaveBeenCalled();
  });

  it('takes something that is no reply for an unreachable cloud', async () => {
    const cloud = phoneThatAnswers(async () => ({ result: 'gateway page' }));
    await expect(cloud.attendance.today({})).rejects.toMatchObject({ code: 'CLOUD_UNAVAILABLE' });
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const cloud = phoneThatAnswers(() => new Promise(() => undefined));
    const refused = expect(cloud.attendance.today({})).rejects.toMatchObject({ code: 'TIMEOUT' });
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
  });

  it('waits for a report as long as a function may run', async () => {
    jest.useFakeTimers();
    const cloud = phoneThatAnswers(() => new Promise(() => undefined));
    const failed = jest.fn();
    const asked = cloud.reports.export({}).catch(failed);
    await jest.advanceTimersByTimeAsync(59_999);
    expect(failed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await asked;
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'TIMEOUT' }));
  });

  it('follows the clock of the server', async () => {
    jest.useFakeTimers({ now: at('08:50') });
    const cloud = phoneThatAnswers(answer(good));
    await cloud.attendance.today({});
    const { serverNow } = loadService<Clock>('services/clock');
    expect(serverNow()).toBe(at('08:57'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(serverNow()).toBe(at('08:58'));
  });
});

describe('a phone whose person may not use it any more', () => {
  const PERSONAL = ['today', 'profile', 'waiting', 'consents', 'askedOnTap', 'rosterDepartment', 'drafts'];
  const KEPT = ['punches', 'language', 'device', 'clockOffset'];

  it.each([
    ['ACCESS_ENDED', []],
    ['NOT_BOUND', []],
    ['FORBIDDEN', PERSONAL],
  ] as const)(
    'after %s holds nothing of theirs, but for the punches that it has to tell about',
    async (code, left) => {
      const reply = {
        ok: false,
        error: { code, data: {} },
        now: at('08:57'),
        requestId: 'r-1',
      } as Reply<Today>;
      const cloud = phoneThatAnswers(answer(reply));
      for (const name of [...PERSONAL, ...KEPT]) wx.setStorageSync(name, 'x');
      await expect(cloud.attendance.punch({})).rejects.toMatchObject({ code });
      const stored = [...PERSONAL, ...KEPT].filter((name) => wx.getStorageSync(name) !== '');
      expect(stored).toEqual([...left, ...KEPT]);
    },
  );
});
