import {
  urgeRequest,
  withdrawRequest,
} from '../../../../../cloudfunctions/approvals/domain/request/applicant-actions';
import {
  addSignerTo,
  decideRequest,
  transferRequest,
} from '../../../../../cloudfunctions/approvals/domain/request/decide-request';
import { brief, hoursLater, later, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { words } from '../../support/rules';
import { worldOf } from '../../support/small-world';

const WORLD = worldOf(['me', 'a', 'b', 'c', 'd'].map((id) => ({ id })));
const NOW = hoursLater(2);
const own = (id: string) => ({ person: brief(id), delegateOf: null });
const by = (id: string) => ({ byId: id, byName: id, byNameEn: id });
const told = { type: words('Trip'), title: words('Trip to Suzhou'), applicant: words('me') };
const message = (event: string, rev: number, to: string[], template: string | null, more: object = {}) => ({
  _id: `R1-${rev}-${event}`,
  event,
  to,
  data: told,
  aboutId: 'R1',
  period: null,
  at: NOW,
  template,
  ...more,
});

test('the first approver signs: the next step is open, its approver is told, the applicant not yet', () => {
  const after = decideRequest(requestOf(), 'approve', { actor: own('a'), now: NOW }, WORLD);
  expect(after).toMatchObject({
    rev: 2,
    state: 'pending',
    at: 1,
    waitingFor: ['b'],
    decidedBy: ['a'],
    decidedAt: null,
    touchedAt: NOW,
    effects: 'due',
    effectRev: 1,
    dueAt: hoursLater(26),
  });
  expect(after.steps.map(({ openedAt, openedRev }) => [openedAt, openedRev])).toEqual([
    [SENT, 1],
    [NOW, 2],
  ]);
  expect(after.steps[0]?.slots).toEqual([slotOf(['a'], { signedBy: 'a' })]);
  expect(after.timeline).toEqual([{ verb: 'approve', ...by('a'), at: NOW, rev: 2 }]);
  expect(after.outbox).toEqual([message('request.waiting', 2, ['b'], 'waiting')]);
});

test('the last approver signs: it is approved, the applicant is told and the copies go out', () => {
  const last = requestOf({
    at: 1,
    steps: [stepOf([slotOf(['a'], { signedBy: 'a' })]), stepOf([slotOf(['b'])])],
  });
  const after = decideRequest(last, 'approve', { actor: own('b'), comment: '好', now: NOW }, WORLD);
  expect(after).toMatchObject({
    state: 'approved',
    at: 2,
    waitingFor: [],
    decidedAt: NOW,
    dueAt: null,
    effectRev: 2,
  });
  expect(after.timeline).toEqual([{ verb: 'approve', ...by('b'), comment: '好', at: NOW, rev: 2 }]);
  expect(after.outbox).toEqual([
    message('request.approved', 2, ['me'], 'result'),
    message('request.cc', 2, ['c'], null),
  ]);
});

test.each([
  ['reject', 'rejected'],
  ['return', 'returned'],
] as const)('somebody who decides %s ends it as %s and says why', (verb, state) => {
  const after = decideRequest(requestOf(), verb, { actor: own('a'), comment: '缺发票', now: NOW }, WORLD);
  expect(after).toMatchObject({
    rev: 2,
    state,
    at: 0,
    decidedAt: NOW,
    decidedBy: ['a'],
    effectRev: 2,
    waitingFor: [],
  });
  expect(after.timeline).toEqual([{ verb, ...by('a'), comment: '缺发票', at: NOW, rev: 2 }]);
  expect(after.outbox).toEqual([
    message(`request.${state}`, 2, ['me'], 'result', { data: { ...told, comment: '缺发票' } }),
  ]);
  const silent = decideRequest(requestOf(), verb, { actor: own('a'), now: NOW }, WORLD);
  expect(silent.timeline[0]).not.toHaveProperty('comment');
  expect(silent.outbox[0]?.data).toEqual(told);
});

test('a delegate signs in the name of the approver, and both have decided', () => {
  const actor = { person: brief('d'), delegateOf: brief('a') };
  const after = decideRequest(requestOf({ decidedBy: ['a'] }), 'approve', { actor, now: NOW }, WORLD);
  expect(after.steps[0]?.slots[0]?.signedBy).toBe('a');
  expect(after.decidedBy).toEqual(['a', 'd']);
  expect(after.timeline[0]).toMatchObject({ ...by('d'), forName: 'a', forNameEn: 'a' });
});

test('a step of several signatures waits for the others', () => {
  const both = requestOf({
    steps: [stepOf([slotOf(['a']), slotOf(['b'])], { mode: 'all' })],
    waitingFor: ['a', 'b'],
  });
  const after = decideRequest(both, 'approve', { actor: own('a'), now: NOW }, WORLD);
  expect(after).toMatchObject({ state: 'pending', at: 0, waitingFor: ['b'], decidedBy: ['a'], effectRev: 1 });
  expect(after.outbox).toEqual([]);
});

test('who signed the step before need not sign the next one, which the timeline says', () => {
  const twice = requestOf({ steps: [stepOf([slotOf(['a'])]), stepOf([slotOf(['a'])], later)] });
  const after = decideRequest(twice, 'approve', { actor: own('a'), now: NOW }, WORLD);
  expect(after.state).toBe('approved');
  expect(after.timeline.map(({ verb, byId, note }) => [verb, byId, note])).toEqual([
    ['approve', 'a', undefined],
    ['skip', null, 'already-signed'],
  ]);
});

test('a decision on a request without an open step is a fault of the program, not a decision', () => {
  expect(() => decideRequest(requestOf({ at: 9 }), 'approve', { actor: own('a'), now: NOW }, WORLD)).toThrow(
    'R1 has no step to be decided',
  );
});

describe('handing on', () => {
  test('a transfer puts the other one in the place of the approver, who has decided', () => {
    const after = transferRequest(requestOf(), brief('d'), { actor: own('a'), comment: '请你看', now: NOW });
    expect(after).toMatchObject({ waitingFor: ['d'], decidedBy: ['a'], state: 'pending', rev: 2 });
    expect(after.timeline).toEqual([
      { verb: 'transfer', ...by('a'), toName: 'd', toNameEn: 'd', comment: '请你看', at: NOW, rev: 2 },
    ]);
    expect(after.outbox).toEqual([message('request.waiting', 2, ['d'], 'waiting')]);
  });

  test('a delegate hands on for the approver; others who can sign stay', () => {
    const open = requestOf({ steps: [stepOf([slotOf(['a', 'b'])])], waitingFor: ['a', 'b'] });
    const actor = { person: brief('x'), delegateOf: brief('a') };
    expect(transferRequest(open, brief('d'), { actor, now: NOW }).waitingFor).toEqual(['d', 'b']);
  });

  test.each(['me', 'a'])('nobody hands a request to %s: its applicant, or themselves', (to) => {
    expect(() => transferRequest(requestOf(), brief(to), { actor: own('a'), now: NOW })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', data: { path: 'toId', rule: 'person' } }),
    );
  });

  test('an added signer has to sign too, whatever the mode of the step', () => {
    const asked = addSignerTo(requestOf(), brief('d'), { actor: own('a'), comment: '也看一下', now: NOW });
    expect(asked.waitingFor).toEqual(['a', 'd']);
    expect(asked.steps[0]?.slots).toEqual([slotOf(['a']), slotOf(['d'], { added: true })]);
    expect(asked.timeline).toEqual([
      { verb: 'add-signer', ...by('a'), toName: 'd', toNameEn: 'd', comment: '也看一下', at: NOW, rev: 2 },
    ]);
    expect(decideRequest(asked, 'approve', { actor: own('a'), now: NOW }, WORLD)).toMatchObject({
      at: 0,
      waitingFor: ['d'],
    });
  });

  test.each(['me', 'a'])('%s is not added: the applicant, or who signs already', (id) => {
    expect(() => addSignerTo(requestOf(), brief(id), { actor: own('a'), now: NOW })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', data: { path: 'signerId', rule: 'person' } }),
    );
  });
});

describe('the applicant', () => {
  test('withdraws: it waits for nobody, and nobody is told', () => {
    const after = withdrawRequest(requestOf(), NOW);
    expect(after).toMatchObject({
      state: 'withdrawn',
      decidedAt: NOW,
      waitingFor: [],
      effectRev: 2,
      outbox: [],
    });
    expect(after.timeline).toEqual([{ verb: 'withdraw', ...by('me'), at: NOW, rev: 2 }]);
  });

  test('reminds: it stands first with its approvers, who are told once more', () => {
    const after = urgeRequest(requestOf(), NOW);
    expect(after).toMatchObject({
      state: 'pending',
      urgent: true,
      urgedAt: NOW,
      rank: hoursLater(24) - 1e14,
    });
    expect(after.timeline).toEqual([{ verb: 'urge', ...by('me'), at: NOW, rev: 2 }]);
    expect(after.outbox).toEqual([message('request.urged', 2, ['a'], 'waiting')]);
  });
});

test('messages that have not gone out stay until they have', () => {
  const waiting = message('request.waiting', 1, ['a'], 'waiting') as never;
  const due = urgeRequest(requestOf({ effects: 'due', outbox: [waiting] }), NOW);
  expect(due.outbox.map(({ event }) => event)).toEqual(['request.waiting', 'request.urged']);
  const done = urgeRequest(requestOf({ effects: 'done', outbox: [waiting] }), NOW);
  expect(done.outbox.map(({ event }) => event)).toEqual(['request.urged']);
});

test('the approval of a request to cancel says that it is cancelled; of one to be back early, that it is approved', () => {
  const approve = (more: object) =>
    decideRequest(
      requestOf({ steps: [stepOf([slotOf(['a'])])], ...more }),
      'approve',
      { actor: own('a'), now: NOW },
      WORLD,
    ).outbox[0]?.event;
  expect(approve({ cancels: 'R0' })).toBe('request.cancelled');
  expect(approve({ cancels: 'R0', shortens: {} })).toBe('request.approved');
});

test('somebody without an English name is told of by the Chinese one', () => {
  const applicant = { id: 'me', name: '小明', nameEn: '' };
  expect(urgeRequest(requestOf({ applicant }), NOW).outbox[0]?.data.applicant).toEqual({
    'zh-CN': '小明',
    en: '小明',
  });
  const named = { ...applicant, nameEn: 'Ming' };
  expect(urgeRequest(requestOf({ applicant: named }), NOW).outbox[0]?.data.applicant).toEqual({
    'zh-CN': '小明',
    en: 'Ming',
  });
});
