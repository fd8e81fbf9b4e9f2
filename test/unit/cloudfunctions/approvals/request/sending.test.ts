import type { FormField } from '#contracts/form';
import { NO_CHANGE } from '../../../../../cloudfunctions/accounts/rules';
import { cancellingSteps } from '../../../../../cloudfunctions/approvals/domain/request/cancelling-steps';
import {
  cancellingRequest,
  newRequest,
  resubmittedRequest,
  type Submission,
  teamOf,
} from '../../../../../cloudfunctions/approvals/domain/request/new-request';
import { fact, warning } from '../../../../../cloudfunctions/approvals/kind/answer';
import { brief, hoursLater, later, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { person } from '../../support/requests';
import { day, words } from '../../support/rules';
import { worldOf } from '../../support/small-world';

const WORLD = worldOf([{ id: 'E0001' }, { id: 'a' }, { id: 'b', up: 'a' }, { id: 'hr', roles: ['hr'] }]);
const change = (id: string) => ({ spans: { [id]: null }, entries: {} });
const files: FormField = { id: 'papers', kind: 'file', label: words('Papers'), required: false } as never;

const sending = (more: Partial<Submission> = {}): Submission =>
  ({
    id: 'E0001-key',
    hash: 'hash',
    type: {
      id: 'trip',
      version: 3,
      kind: 'trip',
      name: words('Trip'),
      enabled: true,
      form: [files],
      flow: { steps: [], cc: [], escalateAfterHours: 5 },
    },
    values: { reason: '拜访客户', papers: ['f1', 'f2', 'f1', 'f3', 'f4', 'f5'] },
    applicant: person({ _id: 'E0001', managerId: 'a' }),
    answer: {
      title: words('Trip to Suzhou'),
      period: { unit: 'day', from: day('2026-12-01'), to: day('2026-12-02') },
      from: hoursLater(24),
      to: hoursLater(48),
      amountMinutes: 960,
      amountFen: 100,
      days: [{ day: day('2026-12-01'), minutes: 480 }],
      facts: [fact('RECOUNTED', { before: 1, after: 2 }), fact('ALONE', { team: 2 })],
      warnings: [
        warning('warn', 'MONTH_LOCKED', { month: '2026-10' as never }),
        warning('warn', 'ALONE', { team: 2 }),
      ],
      problem: null,
      onSubmit: change('s'),
      onApprove: change('a'),
      onReject: change('r'),
      onCancel: change('c'),
      effects: { onSubmit: [], onApprove: [], onReject: [], onCancel: [] },
    },
    plan: {
      steps: [{ id: 's0', name: words('Step'), mode: 'any', slots: [[brief('a')]], note: 'vacant' }],
      cc: [brief('c'), brief('d')],
    },
    unchecked: true,
    now: SENT,
    ...more,
  }) as Submission;

describe('a request that is sent', () => {
  const sent = () => newRequest(sending(), WORLD);

  test('holds everything that it needs from now on, whatever its type becomes', () => {
    const request = sent();
    expect(request).toMatchObject({
      _id: 'E0001-key',
      rev: 1,
      keyHash: 'hash',
      hash: 'hash',
      typeId: 'trip',
      version: 3,
      kind: 'trip',
      typeName: words('Trip'),
      form: [files],
      flow: { escalateAfterHours: 5 },
      applicant: { id: 'E0001', name: '员工一', nameEn: 'Person One' },
      applicantId: 'E0001',
      departmentId: 'D2',
      teamId: 'a',
      state: 'pending',
      cancels: null,
      cancelledBy: null,
      draft: null,
      title: words('Trip to Suzhou'),
      period: { unit: 'day', from: '2026-12-01', to: '2026-12-02' },
      spanFrom: hoursLater(24),
      spanTo: hoursLater(48),
      amountMinutes: 960,
      amountFen: 100,
      days: [{ day: '2026-12-01', minutes: 480 }],
      reason: '拜访客户',
      ccIds: ['c', 'd'],
      at: 0,
      waitingFor: ['a'],
      decidedBy: [],
      submittedAt: SENT,
      touchedAt: SENT,
      decidedAt: null,
      urgedAt: null,
      urgent: false,
      rank: hoursLater(24),
      dueAt: hoursLater(5),
      effectRev: 1,
      effects: 'due',
      unchecked: true,
      sideEffects: { onSubmit: [], onApprove: [], onReject: [], onCancel: [] },
      changes: {
        onSubmit: change('s'),
        onApprove: change('a'),
        onReject: change('r'),
        onCancel: change('c'),
      },
    });
    expect(request.steps).toEqual([stepOf([slotOf(['a'])], { note: 'vacant' })]);
  });

  test('tells its first approver', () => {
    const request = sent();
    expect(request.timeline).toEqual([
      { verb: 'submit', byId: 'E0001', byName: '员工一', byNameEn: 'Person One', at: SENT, rev: 1 },
    ]);
    expect(request.outbox.map(({ event, to, template }) => [event, to, template])).toEqual([
      ['request.waiting', ['a'], 'waiting'],
    ]);
  });

  test('keeps what concerns it, and not who of the team is away, which others compute when they look', () => {
    const request = sent();
    expect(request.facts.map(({ code }) => code)).toEqual(['RECOUNTED']);
    expect(request.warnings.map(({ code }) => code)).toEqual(['MONTH_LOCKED']);
  });

  test('shows four of its files, each once, and how many there are', () => {
    expect(sent().files).toEqual({ first: ['f1', 'f2', 'f3', 'f4'], total: 5 });
  });

  test('keeps the days of two months, and not of more', () => {
    const days = (count: number) => Array(count).fill({ day: day('2026-12-01'), minutes: 480 });
    const daysOf = (count: number) =>
      newRequest(sending({ answer: { ...sending().answer, days: days(count) } }), WORLD).days;
    expect(daysOf(62)).toHaveLength(62);
    expect(daysOf(63)).toEqual([]);
  });

  test('without a time or a reason is about now, and says nothing', () => {
    const answer = { ...sending().answer, from: null, to: null, effects: undefined } as never;
    expect(newRequest(sending({ answer, values: {} }), WORLD)).toMatchObject({
      spanFrom: SENT,
      spanTo: SENT,
      reason: '',
      sideEffects: null,
      files: { first: [], total: 0 },
    });
    expect(newRequest(sending({ values: { reason: 'x'.repeat(501) } }), WORLD).reason).toHaveLength(500);
  });

  test('people with the same manager are a team, somebody without one a team of their own', () => {
    expect(teamOf(person({ managerId: 'a' }))).toBe('a');
    expect(teamOf(person({ managerId: null }))).toBe('E0001');
  });

  test('by somebody who set its rules says so for good, and nobody else’s does', () => {
    const plan = { ...sending().plan, isOwnRule: true };
    expect(newRequest(sending({ plan }), WORLD).isOwnRule).toBe(true);
    expect(newRequest(sending(), WORLD)).not.toHaveProperty('isOwnRule');
    const before = requestOf({ state: 'returned' });
    expect(resubmittedRequest(before, sending({ plan }), WORLD).isOwnRule).toBe(true);
    expect(resubmittedRequest(before, sending(), WORLD)).not.toHaveProperty('isOwnRule');
  });

  test('again has nobody brought in any more', () => {
    const before = requestOf({ state: 'returned', broughtIn: ['x'] });
    expect(resubmittedRequest(before, sending(), WORLD).broughtIn).toEqual([]);
  });
});

test('a returned request that is sent again starts over with its new values', () => {
  const before = requestOf({
    rev: 4,
    state: 'returned',
    keyHash: 'first',
    urgent: true,
    urgedAt: SENT,
    decidedAt: SENT,
    decidedBy: ['a'],
    at: 0,
    waitingFor: [],
    steps: [stepOf([slotOf(['a'], { signedBy: 'a' })])],
  });
  const again = resubmittedRequest(before, sending({ now: hoursLater(1) }), WORLD);
  expect(again).toMatchObject({
    _id: 'R1',
    rev: 5,
    keyHash: 'first',
    hash: 'hash',
    state: 'pending',
    at: 0,
    waitingFor: ['a'],
    urgent: false,
    urgedAt: null,
    decidedAt: null,
    ccIds: ['c', 'd'],
    reason: '拜访客户',
    title: words('Trip to Suzhou'),
    values: sending().values,
    unchecked: true,
    effectRev: 4.5,
    touchedAt: hoursLater(1),
  });
  expect(again.steps[0]?.slots).toEqual([slotOf(['a'])]);
  expect(again.timeline).toEqual([
    { verb: 'resubmit', byId: 'me', byName: 'me', byNameEn: 'me', at: hoursLater(1), rev: 5 },
  ]);
});

describe('a request to cancel', () => {
  const approved = requestOf({
    state: 'approved',
    rev: 3,
    at: 2,
    facts: [fact('RECOUNTED', { before: 1, after: 2 })],
    warnings: [warning('warn', 'ALONE', { team: 2 })],
    steps: [
      stepOf([slotOf(['a'], { signedBy: 'a' })]),
      stepOf([slotOf(['b'], { signedBy: 'b' }), slotOf(['c'])]),
    ],
  });

  test('is about the same, and its steps are of those who signed', () => {
    const steps = cancellingSteps(approved, WORLD);
    expect(steps.map(({ mode, note, openedAt, slots }) => ({ mode, note, openedAt, slots }))).toEqual([
      { mode: 'all', note: null, openedAt: null, slots: [slotOf(['a'])] },
      { mode: 'all', note: null, openedAt: null, slots: [slotOf(['b'])] },
    ]);
    const request = cancellingRequest(
      approved,
      { id: 'R2', hash: 'h2', reason: '不去了', by: brief('hr'), content: { amountMinutes: 5 }, steps },
      hoursLater(1),
      WORLD,
    );
    expect(request).toMatchObject({
      _id: 'R2',
      rev: 1,
      keyHash: 'h2',
      hash: 'h2',
      cancels: 'R1',
      cancelledBy: null,
      reason: '不去了',
      facts: [],
      warnings: [],
      amountMinutes: 5,
      state: 'pending',
      at: 0,
      waitingFor: ['a'],
      submittedAt: hoursLater(1),
      effectRev: 1,
      changes: { onSubmit: NO_CHANGE },
    });
    expect(request.timeline).toEqual([
      { verb: 'submit', byId: 'hr', byName: 'hr', byNameEn: 'hr', at: hoursLater(1), rev: 1 },
    ]);
  });

  test('a signer who has left is replaced by the next one up, without one by HR; two who become one sign once', () => {
    const world = worldOf([
      { id: 'me' },
      { id: 'a', left: '2026-11-01' },
      { id: 'b', up: 'top', left: '2026-11-01' },
      { id: 'c', up: 'top', left: '2026-11-01' },
      { id: 'top' },
      { id: 'hr', roles: ['hr'] },
    ]);
    const signed = [slotOf(['b'], { signedBy: 'b' }), slotOf(['c'], { signedBy: 'c' })];
    const request = requestOf({ steps: [stepOf([slotOf(['a'], { signedBy: 'a' })]), stepOf(signed)] });
    expect(cancellingSteps(request, world).map(({ slots }) => slots)).toEqual([
      [slotOf(['hr'])],
      [slotOf(['top'])],
    ]);
  });

  test('a step that nobody signed has no part in it; nobody at all is an answer of its own', () => {
    const half = requestOf({
      steps: [stepOf([slotOf(['a'], { signedBy: 'a' })]), stepOf([slotOf(['b'])], later)],
    });
    expect(cancellingSteps(half, WORLD)).toHaveLength(1);
    expect(() => cancellingSteps(requestOf(), WORLD)).toThrow(
      expect.objectContaining({ code: 'NOBODY_TO_APPROVE', data: {} }),
    );
  });
});
