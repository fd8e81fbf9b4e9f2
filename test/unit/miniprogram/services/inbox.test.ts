import { fakePhone, loadService } from '../support/phone';

interface Service {
  unreadCount(): number;
  onUnreadChange(listener: (unread: number) => void): () => void;
  loadInbox(cursor?: string): Promise<{ next: string | null }>;
  markSeen(until: number): Promise<void>;
}

function phone(answer: (action: string, input: object) => object) {
  const inputs: object[] = [];
  const callFunction = async ({ data }: { data: { action: string; input: object } }) => {
    inputs.push(data);
    return { result: { ok: true, data: await answer(data.action, data.input), now: Date.now() } };
  };
  fakePhone({ cloud: { callFunction } });
  const service = loadService<Service>('services/inbox');
  const heard: number[] = [];
  service.onUnreadChange((unread) => heard.push(unread));
  return { service, inputs, heard };
}
const page = (unread: number) => ({ items: [], next: null, unread, templates: {} });

beforeEach(() => jest.resetModules());

test('the count follows every page and what was seen; listeners hear changes alone', async () => {
  let unread = 2;
  const { service, inputs, heard } = phone((action) =>
    action === 'markRead' ? { unread: 0 } : page(unread),
  );
  await service.loadInbox();
  await service.loadInbox('12.m1');
  unread = 3;
  await service.loadInbox();
  expect(service.unreadCount()).toBe(3);
  await service.markSeen(99);
  expect(heard).toEqual([2, 3, 0]);
  expect(inputs).toEqual([
    { action: 'inbox', input: {} },
    { action: 'inbox', input: { cursor: '12.m1' } },
    { action: 'inbox', input: {} },
    { action: 'markRead', input: { until: 99 } },
  ]);
});

test('a count that was asked for while something is marked comes after it', async () => {
  const { service, inputs, heard } = phone((action) => (action === 'markRead' ? { unread: 1 } : page(1)));
  await Promise.all([service.markSeen(99), service.loadInbox()]);
  expect(inputs).toMatchObject([{ action: 'markRead' }, { action: 'inbox' }]);
  expect(heard).toEqual([1]);
});

test('a count from before something was seen does not bring it back', async () => {
  let answerPage: (value: object) => void = () => undefined;
  const late = new Promise<object>((resolve) => {
    answerPage = resolve;
  });
  const { service, inputs, heard } = phone((action) => (action === 'markRead' ? { unread: 0 } : late));
  const asked = service.loadInbox();
  await new Promise(setImmediate);
  expect(inputs).toHaveLength(1);
  await service.markSeen(99);
  answerPage(page(5));
  await asked;
  expect([service.unreadCount(), heard]).toEqual([0, []]);
});

test('a failure is told to the page, and changes no badge', async () => {
  const { service, heard } = phone(() => {
    throw { errMsg: 'request:fail' };
  });
  await expect(service.loadInbox()).rejects.toMatchObject({ code: 'CLOUD_UNAVAILABLE' });
  await service.markSeen(1);
  expect(heard).toEqual([]);
});
