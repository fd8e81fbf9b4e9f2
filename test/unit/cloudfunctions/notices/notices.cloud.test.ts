import { type Company, OPENIDS, openCompany } from '../support/company';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const SUBSCRIBE = { SUBSCRIBE_RESULT: 'tmpl-result', SUBSCRIBE_WAITING: 'tmpl-waiting' };
const KEY = 'consent-key-000001';

let company: Company;
let offered: Record<string, string>;
const open = (variables: Record<string, string> = SUBSCRIBE) => {
  offered = variables;
  return openCompany(new Date(NOW).toISOString(), { variables: { notices: offered } });
};
beforeEach(async () => {
  company = await open();
});
afterEach(() => company.close());

const message = (id: string, more: Record<string, unknown> = {}) => ({
  _id: id,
  event: 'request.approved',
  to: ['E0001'],
  data: { type: { 'zh-CN': '请假', en: 'Leave' }, title: { 'zh-CN': '年假', en: 'Annual leave' } },
  aboutId: 'R1',
  at: NOW - 60_000,
  template: 'result',
  delivery: 'due',
  ...more,
});
const post = (...messages: Record<string, unknown>[]) => company.db.insertMany('messages', messages);
const inbox = async (as: string = OPENIDS.day, cursor?: string) =>
  (await company.act(as, 'notices.inbox', cursor === undefined ? {} : { cursor })).data;
const consent = (as: string, accepted: string[], key = KEY) =>
  company.act(as, 'notices.countConsent', { key, accepted });
const deliver = () => company.timers.runNow('notices');
const credits = async (id: string) => (await company.db.get('inboxes', id))?.credits;
const sentTo = () => company.outbox.list().map(({ touser }) => touser);
/** As the Mini Program does: WeChat remembers the consent, and the function counts it. */
async function allow(as: string, use: 'result' | 'waiting', key = KEY): Promise<void> {
  await company.grantSubscription(
    as,
    offered[use === 'result' ? 'SUBSCRIBE_RESULT' : 'SUBSCRIBE_WAITING'] ?? '',
  );
  expect((await consent(as, [use], key)).ok).toBe(true);
}

