import type { Instant } from '#contracts/common';
import type { IntegrationClient } from '#contracts/integration';
import {
  blankDraft,
  type ClientsModel,
  draftOf,
  problemOf,
  scopeOf,
} from '../../../../../miniprogram/features/pay/pages/clients/clients.model';
import { clientsView } from '../../../../../miniprogram/features/pay/pages/clients/clients.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const at = (text: string) => Date.parse(`${text}+08:00`) as Instant;
const NOW = at('2026-11-30T10:00:00');

const TILL: IntegrationClient = {
  ...{ id: 'abcdefgh', name: '收银系统', kpis: ['sales.*', 'crm.orders'], cycles: ['*'] },
  keys: [
    {
      id: 'abcdefgh-oldold',
      from: at('2026-11-01T09:00:00'),
      until: at('2026-12-07T10:00:00'),
      usedAt: at('2026-11-30T09:00:00'),
    },
    { id: 'abcdefgh-newnew', from: at('2026-11-30T09:30:00'), until: null, usedAt: null },
  ],
  changes: [
    {
      ...{ at: at('2026-11-30T09:30:00'), what: 'key-added', keyId: 'abcdefgh-newnew' },
      ...{ byId: 'E0046', byName: '李静', byNameEn: 'Jing Li' },
    },
    { at: at('2026-11-01T09:00:00'), what: 'created' },
  ],
};
const model = (more: Partial<ClientsModel> = {}): ClientsModel => ({
  ...{ clients: [TILL], isLocked: false, draft: null, rotating: null, made: null, openId: '' },
  ...{ busy: false, failure: null, now: NOW, utcOffset: 480 as ClientsModel['utcOffset'] },
  ...more,
});

test('each key says how old it is, when it was last used and when it ends', () => {
  const [row] = clientsView(model(), zh).rows;
  expect(row).toMatchObject({
    ...{ name: '收银系统', kpis: 'sales.* · crm.orders', cycles: '所有周期', tag: '' },
    keys: [
      { age: '11月1日 周日生成，已用 29 天', used: '最近使用 11月30日 周一 09:00' },
      { age: '今天生成', used: '还没有用过', state: '' },
    ],
  });
  expect(row?.keys[0]?.state).toBe('12月7日 周一 10:00 失效');
});

test('while two keys are valid a third one is not offered, and it says which goes first', () => {
  expect(clientsView(model(), zh).rows[0]).toMatchObject({
    rotate: '',
    full: '已有 2 个有效密钥，请先停用旧的',
  });
  const one = clientsView(model({ now: at('2026-12-07T10:00:00') }), zh).rows[0];
  expect(one).toMatchObject({ rotate: '更换密钥', full: '' });
});

test('a key that is over is gone from the list, and a system without one is offered a new one', () => {
  const [row] = clientsView(model({ now: at('2026-12-07T10:00:00') }), zh).rows;
  expect(row?.keys.map(({ id }) => id)).toEqual(['abcdefgh-newnew']);
  const [ended] = clientsView(model({ clients: [{ ...TILL, keys: [] }] }), en).rows;
  expect(ended).toMatchObject({ tag: 'No key', rotate: 'Make a key', keys: [] });
});

test('the history names who did what, and the console where nobody did', () => {
  expect(clientsView(model(), zh).rows[0]?.history).toEqual([]);
  const texts = (t: typeof zh) =>
    clientsView(model({ openId: TILL.id }), t).rows[0]?.history.map(({ text }) => text);
  expect(texts(zh)).toEqual([
    '11月30日 周一 09:30 · 李静生成密钥 abcdefgh-newnew',
    '11月1日 周日 09:00 · 云控制台接入，生成密钥',
  ]);
  expect(texts(en)?.[0]).toContain('Jing Li made key abcdefgh-newnew');
});

test('while it is locked neither a system nor a secret is in the data of the page', () => {
  const made = { clientId: TILL.id, keyId: 'abcdefgh-newnew', secret: 'the-secret-itself' };
  const locked = clientsView(model({ isLocked: true, made }), zh);
  expect(locked.mode).toBe('locked');
  expect(JSON.stringify(locked)).not.toMatch(/the-secret|abcdefgh/);
  expect(clientsView(model({ made }), zh).made).toMatchObject({ secret: 'the-secret-itself' });
});

test('who has changed a key is told until when the one before works; who has made the first is not', () => {
  const made = { clientId: TILL.id, keyId: 'abcdefgh-newnew', secret: 's' };
  const shown = (more: object) => clientsView(model({ made: { ...made, ...more } }), zh).made?.earlier;
  expect(shown({ earlierUntil: '2026-12-07' })).toBe('旧密钥到12月7日 周一失效，那天之前两个都能用');
  expect(shown({})).toBe('');
});

test('KPIs and cycles are read however they are separated and typed', () => {
  const draft = {
    ...blankDraft,
    name: '收银',
    kpis: 'Sales.*，crm.orders、 crm.orders',
    cycles: '2026-q4；2026',
  };
  expect(scopeOf(draft)).toEqual({ kpis: ['sales.*', 'crm.orders'], cycles: ['2026-Q4', '2026'] });
  expect(problemOf(draft)).toBeNull();
  expect(problemOf(draftOf(TILL))).toBeNull();
});

test.each([
  [{ name: '' }, 'name', 'empty', ''],
  [{ name: 'report' }, 'name', 'reserved', '“report”是系统自己用的名称，请换一个'],
  [{ kpis: '' }, 'kpis', 'empty', ''],
  [{ kpis: 'sales.* sa*les' }, 'kpis', 'word', '“sa*les”不是有效的写法'],
  [{ kpis: Array.from({ length: 51 }, (_, n) => `k${n}`).join(' ') }, 'kpis', 'many', '最多写 50 个'],
  [{ cycles: '2026-13' }, 'cycles', 'word', '“2026-13”不是有效的写法'],
] as const)('%j cannot be saved: %s %s', (change, field, rule, text) => {
  const draft = { ...blankDraft, name: '收银', kpis: 'sales.*', ...change };
  expect(problemOf(draft)).toMatchObject({ field, rule });
  const view = clientsView(model({ draft }), zh);
  expect(view.canSave).toBe(false);
  const { nameProblem, kpisProblem, cyclesProblem } = view.draft ?? {};
  expect({ name: nameProblem, kpis: kpisProblem, cycles: cyclesProblem }[field]).toBe(text);
});
