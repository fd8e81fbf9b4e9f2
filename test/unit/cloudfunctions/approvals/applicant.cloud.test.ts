import { openWithReset } from '../../../support/open';
import {
  newKey,
  openRequestCompany,
  ownType,
  PEOPLE,
  profileChange,
  seal,
  trip,
} from '../support/request-company';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openWithReset(async () => {
  const type = ownType([{ approvers: [{ by: 'manager', level: 1 }] }]);
  return openRequestCompany(NOW, { riskyWords: ['赌博'], seed: { request_types: [type] } });
});

const send = async (input: Record<string, unknown> = trip('2026-12-01')) => {
  const answer = await company.ask('staff', 'submit', input);
  expect(answer).toMatchObject({ ok: true });
  const { id, rev } = answer.data as { id: string; rev: number };
  return { id, rev };
};
const decide = (id: string, rev: number, verb = 'approve', who: 'head' | 'hr' = 'head') =>
  company.ask(who, 'decide', { id, rev, verb });
const account = () => company.db.get('accounts', PEOPLE.staff);
const spans = async () => Object.values((await account())?.spans ?? {}) as { state: string }[];

describe('after the end of a request', () => {
  test.each(['reject', 'withdraw'])(
    'the applicant can change it and send it again as a new one: %s',
    async (end) => {
      const { id, rev } = await send();
      if (end === 'reject') await decide(id, rev, 'reject');
      else await company.ask('staff', 'withdraw', { id, rev });
      const own = await company.ask('staff', 'detail', { id });
      expect(own.data).toMatchObject({ may: ['resubmit'] });
      const approver = await company.ask('head', 'detail', { id });
      expect(approver.data).toMatchObject({ may: [] });
      const { values } = own.data as { values: object };
      const again = await company.ask('staff', 'submit', { ...trip('2026-12-01'), values });
      expect(again).toMatchObject({ ok: true, data: { state: 'pending' } });
      expect(again.data).not.toMatchObject({ id });
    },
  );
});

describe('messages', () => {
  type Entry = { event: string; handled: boolean; data: object; period: unknown };
  const inboxOf = async (who: 'staff' | 'head') =>
    (await company.act(`openid-of-${PEOPLE[who].toLowerCase()}`, 'notices.inbox', {})).data.items as Entry[];

  test('stop calling to decide once it is decided; a rejection says why and for which days', async () => {
    const { id, rev } = await send();
    const period = { unit: 'day', from: '2026-12-01', to: '2026-12-01' };
    expect(await inboxOf('head')).toMatchObject([{ event: 'request.waiting', handled: false, period }]);
    await company.ask('head', 'decide', { id, rev, verb: 'reject', comment: '月底盘点' });
    expect(await inboxOf('head')).toMatchObject([{ event: 'request.waiting', handled: true }]);
    expect(await inboxOf('staff')).toMatchObject([
      { event: 'request.rejected', handled: false, data: { comment: '月底盘点' }, period },
    ]);
  });
});

describe('the start of a form', () => {
  test('tells whose form it is, the days to choose from and when others of the team are away', async () => {
    const { data } = await company.ask('staff', 'start', { typeId: 'trip' });
    expect(data).toMatchObject({
      applicantId: PEOPLE.staff,
      calendar: { first: '2025-11-24', last: '2027-11-22', openYears: ['2027'] },
      away: [],
    });
    await send();
    // One's own trip is marked as one's own, and counts nobody.
    expect((await company.ask('staff', 'start', { typeId: 'trip' })).data).toMatchObject({
      away: [{ day: '2026-12-01', own: true, people: 0 }],
    });
  });
});

