import {
  CARD_FIELDS,
  cardOf,
  detailOf,
} from '../../../../../cloudfunctions/approvals/domain/request/card-of';
import { fact } from '../../../../../cloudfunctions/approvals/kind/answer';
import { brief, hoursLater, later, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { day, words } from '../../support/rules';

const approver = { person: brief('a'), delegateOf: null };
const outcome = { payment: null, handover: [] } as never;
const shared = requestOf({
  steps: [
    stepOf([slotOf(['a', 'd']), slotOf(['a'])], { mode: 'all' }),
    stepOf([slotOf(['b'])], { id: 's1', ...later }),
  ],
  facts: [fact('ALONE', { team: 2 })],
  days: [{ day: day('2026-12-01'), minutes: 480 }] as never,
});

test('a card shows what a list needs, who it waits for once each, and nothing else', () => {
  expect(cardOf(shared)).toEqual({
    id: 'R1',
    rev: 1,
    typeId: 'trip',
    kind: 'trip',
    typeName: words('Trip'),
    state: 'pending',
    cancels: null,
    applicant: brief('me'),
    title: words('Trip to Suzhou'),
    period: null,
    amountMinutes: null,
    amountFen: null,
    reason: '',
    submittedAt: SENT,
    decidedAt: null,
    waitingFor: [brief('a'), brief('d')],
    urgent: false,
    facts: [fact('ALONE', { team: 2 })],
    warnings: [],
  });
  expect(cardOf(requestOf({ state: 'approved' })).waitingFor).toEqual([]);
  expect(cardOf(requestOf({ at: 9 })).waitingFor).toEqual([]);
});

test('lists read every field that a card, its files and its order need', () => {
  const full = requestOf();
  const read = Object.fromEntries(CARD_FIELDS.map((field) => [field, full[field]]));
  expect(cardOf({ _id: 'R1', ...read } as never)).toEqual(cardOf(full));
  expect(read).toMatchObject({
    applicantId: 'me',
    teamId: 'a',
    spanFrom: hoursLater(24),
    spanTo: hoursLater(48),
    files: { first: [], total: 0 },
    touchedAt: SENT,
    rank: hoursLater(24),
  });
});

describe('the page of a request', () => {
  const entry = { verb: 'submit', byId: 'me', byName: 'me', byNameEn: 'me', at: SENT, rev: 1 } as const;

  test('shows the card, the form, the days, the steps with who signed, and the timeline without revisions', () => {
    const signed = stepOf([slotOf(['a', 'd'], { signedBy: 'a' })]);
    const request = requestOf({
      timeline: [entry],
      steps: [signed, stepOf([slotOf(['b'])], { id: 's1' }), stepOf([slotOf(['c'])], { id: 's2', ...later })],
      at: 1,
      days: [{ day: day('2026-12-01'), minutes: 480 }] as never,
    });
    const { rev: _, ...publicly } = entry;
    const view = (state: string, ...people: [string, string][]) => ({
      name: words('Step'),
      mode: 'any',
      state,
      people: people.map(([id, decision]) => ({ ...brief(id), decision })),
    });
    expect(detailOf(request, null, 'b', SENT, outcome)).toEqual({
      payment: null,
      handover: [],
      ...cardOf(request),
      days: [{ day: '2026-12-01', minutes: 480 }],
      form: [],
      hiddenFiles: [],
      timeline: [publicly],
      steps: [
        view('done', ['a', 'approved'], ['d', 'open']),
        view('now', ['b', 'open']),
        view('later', ['c', 'open']),
      ],
      may: [],
      urgeAt: null,
      undoing: null,
    });
  });

  test('a step of a request that is over is not the current one', () => {
    const over = requestOf({ state: 'rejected', at: 0 });
    expect(detailOf(over, null, 'me', SENT, outcome).steps.map(({ state }) => state)).toEqual([
      'later',
      'later',
    ]);
  });

  test('an older request without its days has none', () => {
    const { days: _, ...older } = requestOf();
    expect(detailOf(older as never, approver, 'a', SENT, outcome).days).toEqual([]);
  });

  test('tells the applicant alone when a reminder is possible again', () => {
    const urged = requestOf({ urgedAt: SENT });
    expect(detailOf(urged, null, 'me', SENT, outcome).urgeAt).toBe(hoursLater(4));
    expect(detailOf(urged, approver, 'a', SENT, outcome).urgeAt).toBeNull();
    expect(detailOf(urged, null, 'me', hoursLater(4), outcome).urgeAt).toBeNull();
    expect(detailOf({ ...urged, state: 'approved' }, null, 'me', SENT, outcome).urgeAt).toBeNull();
  });

  test('says what its viewer may do', () => {
    expect(detailOf(requestOf(), approver, 'a', SENT, outcome).may).toContain('approve');
  });
});

test('the applicant of an approved request sees what undoes it; nobody else does, and nobody sooner', () => {
  const undoing = (more: object, callerId = 'me') =>
    detailOf(requestOf({ cancelledBy: 'R2', ...more }), approver as never, callerId, SENT, outcome).undoing;
  expect(undoing({ state: 'approved' })).toBe('R2');
  expect(undoing({ state: 'approved' }, 'a')).toBeNull();
  expect(undoing({ state: 'cancelled' })).toBeNull();
  expect(undoing({ state: 'approved', cancelledBy: null })).toBeNull();
});
