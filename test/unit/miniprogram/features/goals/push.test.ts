import '../../../../../miniprogram/features/goals/words/words';
import type { Day, Instant } from '#contracts/common';
import type { ProposalRow, ProposalView } from '#contracts/goal-push';
import { proposalLine } from '../../../../../miniprogram/components/proposal-list/proposal-list.view';
import { newKeyResult } from '../../../../../miniprogram/features/goals/pages/objective/objective.model';
import { proposalView } from '../../../../../miniprogram/features/goals/pages/proposal/proposal.view';
import {
  type PushModel,
  ready,
  withPerson,
} from '../../../../../miniprogram/features/goals/pages/push/push.model';
import { pushView } from '../../../../../miniprogram/features/goals/pages/push/push.view';
import { pushedView } from '../../../../../miniprogram/features/goals/pages/pushed/pushed.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, NOON, OFFLINE, PERSON, raise } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const TODAY = '2026-11-16' as Day;
const HEAD = { id: 'E0002', name: '示例主管', nameEn: 'Demo Head' };

const draft = {
  ...{ id: 'g', title: '双十二', weight: 40, alignedWeight: 0, alignedTo: [] },
  keyResults: [{ id: 'k', title: '新客户', measure: raise(0, 38, '位'), weight: 100, source: 'own' }],
} as const;
const proposal = (more: Partial<ProposalView> = {}): ProposalView => ({
  ...{ id: 'g', title: '双十二', state: 'open', by: HEAD, deadline: '2026-11-19' as Day, reminded: 'nobody' },
  ...{ at: NOON, rev: 1, objective: draft, counter: null, room: [], canAnswer: true, canDecide: false },
  history: [{ at: NOON, by: HEAD, what: 'pushed', changes: [], reason: '' }],
  ...more,
});
const row = (more: Partial<ProposalRow> = {}): ProposalRow => ({
  ...{ id: 'g', title: '双十二', state: 'open', by: HEAD, deadline: '2026-11-19' as Day, reminded: 'nobody' },
  ...{ at: NOON as Instant, cycleId: '2026-11', isMine: false },
  owner: { owner: { kind: 'person', id: 'E0001' }, name: { 'zh-CN': '李梅', en: 'Li Mei' } },
  ...more,
});

describe('a pushed goal as a line', () => {
  it('says who it is from or for, until when, and that somebody was reminded', () => {
    expect(proposalLine(row(), zh)).toMatchObject({
      ...{ state: '待确认', tone: 'warn', detail: '示例主管推送 · 11月19日 周四 前答复' },
    });
    expect(proposalLine(row({ reminded: 'owner' }), en, 'Li Mei')).toMatchObject({
      ...{ state: 'To confirm', tone: 'bad', detail: 'Li Mei · answer by Thu, Nov 19 · Reminded' },
    });
    expect(proposalLine(row({ state: 'confirmed', reminded: 'owner' }), zh)).toMatchObject({ tone: 'ok' });
  });
});

describe('the list of pushed goals', () => {
  const view = (rows: readonly ProposalRow[]) =>
    pushedView(
      { data: { rows, consents: [], today: TODAY }, declining: null, busy: false, failure: null },
      zh,
    );

  it('has what waits for the reader first, then for others, then what is decided', () => {
    const shown = view([
      row({ id: 'done', state: 'confirmed' }),
      row({ id: 'theirs', reminded: 'owner' }),
      row({ id: 'mine', isMine: true }),
    ]);
    expect(shown.lists.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ['等你答复', ['2026-11:p-E0001/mine']],
      ['等对方确认', ['2026-11:p-E0001/theirs']],
      ['已经答复', ['2026-11:p-E0001/done']],
    ]);
    expect(shown.summary).toBe('1 个目标未确认，已催办');
  });

  it('is loading, failed, empty or there', () => {
    expect(pushedView({ data: null, declining: null, busy: false, failure: null }, zh).mode).toBe('loading');
    expect(pushedView({ data: null, declining: null, busy: false, failure: OFFLINE }, zh).mode).toBe('error');
    expect(view([]).mode).toBe('empty');
    expect(view([row()])).toMatchObject({ mode: 'ready', summary: '1 个目标未确认' });
  });
});

test('an alignment from elsewhere waits with the goals, and says what is to count for what', () => {
  const place = { sheetId: '2026-11:d-D2', objectiveId: 'team' };
  const owner = {
    owner: { kind: 'person', id: 'E0009' },
    name: { 'zh-CN': '王强', en: 'Wang Qiang' },
  } as const;
  const consent = {
    cycleId: '2026-11',
    owner,
    objectiveId: 'own',
    title: '多成交',
    place,
    above: '新客户',
    at: NOON,
  };
  const data = { rows: [], consents: [consent], today: TODAY };
  const shown = pushedView({ data, declining: null, busy: false, failure: null }, zh);
  expect(shown).toMatchObject({ mode: 'ready', consents: [{ text: '王强“多成交” → “新客户”' }] });
});

