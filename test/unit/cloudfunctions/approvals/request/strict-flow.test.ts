import { planFlow } from '../../../../../cloudfunctions/approvals/domain/flow/plan-flow';
import {
  actorOf,
  allowedVerbs,
  canView,
  couldDecideAt,
} from '../../../../../cloudfunctions/approvals/domain/request/acting';
import { decideRequest } from '../../../../../cloudfunctions/approvals/domain/request/decide-request';
import { escalateRequest } from '../../../../../cloudfunctions/approvals/domain/request/escalate-request';
import { flowAbout } from '../../../../../cloudfunctions/salary-change/shipped-type';
import { brief, hoursLater, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { day } from '../../support/rules';
import { colleague, type Someone, worldOf } from '../../support/small-world';

/** The flow of a change of the salaries of `own`: `p`, `q` and `own` have the role, and `me` asks. */
const flow = flowAbout(['own']);
const PAYROLL: Someone[] = [
  { id: 'me', up: 'boss', roles: ['payroll'] },
  { id: 'p', up: 'boss', roles: ['payroll'] },
  { id: 'q', up: 'boss', roles: ['payroll'] },
  { id: 'own', up: 'boss', roles: ['payroll'] },
  { id: 'boss' },
  { id: 'hr', roles: ['hr'] },
];
const without = (...ids: readonly string[]) => PAYROLL.filter(({ id }) => !ids.includes(id));
const NOTHING = { amountMinutes: null, amountFen: null, departmentIds: [], choices: [] };
const asked = (people: readonly Someone[]) =>
  planFlow(flow, colleague({ id: 'me', up: 'boss' }), NOTHING, worldOf(people)).steps[0]?.slots.map((slot) =>
    slot.map(({ id }) => id),
  );

const waiting = requestOf({
  flow,
  steps: [{ ...stepOf([slotOf(['p', 'q'])]), id: 'payroll' }],
  waitingFor: ['p', 'q'],
});
const delegations = [{ fromId: 'p', person: brief('p'), from: day('2026-11-01'), to: day('2026-12-31') }];
const left = (...ids: readonly string[]) =>
  PAYROLL.map((each) => (ids.includes(each.id) ? { ...each, left: '2026-11-22' } : each));

test('those of the role are asked, but for who asks and whom it is about; where nobody is left, nobody stands in', () => {
  expect(asked(PAYROLL)).toEqual([['p', 'q']]);
  expect(() => asked(without('p', 'q'))).toThrow(expect.objectContaining({ code: 'NOBODY_TO_APPROVE' }));
});

test('a delegate of who is asked neither decides nor knows of it, and neither do HR nor who sees all requests', () => {
  expect(actorOf(waiting, brief('delegate'), delegations)).toBeNull();
  expect(canView(waiting, { person: brief('delegate'), seesAll: false }, delegations)).toBe(false);
  expect(canView(waiting, { person: brief('hr'), seesAll: true }, [])).toBe(false);
  expect(couldDecideAt({ ...waiting, rev: 5 }, delegations, 1)).toBe(false);
  for (const id of ['me', 'p'])
    expect(canView(waiting, { person: brief(id), seesAll: false }, [])).toBe(true);
});

test('whoever is asked approves or rejects, and does nothing else with it; who asked withdraws it and undoes nothing', () => {
  const verbs = (request: typeof waiting, id: string) =>
    allowedVerbs(request, actorOf(request, brief(id), []), id, hoursLater(5));
  expect(verbs(waiting, 'p')).toEqual(['approve', 'reject']);
  expect(verbs(waiting, 'me')).toEqual(['urge', 'withdraw']);
  expect(verbs({ ...waiting, state: 'approved', waitingFor: [] }, 'me')).toEqual([]);
  expect(verbs({ ...waiting, state: 'rejected', waitingFor: [] }, 'me')).toEqual([]);
});

test('who has left is left out, and never replaced by their manager or HR', () => {
  // The other one is asked already.
  expect(escalateRequest(waiting, hoursLater(1), worldOf(left('p')))).toBeNull();
  const newcomer: Someone = { id: 'r', roles: ['payroll'] };
  const after = escalateRequest(waiting, hoursLater(1), worldOf([...left('p', 'q'), newcomer]));
  expect(after?.waitingFor).toEqual(['r']);
  expect(escalateRequest(waiting, hoursLater(1), worldOf(left('p', 'q')))).toBeNull();
});

test('what is said with a rejection is in the history alone, and in no message', () => {
  const call = { actor: { person: brief('p'), delegateOf: null }, comment: '太高', now: SENT };
  const after = decideRequest(waiting, 'reject', call, worldOf(PAYROLL));
  expect(after.timeline[after.timeline.length - 1]?.comment).toBe('太高');
  expect(JSON.stringify(after.outbox)).not.toContain('太高');
});
