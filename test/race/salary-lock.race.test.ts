import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import { codesOf, racingWith } from '../support/racing';
import { employeeDocument, openidOf, PEOPLE } from '../unit/cloudfunctions/support/request-company';
import { lineOf, salaryChangesOf } from '../unit/cloudfunctions/support/salary-changes';

jest.setTimeout(300_000);

const NOW = '2026-12-05T09:00:00+08:00';
/** The first of the three months that a run works out again, until the last of them is locked. */
const EDGE = '2026-08-01';
const [LAST, PAID_MONTHS] = ['2026-11', ['2026-08', '2026-09', '2026-10']];
/** Orders of a call and a lock; which one does the harm is found only among many. */
const BESIDE_THE_LOCK = 60;

const company = openPerFile(() => openInstrumentedPayroll(NOW));
const race = racingWith({
  explore: racesIn('salary beside the lock', company),
  ask: (who, action, input, call) => company.act(openidOf(who), action, input, call),
  begin: (from: Awaited<ReturnType<typeof company.everything>>) => company.begin(from),
  now: Date.parse(NOW),
});

let calculated: Awaited<ReturnType<typeof company.everything>>;
let change: { id: string; rev: number };
let opening: string;
let rev: number;

beforeAll(async () => {
  await company.beginPaid();
  for (const month of [...PAID_MONTHS, LAST]) {
    const { error } = await company.calculate(month, { paidOn: '2026-12-10' });
    expect(error).toBeUndefined();
    if (month !== LAST) await company.lock(month);
  }
  const acts = salaryChangesOf(company);
  opening = await acts.openingOf('peer');
  const { data } = await acts.ask('payroll', [lineOf('staff', { from: EDGE })]);
  change = { id: data.id, rev: data.rev };
  rev = Number((await company.run(LAST))?.rev);
  calculated = await company.everything();
});

test('a salary is approved while the month is locked that makes its first month final: never both, since nobody would pay it', () =>
  race(
    calculated,
    [
      ['peer', 'payroll.decideSalaryChange', { ...change, verb: 'approve', opening }],
      ['hr2', 'payroll.lockPay', { month: LAST, rev }],
    ],
    async (answers) => {
      const codes = codesOf(answers);
      expect(codes).not.toEqual(['ok', 'ok']);
      expect(['ok', 'SALARY_INVALID']).toContain(codes[0]);
      expect(['ok', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(codes[1]);
      expect(codes).toContain('ok');
      expect((await company.run(LAST))?.state).toBe(codes[1] === 'ok' ? 'locked' : 'calculated');
      expect(await salaryChangesOf(company).versionsOf('staff')).toHaveLength(codes[0] === 'ok' ? 2 : 1);
    },
    BESIDE_THE_LOCK,
  ));

test('a last day is moved while the month is locked: whoever has read the run before loses, and it is worked out again', async () => {
  const outcomes = new Set<string>();
  const {
    managerId,
    departmentId,
    assignments,
    rev: staffRev,
  } = employeeDocument('staff') as Record<string, unknown>;
  const leaves = {
    ...{ id: PEOPLE.staff, rev: staffRev, managerId, departmentId, assignments },
    lastDay: `${LAST}-27`,
  };
  await race(
    calculated,
    [
      ['hr2', 'people.saveEmployee', leaves],
      ['hr2', 'payroll.lockPay', { month: LAST, rev }],
    ],
    async (answers) => {
      const [saved, lock] = codesOf(answers);
      outcomes.add(String(lock));
      expect(saved).toBe('ok');
      expect(['ok', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(lock);
      const run = await company.run(LAST);
      expect(run?.state).toBe(lock === 'ok' ? 'locked' : 'calculated');
      if (lock === 'ok') return;
      const again = await company.pay('hr2', 'lockPay', { month: LAST, rev: run?.rev });
      expect(again.error).toMatchObject({ code: 'PAY_RUN_REFUSED', data: { rule: 'changed' } });
    },
    BESIDE_THE_LOCK,
  );
  expect(outcomes).toContain('ok');
  expect(outcomes.size).toBeGreaterThan(1);
});

test('a base is saved while the month is locked that makes its first month final: never both, since nobody would pay it', () =>
  race(
    calculated,
    [
      [
        'payroll',
        'payroll.saveBases',
        {
          entries: [
            {
              ...{ employeeId: PEOPLE.staff, from: EDGE.slice(0, 7), insurance: 2_000_000, fund: 2_000_000 },
              ...{ isLocal: false, isPensioner: false },
            },
          ],
        },
      ],
      ['hr2', 'payroll.lockPay', { month: LAST, rev }],
    ],
    async (answers) => {
      const codes = codesOf(answers);
      expect(codes).not.toEqual(['ok', 'ok']);
      expect(['ok', 'BASES_INVALID']).toContain(codes[0]);
      expect(['ok', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(codes[1]);
    },
    BESIDE_THE_LOCK,
  ));