describe('sending', () => {
  test('the same key again is the same request, however often and even after it was decided', async () => {
    const input = trip('2026-12-01');
    const answers = await Promise.all(Array.from({ length: 8 }, () => company.ask('staff', 'submit', input)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: { rev: 1 } });
    const { id } = answers[0]?.data ?? {};
    await decide(id, 1, 'reject');
    expect(await company.ask('staff', 'submit', input)).toMatchObject({
      ok: true,
      data: { state: 'rejected' },
    });
    expect(await company.db.count('requests')).toBe(1);
    expect(await company.db.count('messages', { event: 'request.waiting' })).toBe(1);
    expect(await spans()).toEqual([]);
  });

  test.each([
    [
      'a trip',
      () => trip('2026-12-01'),
      { period: { unit: 'day', from: '2026-12-02', to: '2026-12-02' }, place: '苏州', reason: '客户现场' },
    ],
    ['a change of data', () => profileChange(), { what: '电话变更' }],
  ])('the same key with other content is refused: %s', async (_, of, values) => {
    const input = of();
    await send(input);
    const answer = await company.ask('staff', 'submit', { ...input, values });
    expect(answer.error).toEqual({ code: 'REQUEST_KEY_REUSED', data: {} });
    expect(await company.db.count('requests')).toBe(1);
  });

  test('two trips at once that overlap: one of them', async () => {
    const answers = await Promise.all(
      [trip('2026-12-01', '2026-12-03'), trip('2026-12-03', '2026-12-05')].map((input) =>
        company.ask('staff', 'submit', input),
      ),
    );
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
      'PERIOD_OVERLAPS',
      'ok',
    ]);
    expect(await spans()).toHaveLength(1);
    expect(await company.db.count('requests')).toBe(1);
  });

  test('what was refused, withdrawn or rejected makes room again', async () => {
    const first = await send();
    await company.ask('staff', 'withdraw', first);
    expect(await spans()).toEqual([]);
    const second = await send();
    await decide(second.id, second.rev, 'reject');
    expect(await spans()).toEqual([]);
    await send();
    expect(await spans()).toMatchObject([{ state: 'open' }]);
  });

  test.each([
    ['an unknown type', { typeId: 'nothing' }, 'NOT_FOUND'],
    ['an old version', { version: 2 }, 'TYPE_CHANGED'],
    ['a missing field', { values: { reason: 'x' } }, 'FORM_INVALID'],
    [
      'reversed days',
      { values: { period: { unit: 'day', from: '2026-12-05', to: '2026-12-01' }, place: 'x', reason: 'x' } },
      'PERIOD_INVALID',
    ],
    [
      'more than a year',
      { values: { period: { unit: 'day', from: '2026-12-05', to: '2028-12-01' }, place: 'x', reason: 'x' } },
      'PERIOD_INVALID',
    ],
    [
      'a text that WeChat refuses',
      {
        values: {
          period: { unit: 'day', from: '2026-12-05', to: '2026-12-05' },
          place: 'x',
          reason: '去赌博',
        },
      },
      'TEXT_REFUSED',
    ],
    ['a key that is none', { key: 'short' }, 'INPUT_INVALID'],
  ])('%s is refused and leaves nothing', async (_, more, code) => {
    const answer = await company.ask('staff', 'submit', { ...trip('2026-12-01'), ...more });
    expect(answer.error?.code).toBe(code);
    expect(await company.db.count('requests')).toBe(0);
    expect(await account()).toBeUndefined();
    expect(await company.db.count('messages')).toBe(0);
  });

  test('100 KB of text are refused before anything is looked at', async () => {
    const input = trip('2026-12-01', '2026-12-01', { values: { reason: 'x'.repeat(100_000) } });
    expect((await company.ask('staff', 'submit', input)).error?.code).toBe('EVENT_TOO_LARGE');
  });

  test('a form opens with its usual values and what they would do, as the preview says it', async () => {
    const { data } = await company.ask('staff', 'start', { typeId: 'leave' });
    const { values, preview } = data.first;
    expect(values).toMatchObject({
      leaveType: expect.any(String),
      period: { unit: 'day', from: '2026-11-24' },
    });
    expect(preview).not.toBeNull();
    expect((await company.ask('staff', 'preview', { typeId: 'leave', values })).data).toEqual(preview);
    // An expense says nothing before its amount is there.
    expect((await company.ask('staff', 'start', { typeId: 'expense' })).data.first.preview).toBeNull();
    for (const input of [{}, { typeId: 'gone' }])
      expect((await company.ask('staff', 'start', input)).data.first).toBeNull();
    expect(await company.db.count('requests')).toBe(0);
  });

  test('a preview says what it would do and who decides, and changes nothing', async () => {
    const { typeId, values } = trip('2026-12-01', '2026-12-05');
    const { data } = await company.ask('staff', 'preview', { typeId, values });
    expect(data).toMatchObject({
      amountMinutes: 2_400,
      problem: null,
      flow: [
        { people: [{ id: PEOPLE.head }], note: null },
        { people: [{ id: PEOPLE.boss }], note: null },
      ],
    });
    expect(data.days).toHaveLength(5);
    await send(trip('2026-12-03'));
    const again = await company.ask('staff', 'preview', { typeId, values });
    expect(again.data.problem).toMatchObject({ code: 'PERIOD_OVERLAPS' });
    expect(await company.db.count('requests')).toBe(1);
  });
});

