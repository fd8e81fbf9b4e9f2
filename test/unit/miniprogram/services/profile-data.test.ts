import { fakePhone, loadService } from '../support/phone';

interface Service {
  cachedProfile(): object | null;
  loadProfileAndUnread(): Promise<object>;
}
interface Inbox {
  unreadCount(): number;
}

const ME = { employeeId: 'E0001', name: '王小明' };

function phone(result: object) {
  const calls: string[] = [];
  const callFunction = async ({ name, data }: { name: string; data: { action: string } }) => {
    calls.push(`${name}.${data.action}`);
    return { result: { now: Date.now(), ...result } };
  };
  fakePhone({ cloud: { callFunction } });
  return { calls, service: loadService<Service>('services/profile-data') };
}

beforeEach(() => jest.resetModules());

test('profile and unread messages come in one call of the cloud', async () => {
  const { calls, service } = phone({ ok: true, data: { me: ME, unread: 3, templates: {} } });
  expect(await service.loadProfileAndUnread()).toEqual(ME);
  expect(calls).toEqual(['notices.me']);
  expect(loadService<Inbox>('services/inbox').unreadCount()).toBe(3);
  expect(service.cachedProfile()).toEqual(ME);
});

test('a WeChat user without an employee keeps no profile', async () => {
  const { service } = phone({ ok: true, data: { me: ME, unread: 0, templates: {} } });
  await service.loadProfileAndUnread();
  wx.cloud.callFunction = (async () => ({
    result: { ok: false, error: { code: 'NOT_BOUND', data: {} }, now: Date.now(), requestId: 'r' },
  })) as unknown as typeof wx.cloud.callFunction;
  await expect(service.loadProfileAndUnread()).rejects.toMatchObject({ code: 'NOT_BOUND' });
  expect(service.cachedProfile()).toBeNull();
});