describe('the inbox', () => {
  test('is empty at first', async () => {
    expect(await inbox()).toEqual({
      items: [],
      next: null,
      unread: 0,
      templates: { result: 'tmpl-result', waiting: 'tmpl-waiting' },
    });
  });

  test('the page Me is told who the person is and what they have not seen, in one call', async () => {
    await post(message('m1'), message('m2', { at: NOW - 30_000 }), message('m3', { to: ['E0002'] }));
    const me = async () => (await company.act(OPENIDS.day, 'notices.me')).data;
    const own = { employeeId: 'E0001', name: '员工E0001', managerName: '员工E0005' };
    expect(await me()).toMatchObject({
      me: own,
      unread: 2,
      templates: { result: 'tmpl-result', waiting: 'tmpl-waiting' },
    });
    expect((await me()).me).toEqual((await company.act(OPENIDS.day, 'me')).data.me);
    await company.act(OPENIDS.day, 'notices.markRead', { until: NOW - 60_000 });
    expect((await me()).unread).toBe(1);
  });

  test('shows own messages, newest first, in pages that neither repeat nor lose one', async () => {
    const many = Array.from({ length: 45 }, (_, n) =>
      // Five at every instant, two to the page's border.
      message(`m${String(n).padStart(2, '0')}`, {
        at: NOW - Math.floor(n / 5) * 1_000,
        to: ['E0002', 'E0001'],
      }),
    );
    await post(...many, message('other', { to: ['E0002'], at: NOW }));
    const pages = [await inbox()];
    for (let next = pages[0].next; next; next = pages.at(-1).next) pages.push(await inbox(OPENIDS.day, next));
    const items = pages.flatMap((page) => page.items);
    expect(pages.map((page) => page.items.length)).toEqual([20, 20, 5]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(45);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => b - a));
    expect(pages.map((page) => page.unread)).toEqual([45, 45, 45]);
    expect(items[0]).toEqual({
      id: 'm04',
      period: null,
      handled: false,
      event: 'request.approved',
      data: many[0]?.data,
      aboutId: 'R1',
      at: NOW,
      read: false,
    });
    expect((await inbox(OPENIDS.night)).items).toHaveLength(20);
    expect((await inbox(OPENIDS.night)).items[0].id).toBe('other');
  });

  test('is read up to an instant, never back, and never into the future', async () => {
    await post(
      message('old', { at: NOW - 9_000 }),
      message('new', { at: NOW - 1_000 }),
      message('next', { at: NOW + 3_600_000 }),
    );
    const mark = async (until: number) =>
      (await company.act(OPENIDS.day, 'notices.markRead', { until })).data;
    expect(await mark(NOW - 9_000)).toEqual({ unread: 2 });
    expect((await inbox()).items.map(({ read }: { read: boolean }) => read)).toEqual([false, false, true]);
    expect(await mark(NOW - 500)).toEqual({ unread: 1 });
    expect(await mark(NOW - 9_000)).toEqual({ unread: 1 });
    expect(await mark(NOW + 86_400_000)).toEqual({ unread: 1 });
    expect((await inbox(OPENIDS.night)).unread).toBe(0);
  });

  test('costs two calls a page', async () => {
    await post(message('m1'));
    await inbox();
    await inbox();
    expect(company.lastCalls()).toBe(2);
    await company.act(OPENIDS.day, 'notices.markRead', { until: NOW });
    await company.act(OPENIDS.day, 'notices.markRead', { until: NOW + 1 });
    expect(company.lastCalls()).toBe(2);
  });

  test.each(['', 'x', '12', '12.', 'a.b', `1.${'x'.repeat(300)}`])(
    'a cursor %j is refused',
    async (cursor) => {
      expect((await company.act(OPENIDS.day, 'notices.inbox', { cursor })).error?.code).toBe('INPUT_INVALID');
    },
  );
});

describe('consents', () => {
  test('count once per key, and for offered templates alone', async () => {
    expect((await consent(OPENIDS.day, ['result', 'result'])).data).toEqual({
      credits: { result: 1, waiting: 0 },
    });
    expect((await consent(OPENIDS.day, ['result'])).data).toEqual({ credits: { result: 1, waiting: 0 } });
    const more = await consent(OPENIDS.day, ['result', 'waiting'], 'consent-key-000002');
    expect(more.data).toEqual({ credits: { result: 2, waiting: 1 } });
    expect((await consent(OPENIDS.night, [])).data).toEqual({ credits: { result: 0, waiting: 0 } });
    expect(await company.db.get('inboxes', 'E0002')).toBeUndefined();
  });

  test('of a template that this environment does not have are nothing', async () => {
    await company.close();
    company = await open({ SUBSCRIBE_WAITING: 'tmpl-waiting' });
    expect((await company.act(OPENIDS.day, 'notices.templates')).data).toEqual({
      templates: { waiting: 'tmpl-waiting' },
    });
    expect((await consent(OPENIDS.day, ['result', 'waiting'])).data).toEqual({
      credits: { result: 0, waiting: 1 },
    });
  });

  test('that nobody gave are counted up to fifty', async () => {
    const claims = Array.from({ length: 60 }, (_, n) => `consent-key-claimed-${String(n).padStart(2, '0')}`);
    for (const key of claims) await consent(OPENIDS.day, ['result'], key);
    expect(await credits('E0001')).toEqual({ result: 50, waiting: 0 });
    const both = await consent(OPENIDS.day, ['result', 'waiting'], 'consent-key-000002');
    expect(both.data).toEqual({ credits: { result: 50, waiting: 1 } });
  });

  test('at once, with the first of a person, all count', async () => {
    const keys = ['a', 'b', 'c', 'd'].map((letter) => `consent-key-00000${letter}`);
    await Promise.all(keys.map((key) => consent(OPENIDS.day, ['result'], key)));
    expect(await credits('E0001')).toEqual({ result: 4, waiting: 0 });
  });
});