describe('returned', () => {
  test('changed and sent again: the flow starts again, the account follows', async () => {
    const sent = await send(trip('2026-12-01', '2026-12-02'));
    await decide(sent.id, sent.rev, 'return');
    expect(await spans()).toEqual([]);
    expect((await company.ask('staff', 'detail', { id: sent.id })).data.may).toEqual([
      'resubmit',
      'withdraw',
    ]);
    const values = trip('2026-12-08').values;
    const again = { id: sent.id, rev: 2, values };
    const answer = await company.ask('staff', 'resubmit', again);
    expect(answer.data).toMatchObject({ state: 'pending', rev: 3, amountMinutes: 480 });
    expect(await company.ask('staff', 'resubmit', again)).toMatchObject({ ok: true, data: { rev: 3 } });
    expect(await spans()).toMatchObject([{ state: 'open', minutes: 480 }]);
    // What was decided before does not count any more.
    expect((await decide(sent.id, sent.rev)).error?.code).toBe('REQUEST_CHANGED');
    expect((await decide(sent.id, 3)).data.state).toBe('approved');
    expect(await spans()).toMatchObject([{ state: 'approved', minutes: 480 }]);
  });

  test('two phones send it again with different values: one of them', async () => {
    const sent = await send();
    await decide(sent.id, sent.rev, 'return');
    const answers = await Promise.all(
      ['2026-12-08', '2026-12-09'].map((day) =>
        company.ask('staff', 'resubmit', { id: sent.id, rev: 2, values: trip(day).values }),
      ),
    );
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
      'REQUEST_CHANGED',
      'ok',
    ]);
    const winner = answers.find(({ ok }) => ok)?.data;
    expect(await spans()).toMatchObject([{ day: winner.period.from, state: 'open' }]);
  });

  test('only a returned request is sent again', async () => {
    const { id } = await send();
    const answer = await company.ask('staff', 'resubmit', { id, rev: 1, values: trip('2026-12-08').values });
    expect(answer.error?.code).toBe('REQUEST_CHANGED');
  });
});

describe('withdrawn', () => {
  test('until it is decided, and once', async () => {
    const sent = await send();
    const answers = await Promise.all([1, 2, 3].map(() => company.ask('staff', 'withdraw', sent)));
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: true, data: { state: 'withdrawn', rev: 2 } });
    expect((await decide(sent.id, sent.rev)).error).toEqual({
      code: 'REQUEST_CHANGED',
      data: { state: 'withdrawn', rev: 2 },
    });
  });

  test('not after it', async () => {
    const sent = await send();
    await decide(sent.id, sent.rev);
    expect((await company.ask('staff', 'withdraw', sent)).error?.code).toBe('REQUEST_CHANGED');
    expect(await spans()).toMatchObject([{ state: 'approved' }]);
  });
});

describe('cancelled', () => {
  const approved = async () => {
    const { id, rev } = await send(trip('2026-12-01', '2026-12-05'));
    await decide(id, rev);
    await company.ask('boss', 'decide', { id, rev: 2, verb: 'approve' });
    return id;
  };
  const asking = (id: string) => ({ id, rev: 3, key: newKey(), reason: '行程取消' });

  test('by a request of its own, decided by the same people', async () => {
    const id = await approved();
    const input = asking(id);
    const asked = await company.ask('staff', 'cancel', input);
    expect(asked.data).toMatchObject({ cancels: id, state: 'pending', waitingFor: [{ id: PEOPLE.head }] });
    expect(await company.ask('staff', 'cancel', input)).toMatchObject({
      ok: true,
      data: { id: asked.data.id },
    });
    expect((await company.ask('staff', 'cancel', asking(id))).error?.code).toBe('REQUEST_CHANGED');
    expect(await spans()).toMatchObject([{ state: 'approved' }]);
    await decide(asked.data.id, 1);
    expect(
      (await company.ask('boss', 'decide', { id: asked.data.id, rev: 2, verb: 'approve' })).data.state,
    ).toBe('approved');
    expect(await company.db.get('requests', id)).toMatchObject({ state: 'cancelled' });
    expect(await spans()).toEqual([]);
    company.clock.advance(61_000);
    await company.tick();
    await company.tick();
    expect(await spans()).toEqual([]);
    expect(await company.db.count('messages', { event: 'request.cancelled', to: PEOPLE.staff })).toBe(1);
    expect((await company.ask('staff', 'detail', { id })).data).toMatchObject({
      state: 'cancelled',
      may: [],
    });
  });

  test.each(['reject', 'withdraw'])('after a %s it stands, and can be asked for again', async (end) => {
    const id = await approved();
    const asked = (await company.ask('staff', 'cancel', asking(id))).data;
    // The applicant finds what they asked for on the page of the original; nobody else needs it there.
    expect((await company.ask('staff', 'detail', { id })).data).toMatchObject({ undoing: asked.id });
    expect((await company.ask('hr', 'detail', { id })).data).toMatchObject({ undoing: null });
    if (end === 'reject') await decide(asked.id, 1, 'reject');
    else await company.ask('staff', 'withdraw', { id: asked.id, rev: 1 });
    expect(await company.db.get('requests', id)).toMatchObject({ state: 'approved', cancelledBy: null });
    expect(await spans()).toMatchObject([{ state: 'approved' }]);
    expect((await company.ask('staff', 'cancel', asking(id))).ok).toBe(true);
  });

  test('a cancelling request is not returned and not cancelled', async () => {
    const id = await approved();
    const asked = (await company.ask('staff', 'cancel', asking(id))).data;
    expect((await company.ask('head', 'detail', { id: asked.id })).data.may).not.toContain('return');
    expect((await decide(asked.id, 1, 'return')).error?.code).toBe('FORBIDDEN');
  });
});

