import fc from 'fast-check';
import type { ApproverRule, Condition, Flow } from '#contracts/flow';
import { approversOf } from '../../../../cloudfunctions/approvals/domain/flow/approvers-of';
import {
  conditionHolds,
  type FlowPlan,
  flowStepOf,
  mergeSlots,
  planFlow,
  withSecondPerson,
} from '../../../../cloudfunctions/approvals/domain/flow/plan-flow';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import { colleague, type SmallDepartment, type Someone, worldOf } from '../support/small-world';

const NOTHING = { amountMinutes: null, amountFen: null, departmentIds: ['D'], choices: [] };
const name = { 'zh-CN': '步', en: 'Step' };
const step = (approvers: readonly ApproverRule[], mode: 'all' | 'any' = 'any', when: Condition[] = []) => ({
  id: 's',
  name,
  mode,
  approvers,
  when,
});
const flowOf = (steps: Flow['steps'], cc: Flow['cc'] = []): Flow => ({ steps, cc, escalateAfterHours: 0 });
const manager = (level = 1): ApproverRule => ({ by: 'manager', level });
const person = (employeeId: string): ApproverRule => ({ by: 'person', employeeId });
const head: ApproverRule = { by: 'department-head' };
const role = (which: 'hr' | 'payroll' | 'admin'): ApproverRule => ({ by: 'role', role: which });

function plan(
  rules: readonly ApproverRule[],
  people: readonly Someone[],
  departments: SmallDepartment[] = [],
) {
  const applicant = people.find(({ id }) => id === 'me');
  if (!applicant) throw new Error('Nobody asks.');
  const steps = rules.map((rule) => step([rule]));
  return planFlow(flowOf(steps), colleague(applicant), NOTHING, worldOf(people, departments)).steps.map(
    ({ slots, note }) => [slots.map((slot) => slot.map(({ id }) => id).join('|')).join(' + '), note],
  );
}

const HR: Someone = { id: 'hr', roles: ['hr'] };
const LINE: Someone[] = [{ id: 'me', up: 'a' }, { id: 'a', up: 'b' }, { id: 'b', up: 'c' }, { id: 'c' }, HR];

