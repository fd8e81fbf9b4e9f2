import { openWithReset } from '../../../support/open';
import {
  employeeDocument,
  openRequestCompany,
  ownType,
  PEOPLE,
  profileChange,
  seal,
  trip,
  type Who,
} from '../support/request-company';

const company = openWithReset(async () => {
  const type = ownType([{ approvers: [{ by: 'manager', level: 1 }] }], { cc: [{ by: 'role', role: 'hr' }] });
  return openRequestCompany('2026-11-23T09:00:00+08:00', { seed: { request_types: [type] } });
});

interface Card {
  id: string;
  facts: { code: string; data: Record<string, unknown> }[];
  warnings: { code: string }[];
}

const send = async (input: Record<string, unknown>, who: Who = 'staff') => {
  const { data, error } = await company.ask(who, 'submit', input);
  expect(error).toBeUndefined();
  return data.id as string;
};
/** Copies of one stored request with other ids. */
const multiply = async (id: string, count: number) => {
  const one = (await company.db.get('requests', id)) ?? {};
  const copies = Array.from({ length: count }, (_, index) => ({
    ...one,
    _id: `${PEOPLE.staff}-copy-of-request-${String(index).padStart(3, '0')}`,
  }));
  await company.db.insertMany('requests', copies);
};

/** Every page of a list, one after the other. */
async function pages(who: Who, list: string, more: Record<string, unknown> = {}) {
  const all: Card[][] = [];
  for (let cursor: string | null = '', left = 20; cursor !== null && left > 0; left -= 1) {
    const { data } = await company.ask(who, list, cursor === '' ? more : { ...more, cursor });
    all.push(data.items);
    cursor = data.next;
  }
  return all;
}

test('pages hold each request once, also where their sort keys are equal', async () => {
  await multiply(await send(seal()), 44);
  for (const [who, list] of [
    ['staff', 'mine'],
    ['head', 'pending'],
    ['hr', 'cc'],
  ] as const) {
    const all = await pages(who, list);
    expect([list, all.map((page) => page.length)]).toEqual([list, [10, 10, 10, 10, 5]]);
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(45);
  }
});

test('the badge counts to a hundred, on every page and list', async () => {
  await multiply(await send(seal()), 119);
  const first = await company.ask('head', 'pending');
  expect([first.data.items.length, first.data.counts]).toEqual([10, { waiting: 100 }]);
  const second = await company.ask('head', 'pending', { cursor: first.data.next });
  expect(second.data.counts).toEqual({ waiting: 100 });
  expect((await company.ask('head', 'mine')).data.counts).toEqual({ waiting: 100 });
});

test('the most urgent first, then by start; with the facts of now', async () => {
  const late = await send(trip('2026-12-20'));
  const early = await send(trip('2026-12-01', '2026-12-03'), 'peer');
  const { data } = await company.ask('head', 'pending');
  expect(data.items.map(({ id }: Card) => id)).toEqual([early, late]);
  const same = await send(trip('2026-12-02'), 'other');
  const [first] = (await company.ask('head', 'pending')).data.items as Card[];
  expect(first?.facts).toContainEqual({
    code: 'TEAM_AWAY',
    data: { team: 3, away: 1, names: { 'zh-CN': '员工other', en: 'Person other' } },
  });
  await company.ask('head', 'decide', { id: same, rev: 1, verb: 'reject' });
  const [again] = (await company.ask('head', 'pending')).data.items as Card[];
  const own = { code: 'DAYS_COUNTED', data: { days: 3 * 480, from: '2026-12-01', to: '2026-12-03' } };
  expect(again?.facts).toEqual([own, { code: 'SIMILAR', data: { approved: 0, rejected: 1, days: 180 } }]);
  expect((await company.ask('head', 'detail', { id: early })).data.facts).toEqual(again?.facts);
  // The applicant is not told how others were decided.
  expect((await company.ask('peer', 'detail', { id: early })).data.facts).toEqual([own]);
});

test('done: filters and search', async () => {
  const one = await send(trip('2026-12-01'));
  const two = await send(seal('采购合同'), 'peer');
  const three = await send(seal('劳动合同'));
  await company.ask('head', 'decide', { id: one, rev: 1, verb: 'approve' });
  await company.ask('head', 'decide', { id: two, rev: 1, verb: 'reject' });
  await company.ask('head', 'decide', { id: three, rev: 1, verb: 'approve' });
  const ids = async (input: Record<string, unknown>) =>
    (await pages('head', 'done', input)).flat().map(({ id }) => id);
  expect(await ids({})).toEqual([three, two, one]);
  expect(await ids({ state: 'approved' })).toEqual([three, one]);
  expect(await ids({ kind: 'custom' })).toEqual([three, two]);
  expect(await ids({ text: 'person PEER' })).toEqual([two]);
  expect(await ids({ text: '合同' })).toEqual([three, two]);
  expect(await ids({ text: '劳动', state: 'rejected' })).toEqual([]);
  expect((await company.ask('head', 'done', { cursor: 'nonsense' })).error?.code).toBe('INPUT_INVALID');
});