describe('the page of a pushed goal', () => {
  const view = (more: Partial<ProposalView> = {}) =>
    proposalView(
      {
        ...{ sheetId: '2026-11:p-E0001', id: 'g', withdrawing: false, busy: false, failure: null },
        data: {
          ...{ cycle: CYCLE, today: TODAY, proposal: proposal(more) },
          owner: { owner: { kind: 'person', id: 'E0001' }, name: { 'zh-CN': '李梅', en: 'Li Mei' } },
        },
      },
      zh,
    );

  it('says what is asked for, and which others give way', () => {
    const shown = view({ room: [{ title: '老客户', before: 100, after: 60 }] });
    expect(shown).toMatchObject({ owner: '推送给李梅', weight: '权重 40%', canConfirm: true });
    expect(shown.rows).toMatchObject([{ title: '新客户', figure: '0 → 38\u00a0位', weight: '权重 100%' }]);
    expect(shown.room).toMatchObject({ rows: [{ text: '老客户：100 → 60' }] });
    const agreed = view({ room: [{ title: '老客户', before: 40, after: 24, agreedWith: HEAD }] });
    expect(agreed.room.rows[0]?.text).toBe(`老客户（和${HEAD.name}说好的）：40 → 24`);
  });

  it('cannot be confirmed where nothing can give way, and says so', () => {
    expect(view({ room: null })).toMatchObject({ canConfirm: false, room: { rows: [] } });
    expect(view({ room: null }).room.title).toContain('让不出来');
  });

  it('shows the change that is asked for, and lets who pushed it accept', () => {
    const changes = [{ title: '新客户', what: 'target', before: 38, after: 30 }] as const;
    const asked = { at: NOON, by: PERSON, what: 'countered', changes, reason: '培训' } as const;
    const shown = view({
      ...{ state: 'countered', canAnswer: false, canDecide: true, history: [asked] },
      counter: { objective: draft, reason: '培训' },
    });
    expect(shown.counter).toMatchObject({ reason: '培训', rows: [{ text: '新客户 目标：38 → 30' }] });
    expect(shown).toMatchObject({ canAccept: true, canConfirm: false });
    expect(shown.history).toMatchObject([{ title: '李梅提出修改', reason: '培训' }]);
  });

  it.each([
    [{ title: '', what: 'weight', before: 40, after: 30 }, '目标 权重：40 → 30'],
    [{ title: '新客户', what: 'key-result', before: null, after: '新客户' }, '新客户 关键结果：无 → 新客户'],
    [
      { title: '', what: 'deadline', before: '2026-11-19', after: '2026-11-20' },
      '目标 答复期限：11月19日 周四 → 11月20日 周五',
    ],
  ] as const)('puts %j into words', (change, text) => {
    const step = { at: NOON, by: HEAD, what: 'changed', changes: [change], reason: '' } as const;
    expect(view({ history: [step] }).history[0]?.changes).toMatchObject([{ text }]);
  });

  it('says who was reminded', () => {
    expect(view({ reminded: 'manager' }).reminded).toBe('已提醒本人和主管');
    expect(view({ reminded: 'manager', state: 'confirmed' }).reminded).toBe('');
  });
});

describe('the form that pushes a goal', () => {
  const model = (more: Partial<PushModel> = {}): PushModel => ({
    ...{ act: 'push', cycleId: '2026-11', sheetId: '', objectiveId: 'n', isNew: true, sheet: null },
    ...{ cycle: null, days: null, title: '双十二', weight: '40', alignedWeight: '0', alignedTo: [] },
    ...{ keyResults: [{ ...newKeyResult(100), title: '新客户', target: '38' }], reason: '', nodes: null },
    ...{ choosing: false, changed: true, busy: false, failure: null, deadline: '2026-11-19' as Day },
    ...{ people: [{ key: 'p-1', name: '甲' }], chosen: ['p-1'], today: TODAY, proposal: null },
    ...{ picking: false, refused: [] },
    ...more,
  });

  it('is sent to who is chosen, and says what is missing', () => {
    expect(pushView(model(), zh)).toMatchObject({ ready: true, problem: '', send: '推送' });
    expect(pushView(model({ chosen: [] }), zh)).toMatchObject({ ready: false, problem: '请选要推送的人' });
    expect(pushView(model({ chosen: ['p-1', 'p-2'] }), en).send).toBe('Assign to 2 people');
    const many = Array.from({ length: 51 }, (_, at) => `p-${at}`);
    expect(pushView(model({ chosen: many }), zh).problem).toBe('一次最多推送给 50 人');
    expect(pushView(model({ title: '' }), zh).ready).toBe(false);
    expect(pushView(model({ keyResults: [] }), zh)).toMatchObject({
      ready: false,
      problem: '请至少填一个关键结果，不能衡量的目标不推送',
    });
  });

  it('needs a reason for a change that is asked for, and none for another version', () => {
    const counter = model({ act: 'counter', chosen: [], proposal: proposal() });
    expect(pushView(counter, zh)).toMatchObject({
      ready: false,
      problem: '请填写为什么要改',
      hasDeadline: false,
    });
    expect(ready({ ...counter, reason: '培训' }).problem).toBeNull();
    expect(ready(model({ act: 'change', chosen: [] })).problem).toBeNull();
  });

  it('adds a person once, chosen', () => {
    const added = { ...model(), ...withPerson(model(), { key: 'p-9', name: '己' }) };
    expect([added.people?.length, added.chosen]).toEqual([2, ['p-1', 'p-9']]);
    expect(withPerson(added, { key: 'p-9', name: '己' }).chosen).toEqual(['p-1', 'p-9']);
  });

  it('names who was not pushed to', () => {
    const refused = [{ owner: { kind: 'person', id: '1' }, why: 'taken' }] as const;
    expect(pushView(model({ refused }), zh).refused).toMatchObject([
      { text: '甲没有推送成功：已经有同一个目标' },
    ]);
  });
});
