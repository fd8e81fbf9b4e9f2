import { openPerFile, snapshotOf } from '../../../support/open';
import {
  employeeDocument,
  openRequestCompany,
  ownType,
  PEOPLE,
  seal,
  trip,
  type Who,
} from '../support/request-company';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openPerFile(() => openRequestCompany(NOW));
let reset: () => Promise<void>;
beforeAll(async () => {
  reset = await snapshotOf(company);
});

const person = (who: Who) => ({ by: 'person', employeeId: PEOPLE[who] });
const open = async (steps: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) => {
  await reset();
  await company.db.insertMany('request_types', [ownType(steps, more)]);
};
const send = async (input: ReturnType<typeof seal> | ReturnType<typeof trip> = seal()) => {
  const answer = await company.ask('staff', 'submit', input);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as { id: string; rev: number; waitingFor: { id: string }[] };
};
const decide = (who: Who, id: string, rev: number, verb = 'approve') =>
  company.ask(who, 'decide', { id, rev, verb });
const waits = (answer: { data?: { waitingFor: { id: string }[] } }) =>
  answer.data?.waitingFor.map(({ id }) => id);
const timeline = async (id: string) =>
  ((await company.db.get('requests', id))?.timeline as { verb: string; note?: string }[]) ?? [];

describe('steps', () => {
  test('all sign: each one, in any order, then the next step', async () => {
    await open([{ mode: 'all', approvers: [person('head'), person('hr')] }, { approvers: [person('boss')] }]);
    const { id, rev } = await send();
    const first = await decide('hr', id, rev);
    expect(waits(first)).toEqual([PEOPLE.head]);
    // What the other one saw before the first signature is still what is to be decided.
    const second = await decide('head', id, rev);
    expect(second.data).toMatchObject({ state: 'pending', rev: 3 });
    expect(waits(second)).toEqual([PEOPLE.boss]);
    expect((await decide('boss', id, 3)).data).toMatchObject({ state: 'approved' });
  });

  test('any signs: the first one decides, the other is told that it changed', async () => {
    await open([{ approvers: [person('head'), person('hr')] }]);
    const { id, rev } = await send();
    expect((await decide('head', id, rev)).data.state).toBe('approved');
    expect((await decide('hr', id, rev)).error).toEqual({
      code: 'REQUEST_CHANGED',
      data: { state: 'approved', rev: 2 },
    });
  });

  test('a decision seen in an earlier step is none of the next one', async () => {
    await open([
      { approvers: [person('head')] },
      { approvers: [person('boss'), person('head')], mode: 'all' },
    ]);
    const { id, rev } = await send();
    const first = await decide('head', id, rev);
    expect(waits(first)).toEqual([PEOPLE.boss]);
    expect((await decide('boss', id, rev)).error?.code).toBe('REQUEST_CHANGED');
    expect((await decide('boss', id, 2)).data.state).toBe('approved');
  });

  test('who signed the step before does not sign again, and the history says so', async () => {
    await open([{ approvers: [person('head')] }, { approvers: [{ by: 'manager', level: 1 }] }]);
    const { id, rev } = await send();
    expect((await decide('head', id, rev)).data.state).toBe('approved');
    expect(await timeline(id)).toMatchObject([
      { verb: 'submit' },
      { verb: 'approve' },
      { verb: 'skip', note: 'already-signed', byId: null },
    ]);
  });

  test('a role is one signature', async () => {
    await open([{ mode: 'all', approvers: [{ by: 'role', role: 'hr' }] }]);
    const { id, rev, waitingFor } = await send();
    expect(waitingFor.map((each) => each.id)).toEqual([PEOPLE.hr, PEOPLE.hr2]);
    expect((await decide('hr2', id, rev)).data.state).toBe('approved');
  });

  test('an approver who left before the step began is replaced', async () => {
    await open([{ approvers: [person('head')] }, { approvers: [person('payroll')] }]);
    const { id, rev } = await send();
    await company.db.updateMany('employees', { _id: PEOPLE.payroll }, { $set: { leftOn: '2026-11-22' } });
    company.clock.advance(61_000);
    expect(waits(await decide('head', id, rev))).toEqual([PEOPLE.boss]);
    expect((await timeline(id)).at(-1)).toMatchObject({ verb: 'escalate', note: 'left', byId: null });
  });
});