test('copies are told when it is decided, by the timer at the latest', async () => {
  const id = await send(seal());
  await company.ask('head', 'decide', { id, rev: 1, verb: 'approve' });
  company.clock.advance(61_000);
  await company.tick();
  expect(await company.db.find('messages', { event: 'request.cc' })).toMatchObject([
    { to: [PEOPLE.hr, PEOPLE.hr2], aboutId: id, template: null },
  ]);
  expect(await company.db.get('requests', id)).toMatchObject({ effects: 'done', outbox: [] });
});

describe('types', () => {
  const own = {
    id: 'car',
    kind: 'custom',
    name: { 'zh-CN': '用车', en: 'Car' },
    enabled: true,
    form: [{ id: 'when', kind: 'period', label: { 'zh-CN': '时间', en: 'When' }, required: true }],
    flow: {
      steps: [
        {
          id: 's',
          name: { 'zh-CN': '主管', en: 'Head' },
          mode: 'any',
          approvers: [{ by: 'department-head' }],
          when: [],
        },
      ],
      cc: [],
      escalateAfterHours: 0,
    },
  };
  const save = (type: unknown, expectedVersion: number) =>
    company.ask('admin', 'saveType', { type, expectedVersion });
  const historyOf = async (id: string) =>
    (await company.ask('admin', 'requestType', { id })).data.history as Record<string, unknown>[];

  test('a type of the company’s own, without code', async () => {
    expect((await save(own, 0)).data.type.version).toBe(1);
    expect((await save(own, 0)).data.type.version).toBe(1);
    const period = { unit: 'day', from: '2026-12-01', to: '2026-12-02' };
    const input = { ...seal(), typeId: 'car', values: { when: period } };
    company.clock.advance(61_000);
    expect((await company.ask('staff', 'submit', input)).data).toMatchObject({
      kind: 'custom',
      period,
      amountMinutes: 960,
      waitingFor: [{ id: PEOPLE.head }],
    });
    expect(await historyOf('car')).toMatchObject([
      { version: 1, byName: '员工admin', what: ['enabled', 'flow', 'form', 'name'] },
    ]);
  });

  test('whose id a shipped type takes later, it stays the company’s own: used, edited, without fields it never had', async () => {
    // As it was stored before seal use was shipped.
    const { form, flow } = own;
    const before = { ...own, id: 'seal', kind: 'custom', version: 1, form, flow };
    await company.db.insertMany('request_types', [{ ...before, _id: 'seal', current: true }]);
    company.clock.advance(61_000);
    const period = { unit: 'day', from: '2026-12-01', to: '2026-12-02' };
    const input = { ...seal(), typeId: 'seal', values: { when: period } };
    expect((await company.ask('staff', 'submit', input)).data).toMatchObject({ kind: 'custom', period });
    expect((await company.ask('admin', 'requestType', { id: 'seal' })).data).toMatchObject({ needed: [] });
    const edited = { ...own, id: 'seal', enabled: false };
    expect((await save(edited, 1)).data.type).toMatchObject({ kind: 'custom', version: 2, enabled: false });
    expect((await save({ ...edited, kind: 'seal' }, 2)).error?.code).toBe('INPUT_INVALID');
  });

  test('of two who edit at once, one is told', async () => {
    await save(own, 0);
    const answers = await Promise.all(
      [1, 2].map((hours) => save({ ...own, flow: { ...own.flow, escalateAfterHours: hours } }, 1)),
    );
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
      'VERSION_CONFLICT',
      'ok',
    ]);
    expect((await save(own, 1)).error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 2 } });
    expect(await historyOf('car')).toMatchObject([{ version: 2, what: ['flow'] }, { version: 1 }]);
  });

  test('a shipped type can be edited, switched off, and keeps what its rules need', async () => {
    const [leave] = (await company.ask('admin', 'listTypes')).data.types;
    const { version, ...edited } = leave;
    const more = { id: 'more', kind: 'text', label: { 'zh-CN': '备注', en: 'Note' }, required: false };
    expect((await save({ ...edited, enabled: false, form: [...edited.form, more] }, version)).ok).toBe(true);
    const without = edited.form.filter(({ id }: { id: string }) => id !== 'period');
    expect((await save({ ...edited, form: without }, 2)).error).toEqual({
      code: 'INPUT_INVALID',
      data: { path: 'type.form.period', rule: 'needed' },
    });
    company.clock.advance(61_000);
    const types = (await company.ask('staff', 'start')).data.types;
    expect(types.map(({ id }: { id: string }) => id)).not.toContain('leave');
    const input = { ...seal(), typeId: 'leave', version: 2, values: {} };
    expect((await company.ask('staff', 'submit', input)).error?.code).toBe('TYPE_DISABLED');
  });

  test('the editor gets the type, what stays in it, and the people and departments that it names', async () => {
    await save({ ...own, flow: { ...own.flow, cc: [{ by: 'person', employeeId: PEOPLE.boss }] } }, 0);
    const { data } = await company.ask('admin', 'requestType', { id: 'car' });
    expect(data).toMatchObject({
      type: { id: 'car', version: 1 },
      needed: [],
      people: [{ id: PEOPLE.boss }],
    });
    expect(data.departments.map(({ id, depth }: { id: string; depth: number }) => [id, depth])).toEqual([
      ['D1', 0],
      ['D2', 1],
      ['D3', 1],
    ]);
    const leave = (await company.ask('admin', 'requestType', { id: 'leave' })).data;
    expect(leave.needed.map(({ id }: { id: string }) => id)).toEqual([
      'leaveType',
      'period',
      'reason',
      'files',
    ]);
    expect(leave.history).toEqual([]);
    expect((await company.ask('admin', 'requestType')).data).toMatchObject({ type: null, needed: [] });
    const nothing = await company.ask('admin', 'requestType', { id: 'nothing' });
    expect(nothing.error).toEqual({ code: 'NOT_FOUND', data: { what: 'type' } });
  });

  test('the same content again is no new version', async () => {
    await save(own, 0);
    expect((await save(own, 1)).data.type.version).toBe(1);
    expect(await historyOf('car')).toHaveLength(1);
  });

  test('of many versions the newest fifty are told', async () => {
    for (let version = 0; version < 52; version += 1)
      await save({ ...own, flow: { ...own.flow, escalateAfterHours: version } }, version);
    const history = await historyOf('car');
    expect(history).toHaveLength(50);
    expect(history[0]).toMatchObject({ version: 52 });
  });

  test.each([
    ['another kind', { kind: 'leave' }],
    ['a field twice', { form: [own.form[0], own.form[0]] }],
    ['a table without columns', { form: [{ ...own.form[0], kind: 'table' }] }],
    [
      'eleven steps',
      {
        flow: {
          ...own.flow,
          steps: Array.from({ length: 11 }, (_, index) => ({ ...own.flow.steps[0], id: `s${index}` })),
        },
      },
    ],
    [
      'eleven approvers',
      {
        flow: {
          ...own.flow,
          steps: [{ ...own.flow.steps[0], approvers: Array(11).fill({ by: 'department-head' }) }],
        },
      },
    ],
    ['a step without approvers', { flow: { ...own.flow, steps: [{ ...own.flow.steps[0], approvers: [] }] } }],
    ['somebody who does not exist', { flow: { ...own.flow, cc: [{ by: 'person', employeeId: 'GONE' }] } }],
    ['a name in English alone', { name: { en: 'Use of a car' } }],
  ])('%s is refused', async (_, more) => {
    expect((await save({ ...own, ...more }, 0)).error?.code).toBe('INPUT_INVALID');
    expect(await company.db.count('request_types')).toBe(1);
  });
});

