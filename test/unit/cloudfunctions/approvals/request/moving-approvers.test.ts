import { enterStep } from '../../../../../cloudfunctions/approvals/domain/request/enter-step';
import {
  escalateRequest,
  rescheduled,
} from '../../../../../cloudfunctions/approvals/domain/request/escalate-request';
import { readdressRequest } from '../../../../../cloudfunctions/approvals/domain/request/readdress-request';
import type { RequestDocument } from '../../../../../cloudfunctions/approvals/domain/request/request';
import { brief, hoursLater, later, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { words } from '../../support/rules';
import { type Someone, worldOf } from '../../support/small-world';

const flow = (escalateAfterHours: number) => ({ steps: [], cc: [], escalateAfterHours });
const LINE: Someone[] = [
  { id: 'me', up: 'a' },
  { id: 'a', up: 'b' },
  { id: 'b', up: 'c' },
  { id: 'c' },
  { id: 'hr', roles: ['hr'] },
];
const gone = (id: string) => LINE.map((each) => (each.id === id ? { ...each, left: '2026-11-22' } : each));
const told = (request: RequestDocument | null) =>
  request?.timeline.map(({ verb, toName, note }) => [verb, toName, note]);

describe('an approver who has left', () => {
  test('is replaced by the next manager up when their step opens', () => {
    const { change, entries } = enterStep(requestOf(), 0, SENT, worldOf(gone('a')));
    expect(change.steps[0]?.slots).toEqual([slotOf(['b'])]);
    expect(entries).toEqual([
      { verb: 'escalate', byId: null, byName: '', byNameEn: '', toName: 'b', toNameEn: 'b', note: 'left' },
    ]);
  });

  test('is replaced by the timer too, at once, and the new one is told', () => {
    const after = escalateRequest(requestOf(), hoursLater(1), worldOf(gone('a')));
    expect(after).toMatchObject({ waitingFor: ['b'], urgent: false, rev: 2 });
    expect(told(after)).toEqual([['escalate', 'b', 'left']]);
    expect(after?.outbox.map(({ event, to }) => [event, to])).toEqual([['request.waiting', ['b']]]);
  });

  test('without anybody above goes to HR; somebody who was never there counts as vacant', () => {
    const world = worldOf([{ id: 'me' }, { id: 'a', left: '2026-11-01' }, { id: 'hr', roles: ['hr'] }]);
    expect(told(escalateRequest(requestOf(), SENT, world))).toEqual([['escalate', 'hr', 'nobody-left']]);
    const unknown = requestOf({ steps: [stepOf([slotOf(['ghost'])])] });
    expect(told(escalateRequest(unknown, SENT, world))).toEqual([['escalate', 'hr', 'nobody-left']]);
  });

  test('stays, and the request waits, if there is nobody at all', () => {
    const world = worldOf([
      { id: 'me', roles: ['hr'] },
      { id: 'a', left: '2026-11-01' },
    ]);
    expect(escalateRequest(requestOf(), SENT, world)).toBeNull();
    expect(enterStep(requestOf(), 0, SENT, world).change.steps[0]?.slots).toEqual([slotOf(['a'])]);
  });

  test('others who can sign stay as they are', () => {
    const shared = requestOf({ steps: [stepOf([slotOf(['a', 'c'])])] });
    expect(escalateRequest(shared, SENT, worldOf(gone('a')))?.waitingFor).toEqual(['b', 'c']);
  });
});

test('steps that need nobody any more are passed, up to the end', () => {
  const signed = stepOf([slotOf(['a'], { signedBy: 'a' })]);
  const request = requestOf({
    steps: [signed, stepOf([slotOf(['a'])], later), stepOf([slotOf(['b'])], later)],
  });
  const { change, entries } = enterStep(request, 1, hoursLater(3), worldOf(LINE));
  expect(change).toMatchObject({ at: 2, state: 'pending', decidedAt: null });
  expect(change.steps.map(({ openedAt, openedRev }) => [openedAt, openedRev])).toEqual([
    [SENT, 1],
    [hoursLater(3), 2],
    [hoursLater(3), 2],
  ]);
  expect(entries).toEqual([{ verb: 'skip', byId: null, byName: '', byNameEn: '', note: 'already-signed' }]);
  expect(enterStep(requestOf({ steps: [signed] }), 1, SENT, worldOf(LINE)).change).toMatchObject({
    at: 1,
    state: 'approved',
    decidedAt: SENT,
  });
});

describe('a step that waits too long', () => {
  const waiting = (more: Partial<RequestDocument> = {}) => requestOf({ flow: flow(5), ...more });

  test('goes to the manager of the approver as well, stands first, and both are asked', () => {
    const after = escalateRequest(waiting(), hoursLater(5), worldOf(LINE));
    expect(after).toMatchObject({ urgent: true, waitingFor: ['a', 'b'], rank: hoursLater(24) - 1e14 });
    expect(after?.timeline).toEqual([
      {
        verb: 'escalate',
        byId: null,
        byName: '',
        byNameEn: '',
        toName: 'b',
        toNameEn: 'b',
        at: hoursLater(5),
        rev: 2,
      },
    ]);
    expect(after?.outbox.map(({ event, to }) => [event, to])).toEqual([['request.escalated', ['b']]]);
  });

  test('not a minute early, and never where the flow says never', () => {
    expect(escalateRequest(waiting(), (hoursLater(5) - 1) as never, worldOf(LINE))).toBeNull();
    expect(escalateRequest(requestOf(), hoursLater(500), worldOf(LINE))).toBeNull();
  });

  test('the next one up is asked after the same time again, and nobody twice', () => {
    const once = escalateRequest(waiting(), hoursLater(5), worldOf(LINE)) as RequestDocument;
    expect(escalateRequest(once, (hoursLater(10) - 1) as never, worldOf(LINE))).toBeNull();
    const twice = escalateRequest(once, hoursLater(10), worldOf(LINE)) as RequestDocument;
    expect(twice.waitingFor).toEqual(['a', 'b', 'c']);
    expect(told(twice)?.slice(1)).toEqual([['escalate', 'c', undefined]]);
    expect(escalateRequest(twice, hoursLater(100), worldOf(LINE))).toBeNull();
  });

  test('what is decided goes nowhere', () => {
    expect(escalateRequest(waiting({ state: 'approved' }), hoursLater(9), worldOf(LINE))).toBeNull();
    expect(escalateRequest(waiting({ at: 9 }), hoursLater(9), worldOf(LINE))).toBeNull();
  });

  test('is looked at when it is due, at the latest after a day', () => {
    expect(rescheduled(waiting(), SENT).dueAt).toBe(hoursLater(5));
    expect(rescheduled(waiting({ flow: flow(50) }), SENT).dueAt).toBe(hoursLater(24));
    expect(rescheduled(waiting(), hoursLater(6)).dueAt).toBe(hoursLater(30));
    expect(rescheduled(requestOf(), SENT).dueAt).toBe(hoursLater(24));
    expect(rescheduled(requestOf({ state: 'approved' }), SENT)).toMatchObject({
      dueAt: null,
      waitingFor: [],
    });
    expect(rescheduled(requestOf({ at: 9 }), SENT)).toMatchObject({ dueAt: null, waitingFor: [] });
  });
});

describe('somebody who gets another manager', () => {
  const rules = (approvers: readonly object[]) => ({
    steps: approvers.map((by, index) => ({
      id: `s${index}`,
      name: words('Step'),
      mode: 'any' as const,
      approvers: [by],
      when: [],
    })),
    cc: [],
    escalateAfterHours: 0,
  });
  const manager = { by: 'manager', level: 1 };
  const after: Someone[] = [
    { id: 'me', up: 'x' },
    { id: 'x', up: 'b' },
    { id: 'a', up: 'b' },
    ...LINE.slice(2),
  ];
  const charts = { before: worldOf(LINE), after: worldOf(after) };
  const moved = (more: Partial<RequestDocument> = {}, given = charts) =>
    readdressRequest(
      requestOf({ flow: rules([manager]) as never, steps: [stepOf([slotOf(['a'])])], ...more }),
      given,
      hoursLater(1),
    );

  test('has their pending request asked of the new one, who is told; the old one cannot decide unseen', () => {
    const request = moved();
    expect(request).toMatchObject({ teamId: 'x', waitingFor: ['x'], rev: 2 });
    expect(request?.steps[0]).toMatchObject({
      openedAt: hoursLater(1),
      openedRev: 2,
      slots: [slotOf(['x'])],
    });
    expect(request?.timeline).toEqual([
      {
        verb: 'escalate',
        byId: null,
        byName: '',
        byNameEn: '',
        toName: 'x',
        toNameEn: 'x',
        note: 'manager-changed',
        at: hoursLater(1),
        rev: 2,
      },
    ]);
  });

  test('keeps who was asked for another reason: a transfer, an added signer, a signature that was given', () => {
    const steps = (slot: ReturnType<typeof slotOf>) => ({
      steps: [stepOf([slot])],
      waitingFor: [],
      teamId: 'x',
    });
    expect(moved(steps(slotOf(['c'])))).toBeNull();
    expect(moved(steps(slotOf(['a'], { added: true })))).toBeNull();
    const signed = [stepOf([slotOf(['a'], { signedBy: 'a' }), slotOf(['c'])], { mode: 'all' })];
    expect(moved({ steps: signed, teamId: 'x' })).toBeNull();
  });

  test('has the steps to come asked anew too, and those that are done left alone', () => {
    const flowOfTwo = rules([{ by: 'person', employeeId: 'c' }, manager]) as never;
    const two = {
      flow: flowOfTwo,
      steps: [stepOf([slotOf(['c'])]), stepOf([slotOf(['a'])], { id: 's1', ...later })],
      waitingFor: ['c'],
    };
    const request = moved(two);
    expect(request?.steps.map(({ slots }) => slots)).toEqual([[slotOf(['c'])], [slotOf(['x'])]]);
    expect(request?.steps[1]).toMatchObject(later);
    expect(told(request)).toEqual([]);
    const done = { ...two, at: 1, flow: rules([manager, { by: 'person', employeeId: 'c' }]) as never };
    const first = stepOf([slotOf(['a'])]);
    expect(moved({ ...done, steps: [first, stepOf([slotOf(['c'])], { id: 's1' })], teamId: 'x' })).toBeNull();
  });

  test('nothing changes where nobody is another, or it is decided', () => {
    expect(moved({ teamId: 'a' }, { before: charts.before, after: charts.before })).toBeNull();
    expect(moved({ state: 'approved' })).toBeNull();
    expect(moved({ at: 9, teamId: 'a' })).toBeNull();
  });

  test('a team that changes alone is written down, and nobody is asked again', () => {
    const byName = rules([{ by: 'person', employeeId: 'c' }]) as never;
    const request = moved({ flow: byName, steps: [stepOf([slotOf(['c'])])], waitingFor: ['c'] });
    expect(request).toMatchObject({ teamId: 'x', timeline: [] });
    expect(request?.steps[0]).toMatchObject({ openedAt: SENT, openedRev: 1 });
  });

  test('without a manager is a team of their own; who is not there keeps theirs', () => {
    const alone = { before: worldOf(LINE), after: worldOf([{ id: 'me' }, ...LINE.slice(1)]) };
    expect(moved({}, alone)).toMatchObject({ teamId: 'me' });
    const nobody = { before: worldOf(LINE), after: worldOf(LINE.slice(1)) };
    expect(moved({}, nobody)).toBeNull();
  });

  test('a new manager who cannot be found leaves the step as it is; a step of an older flow too', () => {
    const nowhere = { before: worldOf(LINE), after: worldOf([{ id: 'me' }, { id: 'a' }]) };
    expect(moved({ teamId: 'me' }, nowhere)).toBeNull();
    const old = [stepOf([slotOf(['a'])], { id: 'gone' })];
    expect(moved({ steps: old, teamId: 'x' })).toBeNull();
  });

  test('of two who are asked only the one of the old line is another, and each signature stays one', () => {
    const flow = {
      steps: [
        {
          ...rules([manager]).steps[0],
          mode: 'all' as const,
          approvers: [{ by: 'person', employeeId: 'c' }, manager],
        },
      ],
      cc: [],
      escalateAfterHours: 0,
    } as never;
    const steps = [stepOf([slotOf(['c']), slotOf(['a'])], { mode: 'all' })];
    const request = moved({ flow, steps, waitingFor: ['c', 'a'] });
    expect(request?.steps[0]?.slots).toEqual([slotOf(['c']), slotOf(['x'])]);
    expect(told(request)).toEqual([['escalate', 'x', 'manager-changed']]);
    const signed = [
      stepOf([slotOf(['c'], { signedBy: 'c' }), slotOf(['a']), slotOf(['x'], { added: true })], {
        mode: 'all',
      }),
    ];
    expect(moved({ flow, steps: signed, waitingFor: ['a', 'x'] })?.steps[0]?.slots).toEqual([
      slotOf(['c'], { signedBy: 'c' }),
      slotOf(['x']),
      slotOf(['x'], { added: true }),
    ]);
  });

  test('whose manager has left as well is asked of the next one up, once', () => {
    const left = { before: worldOf(LINE), after: worldOf(gone('a')) };
    const request = moved({}, left);
    expect(request?.steps[0]?.slots).toEqual([slotOf(['b'])]);
    expect(request?.waitingFor).toEqual(['b']);
  });

  test('an approver by name who has left is replaced, though the line is as it was', () => {
    const byName = rules([{ by: 'person', employeeId: 'ghost' }]) as never;
    const same = { before: worldOf(LINE), after: worldOf(LINE) };
    const steps = [stepOf([slotOf(['ghost'])])];
    const request = moved({ flow: byName, steps, waitingFor: ['ghost'] }, same);
    expect(told(request)).toEqual([['escalate', 'hr', 'nobody-left']]);
    expect(request?.waitingFor).toEqual(['hr']);
  });

  test('what breaks while somebody is looked for is not taken for nobody', () => {
    const { person } = charts.after;
    const broken = {
      ...charts.after,
      person: (id: string) => {
        if (id === 'x') throw new Error('no answer');
        return person(id);
      },
    };
    expect(() => moved({}, { before: charts.before, after: broken })).toThrow('no answer');
  });

  test('two signatures that become one person’s are one', () => {
    const both = {
      steps: [
        {
          ...rules([manager]).steps[0],
          mode: 'all' as const,
          approvers: [manager, { by: 'person', employeeId: 'x' }],
        },
      ],
      cc: [],
      escalateAfterHours: 0,
    } as never;
    const request = moved({
      flow: both,
      steps: [stepOf([slotOf(['a']), slotOf(['x'])], { mode: 'all' })],
      waitingFor: ['a', 'x'],
    });
    expect(request?.steps[0]?.slots).toEqual([slotOf(['x'])]);
    expect(request?.waitingFor).toEqual(['x']);
  });
});

test('an approver is found by name: nobody is asked twice for one signature', () => {
  const { step } = { step: stepOf([slotOf(['a', 'b'])]) };
  const world = worldOf(gone('a'));
  const after = escalateRequest(requestOf({ steps: [step] }), SENT, world);
  expect(after?.steps[0]?.slots[0]?.people).toEqual([brief('b')]);
});