describe('verbs of an approver', () => {
  test('reject and return end the waiting; nobody decides twice', async () => {
    await open([{ approvers: [person('head')] }]);
    const one = await send();
    expect((await decide('head', one.id, one.rev, 'reject')).data).toMatchObject({
      state: 'rejected',
      waitingFor: [],
    });
    expect((await decide('head', one.id, 2)).error?.code).toBe('REQUEST_CHANGED');
    const other = await send();
    expect((await decide('head', other.id, other.rev, 'return')).data.state).toBe('returned');
  });

  test('the same decision again is the same answer, and happens once', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    const answers = await Promise.all([1, 2, 3, 4].map(() => decide('head', id, rev)));
    for (const { data } of answers) expect(data).toMatchObject({ state: 'approved', rev: 2 });
    expect(await timeline(id)).toHaveLength(2);
    expect(await company.db.count('messages', { event: 'request.approved' })).toBe(1);
    expect((await decide('head', id, rev, 'reject')).error?.code).toBe('REQUEST_CHANGED');
  });

  test('transfer: the other one decides, the first one cannot any more but still sees it', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    const to = { id, rev, toId: PEOPLE.peer, comment: '你更清楚' };
    const moved = await company.ask('head', 'transfer', to);
    expect(waits(moved)).toEqual([PEOPLE.peer]);
    expect(await company.ask('head', 'transfer', to)).toMatchObject({ ok: true, data: { rev: 2 } });
    expect((await decide('head', id, 2)).error?.code).toBe('REQUEST_CHANGED');
    expect((await company.ask('head', 'detail', { id })).ok).toBe(true);
    expect((await decide('peer', id, 2)).data.state).toBe('approved');
    expect((await timeline(id))[1]).toMatchObject({
      verb: 'transfer',
      toName: '员工peer',
      comment: '你更清楚',
    });
  });

  test.each(['staff', 'head', 'left'] as const)('a transfer to %s is refused', async (who) => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    const answer = await company.ask('head', 'transfer', { id, rev, toId: PEOPLE[who] });
    expect(answer.error).toEqual({ code: 'INPUT_INVALID', data: { path: 'toId', rule: 'person' } });
  });

  test('an added signer signs before the step continues, also where one of several decides', async () => {
    await open([{ approvers: [person('head'), person('hr')] }, { approvers: [person('boss')] }]);
    const { id, rev } = await send();
    const added = await company.ask('head', 'addSigner', { id, rev, signerId: PEOPLE.peer });
    expect(waits(added)).toEqual([PEOPLE.head, PEOPLE.hr, PEOPLE.peer]);
    expect(waits(await decide('head', id, 2))).toEqual([PEOPLE.peer]);
    expect(waits(await decide('peer', id, 3))).toEqual([PEOPLE.boss]);
    const again = await company.ask('boss', 'addSigner', { id, rev: 4, signerId: PEOPLE.boss });
    expect(again.error?.code).toBe('INPUT_INVALID');
  });

  test('ten at once, one of them decided by somebody else', async () => {
    await open([{ approvers: [person('head'), person('hr')] }]);
    const sent = [];
    for (let count = 0; count < 10; count += 1) sent.push(await send());
    const [first] = sent;
    if (!first) throw new Error('Nothing was sent.');
    await decide('hr', first.id, first.rev, 'reject');
    const requests = [
      ...sent.map(({ id, rev }) => ({ id, rev })),
      { id: `${PEOPLE.staff}-${'x'.repeat(20)}`, rev: 1 },
    ];
    const { data } = await company.ask('head', 'decideMany', { verb: 'approve', requests });
    const codes = data.results.map(({ card, error }: { card: { state: string }; error: { code: string } }) =>
      card ? card.state : error.code,
    );
    expect(codes).toEqual(['REQUEST_CHANGED', ...Array(9).fill('approved'), 'NOT_FOUND']);
    expect(
      (await company.ask('head', 'decideMany', { verb: 'approve', requests: Array(21).fill(requests[1]) }))
        .error?.code,
    ).toBe('INPUT_INVALID');
  });
});

