import fc from 'fast-check';
import type { Day, Instant } from '#contracts/common';
import type { ApproverRule } from '#contracts/flow';
import { NO_CHANGE } from '../../cloudfunctions/accounts/domain/account';
import { planFlow } from '../../cloudfunctions/approvals/domain/flow/plan-flow';
import { actorOf, allowedVerbs, canView } from '../../cloudfunctions/approvals/domain/request/acting';
import {
  urgeRequest,
  withdrawRequest,
} from '../../cloudfunctions/approvals/domain/request/applicant-actions';
import { cardOf } from '../../cloudfunctions/approvals/domain/request/card-of';
import {
  addSignerTo,
  decideRequest,
  transferRequest,
} from '../../cloudfunctions/approvals/domain/request/decide-request';
import { escalateRequest } from '../../cloudfunctions/approvals/domain/request/escalate-request';
import { newRequest, resubmittedRequest } from '../../cloudfunctions/approvals/domain/request/new-request';
import type {
  ActiveDelegation,
  RequestDocument,
} from '../../cloudfunctions/approvals/domain/request/request';
import { currentStep, isStepDone } from '../../cloudfunctions/approvals/domain/request/steps';
import { briefOf } from '../../cloudfunctions/people/rules';
import { AppError } from '../../cloudfunctions/shared/errors/app-error';
import type { Employee } from '../../cloudfunctions/shared/kernel/employee';
import { colleague, type Someone, worldOf } from '../unit/cloudfunctions/support/small-world';

const NAMES = ['me', 'a', 'b', 'c', 'd', 'e'] as const;
const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T09:00:00+08:00');
const text = { 'zh-CN': '', en: '' };