describe('who signs', () => {
  test.each<[string, ApproverRule, readonly Someone[], SmallDepartment[], string, string | null]>([
    ['the direct manager', manager(), LINE, [], 'a', null],
    ['the second manager', manager(2), LINE, [], 'b', null],
    ['a line that is too short gives its last person', manager(9), LINE, [], 'c', 'vacant'],
    [
      'a manager who has left: the next one up',
      manager(),
      [{ id: 'me', up: 'a' }, { id: 'a', up: 'b', left: '2026-11-22' }, { id: 'b' }],
      [],
      'b',
      'left',
    ],
    [
      'a manager on the last day still signs',
      manager(),
      [{ id: 'me', up: 'a' }, { id: 'a', up: 'b', left: '2026-11-23' }, { id: 'b' }],
      [],
      'a',
      null,
    ],
    ['a manager who does not exist: HR', manager(), [{ id: 'me', up: 'gone' }, HR], [], 'hr', 'nobody-left'],
    ['nobody above: HR', manager(), [{ id: 'me' }, HR], [], 'hr', 'nobody-left'],
    [
      'two people who report to each other: the other one',
      manager(2),
      [{ id: 'me', up: 'a' }, { id: 'a', up: 'me' }, HR],
      [],
      'a',
      'loop',
    ],
    [
      'somebody who reports to themselves: HR',
      manager(),
      [{ id: 'me', up: 'me' }, HR],
      [],
      'hr',
      'nobody-left',
    ],
    [
      'a loop of people who have left: HR',
      manager(),
      [
        { id: 'me', up: 'a' },
        { id: 'a', up: 'b', left: '2026-01-01' },
        { id: 'b', up: 'a', left: '2026-01-01' },
        HR,
      ],
      [],
      'hr',
      'nobody-left',
    ],
    ['the head of the department', head, LINE, [{ id: 'D', leader: 'b' }], 'b', null],
    [
      'the applicant heads the department: their manager',
      head,
      LINE,
      [{ id: 'D', leader: 'me' }],
      'a',
      'is-applicant',
    ],
    [
      'a department without a head: the one above',
      head,
      LINE,
      [
        { id: 'D', parent: 'E' },
        { id: 'E', leader: 'c' },
      ],
      'c',
      'vacant',
    ],
    ['no head anywhere: the manager', head, LINE, [{ id: 'D' }], 'a', 'vacant'],
    [
      'departments in a circle: the manager',
      head,
      LINE,
      [
        { id: 'D', parent: 'E' },
        { id: 'E', parent: 'D' },
      ],
      'a',
      'loop',
    ],
    ['a deleted department: the manager', head, LINE, [], 'a', 'department-gone'],
    ['a person', person('c'), LINE, [], 'c', null],
    ['the applicant by name: their manager', person('me'), LINE, [], 'a', 'is-applicant'],
    ['a person who does not exist: HR', person('gone'), LINE, [], 'hr', 'nobody-left'],
    [
      'a role: one of its people',
      role('payroll'),
      [...LINE, { id: 'p', roles: ['payroll'] }, { id: 'q', roles: ['payroll'] }],
      [],
      'p|q',
      null,
    ],
    [
      'a role that only the applicant has: HR',
      role('admin'),
      [{ id: 'me', up: 'a', roles: ['admin'] }, { id: 'a' }, HR],
      [],
      'hr',
      'nobody-left',
    ],
    ['HR asks: the others of HR', role('hr'), [{ id: 'me', roles: ['hr'] }, HR], [], 'hr', null],
  ])('%s', (_, rule, people, departments, who, note) => {
    expect(plan([rule], people, departments)).toEqual([[who, note]]);
  });

  test('nobody at all, not even HR', () => {
    expect(() => plan([manager()], [{ id: 'me', roles: ['hr'] }])).toThrow(
      expect.objectContaining({ code: 'NOBODY_TO_APPROVE' }),
    );
  });

  test('the same person in two steps in a row is marked', () => {
    expect(plan([manager(), person('a'), manager(2), person('a')], LINE)).toEqual([
      ['a', null],
      ['a', 'already-signed'],
      ['b', null],
      ['a', null],
    ]);
  });

  test('somebody who may not be the one to sign the step before is not marked', () => {
    const steps = [step([person('a'), person('b')], 'any'), step([person('a')])];
    const world = worldOf(LINE);
    const planned = planFlow(flowOf(steps), colleague({ id: 'me', up: 'a' }), NOTHING, world).steps;
    expect(planned.map(({ note }) => note)).toEqual([null, null]);
  });

  test('a flow whose steps do not hold goes to the manager', () => {
    const steps = [step([person('c')], 'any', [{ what: 'days', is: 'at-least', value: 3 }])];
    const planned = planFlow(flowOf(steps), colleague({ id: 'me', up: 'a' }), NOTHING, worldOf(LINE)).steps;
    expect(planned.map(({ slots }) => slots)).toMatchObject([[[{ id: 'a' }]]]);
  });

  test('copies go to everybody who is there, once, and never to the applicant', () => {
    const cc = [manager(), person('a'), person('gone'), role('hr'), person('me')];
    const planned = planFlow(flowOf([], cc), colleague({ id: 'me', up: 'a' }), NOTHING, worldOf(LINE));
    expect(planned.cc.map(({ id }) => id)).toEqual(['a', 'hr']);
  });
});

