import fc from 'fast-check';
import type { ApproverRule, Condition, Flow } from '#contracts/flow';
import { conditionHolds, planFlow } from '../../../../cloudfunctions/approvals/domain/flow/plan-flow';
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