const name = fc.constantFrom(...NAMES);
const rule: fc.Arbitrary<ApproverRule> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((level) => ({ by: 'manager', level }) as const),
  fc.constantFrom('hr' as const, 'payroll' as const).map((role) => ({ by: 'role', role }) as const),
  name.map((employeeId) => ({ by: 'person', employeeId }) as const),
);
const company = fc.tuple(
  ...NAMES.map((id) =>
    fc.record({
      id: fc.constant(id as string),
      up: fc.option(name, { nil: null }),
      roles: fc.uniqueArray(fc.constantFrom('hr' as const, 'payroll' as const)),
      left: fc.option(fc.constantFrom('2026-11-22', '2026-11-24'), { nil: null, freq: 3 }),
    }),
  ),
);
const steps = fc.array(
  fc.record({
    approvers: fc.array(rule, { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom('all' as const, 'any' as const),
  }),
  { maxLength: 4 },
);
const act = fc.record({
  verb: fc.constantFrom(
    'approve',
    'approve',
    'approve',
    'reject',
    'return',
    'transfer',
    'add-signer',
    'withdraw',
    'urge',
    'resubmit',
    'timer',
    'delegate',
    'leave',
  ),
  who: name,
  other: name,
  hours: fc.integer({ min: 0, max: 30 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

interface Played {
  request: RequestDocument;
  delegations: Map<string, string>;
  people: Someone[];
  now: Instant;
}

const worldAt = ({ people, now }: Pick<Played, 'people' | 'now'>) => ({
  ...worldOf(people),
  today: new Date(now + 8 * HOUR).toISOString().slice(0, 10) as Day,
});

const briefIn = (people: readonly Someone[], id: string) => {
  const found = people.find((each) => each.id === id);
  return briefOf(colleague(found ?? { id }));
};

function sendingOf(
  people: readonly Someone[],
  wanted: readonly { approvers: ApproverRule[]; mode: 'all' | 'any' }[],
  now: Instant,
) {
  const applicant = { ...colleague(people[0] ?? { id: 'me' }), roles: [] } as unknown as Employee;
  const flow = {
    steps: wanted.map(({ approvers, mode }, index) => ({
      id: `s${index}`,
      name: text,
      mode,
      approvers,
      when: [],
    })),
    cc: [],
    escalateAfterHours: 5,
  };
  const world = worldAt({ people: [...people], now });
  const nothing = { amountMinutes: null, amountFen: null, departmentIds: [], choices: [] };
  const changes = { onSubmit: NO_CHANGE, onApprove: NO_CHANGE, onReject: NO_CHANGE, onCancel: NO_CHANGE };
  const answer = {
    title: text,
    period: null,
    from: null,
    to: null,
    amountMinutes: null,
    amountFen: null,
    days: [],
    facts: [],
    warnings: [],
    problem: null,
    ...changes,
  };
  const type = { id: 'x', version: 1, kind: 'custom' as const, name: text, enabled: true, form: [], flow };
  const plan = planFlow(flow, applicant, nothing, world);
  return { id: 'me-x', hash: 'x', type, values: {}, applicant, answer, plan, unchecked: false, now };
}

const delegationsTo = ({ delegations, people }: Played, id: string): ActiveDelegation[] =>
  [...delegations]
    .filter(([, delegate]) => delegate === id)
    .map(([fromId]) => ({
      fromId,
      person: briefIn(people, fromId),
      from: '2026-01-01' as Day,
      to: '2027-01-01' as Day,
    }));

/** Does what somebody wants, if they may; as the actions do. */
function play(
  played: Played,
  { verb, who, other }: Act,
  resend: (now: Instant) => ReturnType<typeof sendingOf>,
): RequestDocument | null {
  const { request, people, now } = played;
  const world = worldAt(played);
  const person = briefIn(people, who);
  const actor = actorOf(request, person, delegationsTo(played, who));
  const may = allowedVerbs(request, actor, who, now) as readonly string[];
  if (verb === 'timer') return escalateRequest(request, now, world);
  if (!may.includes(verb)) return null;
  if (verb === 'withdraw') return withdrawRequest(request, now);
  if (verb === 'urge') return urgeRequest(request, now);
  // What was rejected or withdrawn becomes a request of its own.
  if (verb === 'resubmit')
    return request.state === 'returned' ? resubmittedRequest(request, resend(now), world) : null;
  if (!actor) throw new Error(`${who} may ${verb} and is nobody.`);
  const doing = { actor, now };
  if (verb === 'transfer') return transferRequest(request, briefIn(people, other), doing);
  if (verb === 'add-signer') return addSignerTo(request, briefIn(people, other), doing);
  return decideRequest(request, verb as 'approve', doing, world);
}

const FINAL = ['approved', 'rejected', 'withdrawn'];

function expectStep(before: RequestDocument, after: RequestDocument, { verb }: Act): void {
  expect(after.rev).toBe(before.rev + 1);
  expect(FINAL).not.toContain(before.state);
  expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
  expect(after.timeline.length).toBeGreaterThan(before.timeline.length);
  for (const entry of after.timeline.slice(before.timeline.length)) expect(entry.rev).toBe(after.rev);
  if (before.state !== after.state) expect(after.effectRev).toBeGreaterThan(before.effectRev);
  if (verb === 'timer') expect(after.state).toBe(before.state);
}

function expectSound(request: RequestDocument): void {
  const { state, waitingFor, dueAt, decidedAt, steps: all, at } = request;
  expect(waitingFor.length > 0).toBe(state === 'pending');
  expect(dueAt !== null).toBe(state === 'pending');
  expect(decidedAt === null).toBe(state === 'pending');
  expect(waitingFor).not.toContain('me');
  for (const step of all)
    for (const slot of step.slots) expect(slot.people.map(({ id }) => id)).not.toContain('me');
  expect(cardOf(request).waitingFor.map(({ id }) => id)).toEqual([...waitingFor]);
  if (state === 'approved') expect([at, all.every(isStepDone)]).toEqual([all.length, true]);
  const step = currentStep(request);
  if (state === 'pending') expect(step && !isStepDone(step)).toBe(true);
  const signed = all.flatMap(({ slots }) => slots.flatMap(({ signedBy }) => signedBy ?? []));
  expect(signed).not.toContain('me');
  for (const id of waitingFor)
    expect(canView(request, { person: { id, name: '', nameEn: '' }, seesAll: false }, [])).toBe(true);
}

/** Null if nobody could decide it. */
function sent(sending: () => ReturnType<typeof sendingOf>, people: readonly Someone[], now: Instant) {
  try {
    return newRequest(sending(), worldAt({ people: [...people], now }));
  } catch (error) {
    expect(error).toMatchObject({ code: 'NOBODY_TO_APPROVE' });
    return null;
  }
}

/** One thing that happens: time goes on, somebody is away or leaves, or somebody does something with the request. */
function happens(played: Played, one: Act, resend: (now: Instant) => ReturnType<typeof sendingOf>): void {
  const { verb, who, other } = one;
  played.now = (played.now + one.hours * HOUR) as Instant;
  if (verb === 'delegate') played.delegations.set(who, other);
  if (verb === 'leave')
    played.people = played.people.map((each) =>
      each.id === who && who !== 'me' ? { ...each, left: '2026-11-23' } : each,
    );
  if (verb === 'delegate' || verb === 'leave') return;
  try {
    const after = play(played, one, resend);
    if (after) expectStep(played.request, after, one);
    played.request = after ?? played.request;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(['INPUT_INVALID', 'NOBODY_TO_APPROVE']).toContain(error.code);
  }
}

test('whatever people do in whatever order, a request stays sound and ends once', () => {
  fc.assert(
    fc.property(company, steps, fc.array(act, { maxLength: 40 }), (people, wanted, acts) => {
      const now = START as Instant;
      const resend = (at: Instant) => sendingOf(people, wanted, at);
      const request = sent(() => resend(now), people, now);
      if (!request) return;
      const played: Played = { request, delegations: new Map(), people: [...people], now };
      for (const one of acts) {
        happens(played, one, resend);
        expectSound(played.request);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an approver who goes on approving brings every request to its end', () => {
  fc.assert(
    fc.property(company, steps, (people, wanted) => {
      const now = START as Instant;
      let request = sent(() => sendingOf(people, wanted, now), people, now);
      if (!request) return;
      const world = worldAt({ people, now: START as Instant });
      for (let left = 40; request.state === 'pending'; left -= 1) {
        expect(left).toBeGreaterThan(0);
        const [id = ''] = request.waitingFor;
        const actor = { person: briefIn(people, id), delegateOf: null };
        request = decideRequest(request, 'approve', { actor, now: START as Instant }, world);
      }
      expect(request.state).toBe('approved');
    }),
    { numRuns: 500 },
  );
});