describe('the directory', () => {
  const find = async (input: unknown) => {
    const { data, error } = await company.act('openid-of-r03', 'people.find', input);
    return error?.code ?? data.people.map(({ id }: { id: string }) => id);
  };

  test('by a part of a name in either language, or a number; only those who are here', async () => {
    await company.db.insertMany('employees', [
      employeeDocument('left', { _id: 'W1', name: '王伟', nameEn: 'Wei Wang', leftOn: null }),
      employeeDocument('left', {
        _id: 'W2',
        name: '王芳',
        nameEn: 'Fang Wang',
        hiredOn: '2027-01-01',
        leftOn: null,
      }),
    ]);
    expect(await find({ text: '王' })).toEqual(['W1']);
    expect(await find({ text: 'wei w' })).toEqual(['W1']);
    expect(await find({ text: 'w1' })).toEqual(['W1']);
    expect(await find({ text: '伟' })).toEqual(['W1']);
    expect(await find({ text: 'Wang' })).toEqual(['W1']);
    expect(await find({ text: '.*' })).toEqual([]);
    expect((await find({ text: '员工' })).length).toBe(10);
    expect(await find({ text: '' })).toEqual([]);
    expect(await find({ text: 'r03' })).toEqual(['R03']);
    expect(await find({ text: 'r03', others: true })).toEqual([]);
    expect(await find({ ids: ['R02', 'GONE'] })).toEqual(['R02']);
    expect(await find({ ids: Array(21).fill('R02') })).toBe('INPUT_INVALID');
  });

  test('takes one read for a search on a warm instance', async () => {
    for (const calls of [3, 1]) {
      await find({ text: '员工' });
      expect(company.lastCalls()).toBe(calls);
    }
  });

  test('tells what everybody may know, and nothing more', async () => {
    const { data } = await company.act('openid-of-r03', 'people.find', { ids: ['R02'] });
    expect(Object.keys(data.people[0]).sort()).toEqual(['department', 'id', 'job', 'name', 'nameEn']);
  });
});

test('a request that HR decides goes to all of HR at once', async () => {
  await send(profileChange());
  expect((await company.ask('hr', 'pending')).data.items).toHaveLength(1);
  expect((await company.ask('hr2', 'pending')).data.items).toHaveLength(1);
});