describe('conditions', () => {
  const of = (more: Partial<typeof NOTHING>) => ({ ...NOTHING, ...more }) as never;
  test.each<[Condition, never, boolean]>([
    [{ what: 'days', is: 'at-least', value: 3 }, of({ amountMinutes: 1_440 as never }), true],
    [{ what: 'days', is: 'at-least', value: 3 }, of({ amountMinutes: 1_439 as never }), false],
    [{ what: 'days', is: 'below', value: 3 }, of({ amountMinutes: 1_439 as never }), true],
    [{ what: 'hours', is: 'at-least', value: 2 }, of({ amountMinutes: 120 as never }), true],
    [{ what: 'days', is: 'below', value: 3 }, of({}), false],
    [{ what: 'amount', is: 'at-least', value: 500_000 }, of({ amountFen: 500_000 as never }), true],
    [{ what: 'department', in: ['D'] }, of({ departmentIds: ['X', 'D'] }), true],
    [{ what: 'department', in: ['D'] }, of({ departmentIds: ['X'] }), false],
    [{ what: 'choice', in: ['annual'] }, of({ choices: ['annual'] as never }), true],
    [{ what: 'choice', in: ['annual'] }, of({}), false],
    [{ what: 'days', is: 'below', value: 3 }, of({ amountMinutes: 1_440 as never }), false],
    [{ what: 'department', in: ['D', 'E'] }, of({ departmentIds: ['D'] }), true],
    [{ what: 'choice', in: ['annual', 'sick'] }, of({ choices: ['sick'] as never }), true],
  ])('%j', (condition, circumstances, expected) => {
    expect(conditionHolds(condition, circumstances)).toBe(expected);
  });
});