describe('one of many that is against a rule', () => {
  const many = async (requests: readonly object[], verb = 'approve') =>
    (await company.ask('head', 'decideMany', { verb, requests })).data.results[0];

  async function againstRule() {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    await company.db.updateMany(
      'requests',
      { _id: id },
      { $set: { warnings: [{ code: 'RECOUNT_OPEN', tone: 'bad', data: { before: 480, after: 960 } }] } },
    );
    return { id, rev };
  }

  test('is not approved with the others, unless the approver has seen that', async () => {
    const request = await againstRule();
    expect(await many([request])).toMatchObject({
      card: null,
      error: { code: 'WARNING_UNSEEN', data: { count: 1 } },
    });
    expect(await many([{ ...request, seen: true }])).toMatchObject({ card: { state: 'approved' } });
  });

  test('is rejected like the others, and approved alone', async () => {
    const rejected = await againstRule();
    expect(await many([rejected], 'reject')).toMatchObject({ card: { state: 'rejected' } });
    const { id, rev } = await againstRule();
    expect((await decide('head', id, rev)).data.state).toBe('approved');
  });

  test('is not told to somebody who may not see it', async () => {
    const request = await againstRule();
    const { data } = await company.ask('peer', 'decideMany', { verb: 'approve', requests: [request] });
    expect(data.results[0].error.code).toBe('NOT_FOUND');
  });
});

describe('delegation', () => {
  const away = { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-25' };

  test('the delegate sees and decides, and the history says for whom', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    expect((await decide('peer', id, rev)).error).toEqual({ code: 'NOT_FOUND', data: { what: 'request' } });
    expect((await company.ask('head', 'delegate', away)).data.delegation).toMatchObject({
      delegate: { id: PEOPLE.peer },
    });
    const waiting = await company.ask('peer', 'pending');
    expect(waiting.data.items).toMatchObject([{ id }]);
    expect((await company.ask('peer', 'detail', { id })).data.may).toContain('approve');
    expect((await decide('peer', id, rev)).data.state).toBe('approved');
    expect((await timeline(id))[1]).toMatchObject({ byId: PEOPLE.peer, forName: '员工head' });
    for (const who of ['head', 'peer'] as const)
      expect((await company.ask(who, 'done')).data.items).toMatchObject([{ id }]);
  });

  test('it begins and ends with its days', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id } = await send();
    await company.ask('head', 'delegate', { ...away, from: '2026-11-24' });
    expect((await company.ask('peer', 'pending')).data.items).toEqual([]);
    company.clock.set(Date.parse('2026-11-24T09:00:00+08:00'));
    expect((await company.ask('peer', 'pending')).data.items).toMatchObject([{ id }]);
    company.clock.set(Date.parse('2026-11-26T09:00:00+08:00'));
    expect((await company.ask('peer', 'pending')).data.items).toEqual([]);
    expect((await company.ask('peer', 'detail', { id })).error?.code).toBe('NOT_FOUND');
  });

  test('it ends at midnight, also on an instance that remembers it', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id } = await send();
    await company.ask('head', 'delegate', away);
    company.clock.set(Date.parse('2026-11-25T23:59:40+08:00'));
    expect((await company.ask('peer', 'detail', { id })).ok).toBe(true);
    company.clock.set(Date.parse('2026-11-26T00:00:10+08:00'));
    expect((await company.ask('peer', 'detail', { id })).error?.code).toBe('NOT_FOUND');
  });

  test('taken back, it has ended', async () => {
    await open([{ approvers: [person('head')] }]);
    await send();
    await company.ask('head', 'delegate', away);
    expect((await company.ask('head', 'start')).data.delegation).toMatchObject({ to: '2026-11-25' });
    expect((await company.ask('head', 'delegate', { delegateId: null })).data).toEqual({ delegation: null });
    expect((await company.ask('peer', 'pending')).data.items).toEqual([]);
  });

  test('it ends with the last day of the person who delegated, before any timer has run', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    await company.ask('head', 'delegate', away);
    expect((await company.ask('peer', 'detail', { id })).ok).toBe(true);
    await company.db.updateMany('employees', { _id: PEOPLE.head }, { $set: { leftOn: '2026-11-23' } });
    company.clock.set(Date.parse('2026-11-24T00:02:00+08:00'));
    expect((await company.ask('peer', 'detail', { id })).error?.code).toBe('NOT_FOUND');
    expect((await decide('peer', id, rev)).error?.code).toBe('NOT_FOUND');
  });

  test('the delegate of somebody who has left is not told what became of a request since', async () => {
    await open([{ approvers: [person('head'), person('hr')] }]);
    const { id, rev } = await send();
    await company.ask('head', 'delegate', away);
    await decide('hr', id, rev);
    expect((await decide('peer', id, rev)).error?.code).toBe('REQUEST_CHANGED');
    await company.db.updateMany('employees', { _id: PEOPLE.head }, { $set: { leftOn: '2026-11-23' } });
    company.clock.set(Date.parse('2026-11-24T00:02:00+08:00'));
    expect((await decide('peer', id, rev)).error?.code).toBe('NOT_FOUND');
  });

  test('nobody decides on their own request as a delegate', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id, rev } = await send();
    await company.ask('head', 'delegate', { ...away, delegateId: PEOPLE.staff });
    expect((await company.ask('staff', 'pending')).data).toMatchObject({ items: [], counts: { waiting: 0 } });
    expect((await decide('staff', id, rev)).error?.code).toBe('FORBIDDEN');
  });

  test.each([
    [{ ...away, to: '2026-11-22', from: '2026-11-20' }, 'PERIOD_INVALID'],
    [{ ...away, to: '2026-11-22' }, 'PERIOD_INVALID'],
    [{ ...away, to: '2028-11-22' }, 'PERIOD_INVALID'],
    [{ ...away, delegateId: PEOPLE.head }, 'INPUT_INVALID'],
    [{ ...away, delegateId: PEOPLE.left }, 'INPUT_INVALID'],
    [{ ...away, from: '2026-02-30' }, 'INPUT_INVALID'],
  ])('%j is %s', async (input, code) => {
    await open([{ approvers: [person('head')] }]);
    expect((await company.ask('head', 'delegate', input)).error?.code).toBe(code);
    expect(await company.db.count('delegations')).toBe(0);
  });
});