describe('urged', () => {
  test('every four hours, moved to the top', async () => {
    await send(trip('2026-12-01'));
    const later = await send(trip('2026-12-20'));
    const ids = async () =>
      (await company.ask('head', 'pending')).data.items.map(({ id }: { id: string }) => id);
    expect((await ids()).at(-1)).toBe(later.id);
    const first = await company.ask('staff', 'urge', { id: later.id });
    expect(first.data.nextAt).toBeGreaterThan(company.clock.now() + 14_000_000);
    expect((await company.ask('staff', 'urge', { id: later.id })).data).toEqual(first.data);
    expect((await ids())[0]).toBe(later.id);
    expect(await company.db.count('messages', { event: 'request.urged' })).toBe(1);
    company.clock.advance(3_600_000);
    expect((await company.ask('staff', 'urge', { id: later.id })).error).toEqual({
      code: 'URGE_TOO_SOON',
      data: { nextAt: first.data.nextAt },
    });
    company.clock.advance(3 * 3_600_000);
    expect((await company.ask('staff', 'urge', { id: later.id })).ok).toBe(true);
    // A reminder is no reason to look again: the decision that was seen before it counts.
    expect((await decide(later.id, 1)).data.state).toBe('approved');
    expect((await company.ask('staff', 'urge', { id: later.id })).error?.code).toBe('REQUEST_CHANGED');
  });
});

test('a refused comment decides nothing', async () => {
  const { id, rev } = await send();
  const answer = await company.ask('head', 'decide', { id, rev, verb: 'reject', comment: '别赌博' });
  expect(answer.error?.code).toBe('TEXT_REFUSED');
  expect(await company.db.get('requests', id)).toMatchObject({ state: 'pending', rev: 1 });
});

test('a running request keeps the form and the flow that it started with', async () => {
  const sent = await send(seal());
  const [type] = (await company.ask('admin', 'listTypes')).data.types.filter(
    ({ id }: { id: string }) => id === 'own-seal',
  );
  const { version, ...edited } = type;
  const changed = {
    ...edited,
    form: [{ id: 'other', kind: 'text', label: { 'zh-CN': '其他', en: 'Other' }, required: true }],
    flow: { ...edited.flow, steps: [{ ...edited.flow.steps[0], approvers: [{ by: 'role', role: 'hr' }] }] },
  };
  const saved = await company.ask('admin', 'saveType', { type: changed, expectedVersion: version });
  expect(saved).toMatchObject({ ok: true, data: { type: { version: 2 } } });
  expect((await company.ask('staff', 'detail', { id: sent.id })).data.form).toMatchObject([{ id: 'reason' }]);
  await decide(sent.id, 1, 'return');
  const again = await company.ask('staff', 'resubmit', { id: sent.id, rev: 2, values: { reason: '新合同' } });
  expect(again.data.waitingFor).toMatchObject([{ id: PEOPLE.head }]);
  company.clock.advance(61_000);
  expect((await company.ask('staff', 'submit', seal())).error).toEqual({
    code: 'TYPE_CHANGED',
    data: { typeId: 'own-seal', version: 2 },
  });
  expect(await company.db.get('request_types', 'own-seal:1')).toMatchObject({ version: 1, current: false });
});

test('overtime whose time off was taken since is not undone, so that nobody owes time', async () => {
  const approved = async (typeId: string, values: object) => {
    const { id, rev } = await send({ key: newKey(), typeId, version: 1, values });
    const decided = await decide(id, rev);
    expect(decided).toMatchObject({ ok: true });
    return { id, rev: (decided.data as { rev: number }).rev };
  };
  const period = { unit: 'hour', from: '2026-11-28', start: 540, end: 840 };
  const overtime = await approved('overtime', { period, compensation: 'comp-time', reason: '上线' });
  const off = { unit: 'hour', from: '2026-12-01', start: 540, end: 720 };
  await approved('leave', { leaveType: 'comp-time', period: off, reason: '休息' });
  const before = await account();
  const { error } = await company.ask('staff', 'cancel', { ...overtime, key: newKey(), reason: '没加班' });
  expect(error).toMatchObject({ code: 'LEAVE_BALANCE_SHORT', data: { wanted: 180, left: 0 } });
  expect(await account()).toEqual(before);
});