describe('whatever the company looks like', () => {
  const id = fc.constantFrom('me', 'a', 'b', 'c', 'd', 'e');
  const someone = (own: string) =>
    fc.record({
      id: fc.constant(own),
      up: fc.option(fc.oneof(id, fc.constant('gone')), { nil: null }),
      department: fc.constantFrom('D', 'E', 'gone'),
      roles: fc.uniqueArray(fc.constantFrom('hr' as const, 'payroll' as const, 'admin' as const)),
      left: fc.option(fc.constantFrom('2026-11-22', '2026-11-23', '2027-01-01'), { nil: null }),
    });
  const people = fc.tuple(...['me', 'a', 'b', 'c', 'd', 'e'].map(someone));
  const departments = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('D', 'E'),
      leader: fc.option(fc.oneof(id, fc.constant('gone')), { nil: null }),
      parent: fc.option(fc.constantFrom('D', 'E', 'gone'), { nil: null }),
    }),
    { selector: (department) => department.id },
  );
  const rule: fc.Arbitrary<ApproverRule> = fc.oneof(
    fc.integer({ min: 1, max: 10 }).map(manager),
    fc.constant(head),
    fc.constantFrom('hr' as const, 'payroll' as const, 'admin' as const).map(role),
    fc.oneof(id, fc.constant('gone')).map(person),
  );
  const steps = fc.array(
    fc.record({
      approvers: fc.array(rule, { minLength: 1, maxLength: 4 }),
      mode: fc.constantFrom('all' as const, 'any' as const),
    }),
    { maxLength: 5 },
  );

  test('the plan ends, is never empty, and never holds the applicant or somebody who is not there', () => {
    fc.assert(
      fc.property(people, departments, steps, (everybody, folders, wanted) => {
        const world = worldOf(everybody, folders);
        const me = world.person('me');
        if (!me) throw new Error('Nobody asks.');
        const flow = flowOf(wanted.map(({ approvers, mode }) => step(approvers, mode)));
        let planned: ReturnType<typeof planFlow>;
        try {
          planned = planFlow(flow, me, NOTHING, world);
        } catch (error) {
          const others = world
            .holders('hr')
            .filter(({ _id, leftOn }) => _id !== 'me' && (leftOn ?? '9') >= world.today);
          expect(error).toBeInstanceOf(AppError);
          expect(others).toEqual([]);
          return;
        }
        expect(planned.steps.length).toBe(Math.max(1, wanted.length));
        for (const { slots } of planned.steps) {
          expect(slots.length).toBeGreaterThan(0);
          for (const slot of slots) {
            expect(slot.length).toBeGreaterThan(0);
            for (const each of slot) {
              expect(each.id).not.toBe('me');
              expect((world.person(each.id)?.leftOn ?? '9') >= world.today).toBe(true);
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('why somebody else signs than the rule says', () => {
  const me = colleague({ id: 'me', up: 'a' });
  const noteOf = (rule: ApproverRule, people: readonly Someone[], departments: SmallDepartment[] = []) =>
    approversOf(rule, me, worldOf(people, departments)).note;
  test.each<[string, ApproverRule, readonly Someone[], string | null]>([
    ['the role is held', role('hr'), [HR], null],
    ['nobody has the role', role('hr'), [{ id: 'a' }], 'vacant'],
    ['only somebody who left has the role', role('hr'), [{ ...HR, left: '2026-11-22' }], 'vacant'],
    ['only the applicant has the role', role('hr'), [{ id: 'me', roles: ['hr'] }], 'is-applicant'],
    ['a person who does not exist', person('gone'), LINE, 'vacant'],
    ['a line of people who left', person('b'), [{ id: 'b', left: '2026-01-01' }], 'left'],
    ['a circle of people who left', person('b'), [{ id: 'b', up: 'b', left: '2026-01-01' }], 'loop'],
    ['no manager', manager(), [{ id: 'me' }], 'vacant'],
  ])('%s', (_, rule, people, note) => {
    expect(noteOf(rule, people)).toBe(note);
  });
  test('a head who does not exist any more is no head', () => {
    const department = [
      { id: 'D', leader: 'gone', parent: 'E' },
      { id: 'E', leader: 'c' },
    ];
    expect(approversOf(head, me, worldOf(LINE, department))).toMatchObject({
      people: [{ _id: 'c' }],
      note: 'vacant',
    });
  });
});

describe('a step of several rules', () => {
  const planned = (steps: Flow['steps'], people: readonly Someone[] = LINE) =>
    planFlow(flowOf(steps), colleague({ id: 'me', up: 'a' }), NOTHING, worldOf(people)).steps;
  const ids = (slots: FlowPlan['steps'][number]['slots']) =>
    slots.map((slot) => slot.map(({ id }) => id).join('|'));

  test('of which one finds nobody is HR’s for that one, and says so', () => {
    const [only] = planned([step([person('b'), person('gone')], 'all')]);
    expect(only).toMatchObject({ note: 'nobody-left' });
    expect(ids(only?.slots ?? [])).toEqual(['b', 'hr']);
  });
  test('of which the second is not as configured says why', () => {
    const people = [...LINE.slice(0, 3), { id: 'c', up: 'b', left: '2026-01-01' }, HR];
    expect(planned([step([person('a'), person('c')], 'all')], people)[0]).toMatchObject({ note: 'left' });
  });
  test('without anybody, not even HR, has nobody to sign', () => {
    expect(() => planned([step([person('gone')])], LINE.slice(0, 4))).toThrow(
      expect.objectContaining({ code: 'NOBODY_TO_APPROVE' }),
    );
  });
  test('two rules for the same people, in whatever order, are one signature; others are two', () => {
    const brief = (id: string) => ({ id, name: id, nameEn: id });
    const merged = mergeSlots([
      [brief('a'), brief('b')],
      [brief('b'), brief('a')],
      [],
      [brief('ab')],
      [brief('a'), brief('b'), brief('c')],
    ]);
    expect(ids(merged)).toEqual(['a|b', 'ab', 'a|b|c']);
  });

  test.each<[string, Flow['steps'], boolean]>([
    [
      'all of two sign, one of them again',
      [step([person('a'), person('b')], 'all'), step([person('b')])],
      true,
    ],
    ['one of two signs, either again', [step([person('a'), person('b')]), step([person('a')])], false],
    ['one signs, then both do', [step([person('a')]), step([person('a'), person('b')], 'all')], false],
    [
      'both sign, then both do',
      [step([person('a'), person('b')], 'all'), step([person('b'), person('a')], 'all')],
      true,
    ],
    ['one signs, then one of two does', [step([person('a')]), step([person('a'), person('b')])], true],
    ['one of a role signs, then the same role', [step([role('hr')]), step([role('hr')])], false],
    ['one signs, then one of a role with them', [step([person('p')]), step([role('payroll')])], true],
  ])('%s: the second step is passed or not', (_, steps, isPassed) => {
    const people: Someone[] = [
      ...LINE,
      { id: 'hr2', roles: ['hr'] },
      { id: 'p', roles: ['payroll'] },
      { id: 'q', roles: ['payroll'] },
    ];
    expect(planned(steps, people)[1]?.note === 'already-signed').toBe(isPassed);
  });
  test('a step is for those who fulfil all of its conditions', () => {
    const when: Condition[] = [
      { what: 'department', in: ['D'] },
      { what: 'choice', in: ['sick'] },
    ];
    expect(ids(planned([step([person('c')], 'any', when)])[0]?.slots ?? [])).toEqual(['a']);
    expect(ids(planned([step([person('c')], 'any', when.slice(0, 1))])[0]?.slots ?? [])).toEqual(['c']);
  });
});

test('copies go to fifty people at most', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, roles: ['payroll' as const] }));
  const flow = flowOf([], [role('payroll')]);
  const { cc } = planFlow(flow, colleague({ id: 'me', up: 'a' }), NOTHING, worldOf([...LINE, ...many]));
  expect(cc).toHaveLength(50);
});

test('a step that was planned is found again: of the flow, of the manager, of the second person', () => {
  const own = step([person('a')]);
  expect(flowStepOf(flowOf([own]), 's')).toBe(own);
  expect(flowStepOf(flowOf([]), 'manager')).toMatchObject({ approvers: [manager()] });
  expect(flowStepOf(flowOf([]), 'second-person')).toMatchObject({ approvers: [role('hr'), role('admin')] });
  expect(flowStepOf(flowOf([own]), 'gone')).toBeUndefined();
});

describe('a request whose applicant set its rules', () => {
  const ADMIN: Someone = { id: 'admin', roles: ['admin'] };
  const me = (roles: Someone['roles'] = ['hr']) => ({ id: 'me', up: 'a', roles });
  const second = (steps: Flow['steps'], people: readonly Someone[], applicant: Someone = me()) => {
    const world = worldOf([applicant, ...LINE.slice(1, 4), ...people]);
    return withSecondPerson(
      planFlow(flowOf(steps), colleague(applicant), NOTHING, world),
      colleague(applicant),
      world,
    );
  };
  const signers = ({ steps }: FlowPlan) =>
    steps.map(({ slots }) => slots.map((slot) => slot.map(({ id }) => id)));

  test('is signed, last, by somebody else of HR or an administrator', () => {
    const plan = second([step([person('a')])], [HR, ADMIN]);
    expect(signers(plan)).toEqual([[['a']], [['hr'], ['admin']]]);
    expect(plan).toMatchObject({
      isOwnRule: true,
      steps: [{}, { id: 'second-person', mode: 'any', note: 'own-rule' }],
    });
  });
  test.each<[string, Flow['steps']]>([
    ['somebody of HR', [step([person('hr')])]],
    ['the office, whoever of it signs', [step([role('hr'), role('admin')])]],
    ['all of a step, somebody of HR among them', [step([person('a'), person('hr')], 'all')]],
    ['first others, then HR', [step([person('a')]), step([role('hr')])]],
  ])('has no more signatures where the flow asks %s anyway', (_, steps) => {
    const plan = second(steps, [HR, ADMIN]);
    expect(plan.steps).toHaveLength(steps.length);
    expect(plan.isOwnRule).toBe(true);
  });
  test.each<[string, Flow['steps']]>([
    ['one of HR or a friend', [step([person('hr'), person('a')])]],
    ['a role that others have as well', [step([role('payroll')])]],
  ])('needs one more where the flow asks %s', (_, steps) => {
    const plan = second(steps, [
      { id: 'hr', roles: ['hr', 'payroll'] },
      { id: 'p', roles: ['payroll'] },
    ]);
    expect(plan.steps.at(-1)).toMatchObject({ id: 'second-person' });
    expect(plan.steps).toHaveLength(2);
  });
  test('goes to the manager where the applicant is the only one of the office', () => {
    const plan = second([step([person('b')])], []);
    expect(signers(plan)).toEqual([[['b']], [['a']]]);
    expect(plan.steps.at(-1)).toMatchObject({ id: 'second-person', note: 'own-rule' });
  });
  test('an administrator alone is the second person for HR', () => {
    expect(signers(second([step([person('b')])], [ADMIN]))).toEqual([[['b']], [['admin']]]);
  });
});