describe('time', () => {
  const HOUR = 3_600_000;

  test('after its hours a step goes to the manager as well, once per time', async () => {
    await open([{ approvers: [person('head')] }], { escalateAfterHours: 24 });
    const { id, rev } = await send();
    company.clock.advance(23 * HOUR);
    await company.tick();
    expect((await company.db.get('requests', id))?.waitingFor).toEqual([PEOPLE.head]);
    company.clock.advance(HOUR);
    await company.tick();
    await company.tick();
    expect((await company.db.get('requests', id))?.waitingFor).toEqual([PEOPLE.head, PEOPLE.boss]);
    expect((await timeline(id)).filter(({ verb }) => verb === 'escalate')).toMatchObject([
      { byId: null, toName: '员工boss' },
    ]);
    expect(await company.db.find('messages', { event: 'request.escalated' })).toMatchObject([
      { to: [PEOPLE.boss] },
    ]);
    // The one it was written for can still decide what they saw.
    expect((await decide('head', id, rev)).data.state).toBe('approved');
  });

  test('the manager can decide in place of one of all signers', async () => {
    await open([{ mode: 'all', approvers: [person('head'), person('hr')] }], { escalateAfterHours: 1 });
    const { id } = await send();
    await decide('hr', id, 1);
    company.clock.advance(HOUR);
    await company.tick();
    const opened = await company.ask('boss', 'pending');
    expect((await decide('boss', id, opened.data.items[0].rev)).data.state).toBe('approved');
  });

  test('an approver who leaves while it waits is replaced within a day', async () => {
    await open([{ approvers: [person('peer')] }]);
    const { id } = await send();
    await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-11-22' } });
    company.clock.advance(25 * HOUR);
    await company.tick();
    expect((await company.db.get('requests', id))?.waitingFor).toEqual([PEOPLE.head]);
    expect((await timeline(id)).at(-1)).toMatchObject({ verb: 'escalate', note: 'left' });
  });

  test('a waiting request without limit is looked at once a day', async () => {
    await open([{ approvers: [person('head')] }]);
    const { id } = await send();
    company.clock.advance(25 * HOUR);
    await company.tick();
    const { dueAt, timeline: history } = (await company.db.get('requests', id)) as Record<string, unknown>;
    expect(Number(dueAt)).toBeGreaterThan(company.clock.now() + 23 * HOUR);
    expect(history).toHaveLength(1);
  });
});

test('people who are not in the directory any more sign nothing', async () => {
  await reset();
  const few = [
    employeeDocument('staff', { managerId: 'GONE' }),
    employeeDocument('hr'),
    employeeDocument('hr2'),
  ];
  await company.db.replaceAll({ employees: few });
  const { waitingFor } = await send(trip('2026-12-01'));
  expect(waitingFor.map(({ id }) => id)).toEqual([PEOPLE.hr, PEOPLE.hr2]);
});