describe('delivery', () => {
  test('sends to everybody who has a credit, in the language of the person, and is done', async () => {
    await company.act(OPENIDS.night, 'setLanguage', { language: 'en' });
    await allow(OPENIDS.day, 'result');
    await allow(OPENIDS.night, 'result');
    await allow(OPENIDS.siteless, 'waiting');
    await post(
      message('m1', { to: ['E0001', 'E0002', 'E0006', 'E0007'] }),
      message('m2', { template: null, delivery: 'done' }),
    );
    const { result } = await deliver();
    expect(result).toMatchObject({ ok: true, data: { deliver: { messages: 1, sent: 2 } } });
    const page = 'features/requests/pages/detail/detail?id=R1';
    const rest = { phrase2: { value: '已同意' }, time3: { value: '2026-11-23 08:59' } };
    expect(company.outbox.list()).toMatchObject([
      {
        touser: OPENIDS.day,
        templateId: 'tmpl-result',
        page,
        state: 'formal',
        lang: 'zh_CN',
        data: { thing1: { value: '请假 年假' }, ...rest },
      },
      {
        touser: OPENIDS.night,
        page,
        lang: 'en_US',
        data: { thing1: { value: 'Leave Annual leave' }, ...rest },
      },
    ]);
    expect(await company.db.count('messages', { delivery: 'due' })).toBe(0);
    expect(await credits('E0001')).toEqual({ result: 0, waiting: 0 });
    expect(await credits('E0006')).toEqual({ result: 0, waiting: 1 });
    await deliver();
    expect(company.outbox.list()).toHaveLength(2);
  });

  test('oldest first: one credit is one message', async () => {
    await allow(OPENIDS.day, 'result');
    await post(
      message('m2', { at: NOW - 1_000 }),
      message('m1', { at: NOW - 2_000, event: 'request.rejected' }),
    );
    await deliver();
    expect(company.outbox.list()).toMatchObject([{ data: { phrase2: { value: '已拒绝' } } }]);
    expect(await company.db.count('messages', { delivery: 'due' })).toBe(0);
  });

  test('more messages than one look takes', async () => {
    await post(...Array.from({ length: 45 }, (_, n) => message(`m${n}`)));
    expect((await deliver()).result).toMatchObject({ data: { deliver: { messages: 45, sent: 0 } } });
  });

  test('one that cannot be sent keeps back no other', async () => {
    await consent(OPENIDS.day, ['result']);
    await company.grantSubscription(OPENIDS.day, 'tmpl-result');
    await post(message('m0', { data: { type: null } }), message('m1'));
    expect((await deliver()).result).toMatchObject({ data: { deliver: { sent: 1, failed: 1 } } });
    expect(await company.db.find('messages', { delivery: 'due' })).toMatchObject([{ _id: 'm0' }]);
  });

  test('many to one person keep another waiting for one of them only', async () => {
    for (const n of [1, 2, 3]) {
      await consent(OPENIDS.day, ['result'], `consent-key-00000${n}`);
      await company.grantSubscription(OPENIDS.day, 'tmpl-result');
    }
    await consent(OPENIDS.night, ['result']);
    await company.grantSubscription(OPENIDS.night, 'tmpl-result');
    const flood = Array.from({ length: 30 }, (_, n) => message(`m${n + 10}`));
    await post(...flood, message('m99', { to: ['E0002'] }));
    await deliver();
    expect(sentTo()).toEqual([OPENIDS.day, OPENIDS.night, OPENIDS.day, OPENIDS.day]);
  });

  test('without the template of its use it is done, and the credit stays', async () => {
    await allow(OPENIDS.day, 'waiting');
    await company.close();
    company = await open({ SUBSCRIBE_RESULT: 'tmpl-result' });
    await post(message('m1', { template: 'waiting' }));
    await deliver();
    expect(company.outbox.list()).toEqual([]);
    expect((await company.db.get('messages', 'm1'))?.delivery).toBe('done');
  });

  test('WeChat knows of no consent (43101): the credits are corrected, the inbox has the message', async () => {
    await consent(OPENIDS.day, ['result']);
    await consent(OPENIDS.day, ['result'], 'consent-key-000002');
    await post(message('m1'));
    await deliver();
    expect(company.outbox.list()).toEqual([]);
    expect(await credits('E0001')).toEqual({ result: 0, waiting: 0 });
    expect((await inbox()).items).toHaveLength(1);
    expect(await company.db.count('messages', { delivery: 'due' })).toBe(0);
  });

  test('WeChat refuses the message (47003): the credit comes back', async () => {
    await company.close();
    company = await open({ SUBSCRIBE_RESULT: 'tmpl-result;what=stuff1' });
    await company.grantSubscription(OPENIDS.day, 'tmpl-result');
    await consent(OPENIDS.day, ['result']);
    await post(message('m1'));
    const { logs } = await deliver();
    expect(logs.map(({ text }) => text).join()).toContain('47003');
    expect(await credits('E0001')).toEqual({ result: 1, waiting: 0 });
    expect(await company.db.count('messages', { delivery: 'due' })).toBe(0);
  });

  test('not to somebody who has left, nor to somebody without a WeChat user', async () => {
    const inboxOf = (id: string) => ({
      _id: id,
      readUntil: 0,
      credits: { result: 1, waiting: 0 },
      consents: [],
      sent: [],
      rev: 1,
    });
    await company.db.insertMany('inboxes', [inboxOf('E0004'), inboxOf('E0005')]);
    await company.grantSubscription(OPENIDS.left, 'tmpl-result');
    await post(message('m1', { to: ['E0004', 'E0005'] }));
    await deliver();
    expect(sentTo()).toEqual([]);
    expect(await credits('E0004')).toEqual({ result: 1, waiting: 0 });
  });

  test('of two runs at once, each message goes out once', async () => {
    for (const [as, key] of [
      [OPENIDS.day, 'consent-key-00000a'],
      [OPENIDS.day, 'consent-key-00000b'],
      [OPENIDS.night, 'consent-key-00000c'],
    ] as const)
      await allow(as, 'result', key);
    await post(message('m1', { to: ['E0001', 'E0002'] }));
    const timer = { kind: 'timer', name: 'deliver' } as const;
    await Promise.all([1, 2].map(() => company.invoke('notices', {}, { as: timer })));
    expect(sentTo().sort()).toEqual([OPENIDS.day, OPENIDS.night].sort());
    expect(await credits('E0001')).toEqual({ result: 1, waiting: 0 });
  });
});

test.each([
  ['trial', 'trial'],
  ['developer', 'developer'],
  ['nonsense', 'formal'],
])('MINI_PROGRAM_STATE=%s: a message opens the version %s', async (state, opened) => {
  await company.close();
  company = await open({ ...SUBSCRIBE, MINI_PROGRAM_STATE: state });
  await allow(OPENIDS.day, 'result');
  await post(message('m1'));
  await deliver();
  expect(company.outbox.list()).toMatchObject([{ state: opened }]);
});

test('who may: bound, employed people; the timer alone delivers', async () => {
  const code = async (as: string, action: string, input = {}) =>
    (await company.act(as, action, input)).error?.code;
  for (const action of ['notices.me', 'notices.inbox', 'notices.templates']) {
    expect(await code('console', action)).toBe('CALLER_REFUSED');
    expect(await code(OPENIDS.stranger, action)).toBe('NOT_BOUND');
    expect(await code(OPENIDS.left, action)).toBe('ACCESS_ENDED');
  }
  const forged = await company.call<{ error: { code: string } }>('notices', { Type: 'Timer' }, OPENIDS.day);
  expect(forged.error.code).toBe('CALLER_REFUSED');
});
