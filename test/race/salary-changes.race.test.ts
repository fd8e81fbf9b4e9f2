import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import { codesOf, type Racing, racingWith } from '../support/racing';
import { MONTH, PAY_DAY } from '../unit/cloudfunctions/support/payroll-company';
import { openidOf } from '../unit/cloudfunctions/support/request-company';
import { lineOf, salaryChangesOf } from '../unit/cloudfunctions/support/salary-changes';

jest.setTimeout(300_000);

const NOW = '2026-11-05T09:00:00+08:00';

const company = openPerFile(() => openInstrumentedPayroll(NOW));
const explore = racesIn('salary changes', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let fresh: Documents;
let waiting: Documents;
let change: { id: string; rev: number };
const openings: Record<string, string> = {};

const asking = (who: 'payroll' | 'hr2', end: string): Racing => [
  who,
  'payroll.askSalaryChange',
  { key: `salary-change-000${end}`, reason: '调薪', lines: [lineOf('staff', { from: '2026-10-01' })] },
];
const deciding = (who: 'hr2' | 'peer', verb: 'approve' | 'reject'): Racing => [
  who,
  'payroll.decideSalaryChange',
  { ...change, verb, opening: openings[who] },
];

beforeAll(async () => {
  await company.beginPaid();
  const acts = salaryChangesOf(company);
  for (const who of ['hr2', 'peer'] as const) openings[who] = await acts.openingOf(who);
  fresh = await company.everything();
  const [who, , input] = asking('payroll', '1');
  const { data } = await company.pay(who, 'askSalaryChange', input);
  change = { id: data.id, rev: data.rev };
  waiting = await company.everything();
});

const race = racingWith({
  explore,
  ask: (who, action, input, call) => company.act(openidOf(who), action, input, call),
  begin: (from: Documents) => company.begin(from),
  now: Date.parse(NOW),
});

const stateNow = async () => (await company.db.get('requests', change.id))?.state;
const versions = async () => (await salaryChangesOf(company).versionsOf('staff')).length;
const claims = async () =>
  ((await company.db.find('salary_claims')) as { claims?: object[] }[]).flatMap((each) => each.claims ?? []);
/** What was decided is what is stored, once, and nothing stays claimed. */
async function expectWhole(): Promise<void> {
  expect(await versions()).toBe((await stateNow()) === 'approved' ? 2 : 1);
  expect(await claims()).toEqual([]);
}

test('two others approve at once: one decides, and the salary is stored once', () =>
  race(waiting, [deciding('hr2', 'approve'), deciding('peer', 'approve')], async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['REQUEST_CHANGED', 'ok']);
    expect(await stateNow()).toBe('approved');
    await expectWhole();
  }));

test('one approves and another one rejects: it is the one or the other', () =>
  race(waiting, [deciding('hr2', 'approve'), deciding('peer', 'reject')], async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['REQUEST_CHANGED', 'ok']);
    await expectWhole();
  }));

test('it is withdrawn while somebody approves it: it is the one or the other', () =>
  race(waiting, [deciding('hr2', 'approve'), ['payroll', 'requests.withdraw', change]], async (answers) => {
    expect(codesOf(answers).filter((code) => code !== 'ok' && code !== 'REQUEST_CHANGED')).toEqual([]);
    expect(['approved', 'withdrawn']).toContain(await stateNow());
    await expectWhole();
  }));

test('two ask for the same person at once: one change waits, and the other one is told so', () =>
  race(fresh, [asking('payroll', '1'), asking('hr2', '2')], async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['SALARY_INVALID', 'ok']);
    expect(await company.db.count('requests', { state: 'pending' })).toBe(1);
    expect(await claims()).toHaveLength(1);
  }));

test('a salary is approved while the run works: a slip has the one or the other, and the next pass the new one', () =>
  race(
    waiting,
    [deciding('hr2', 'approve'), ['payroll', 'payroll.calculatePay', { month: MONTH, paidOn: PAY_DAY }]],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const gross = async () =>
        (await company.slipsOf(MONTH))
          .map(({ content }) => content.totals.gross)
          .sort((one, other) => other - one)[0];
      expect([2_175_000, 2_468_013]).toContain(await gross());
      await company.pay('payroll', 'calculatePay', { month: MONTH, paidOn: PAY_DAY, again: true });
      expect(await gross()).toBe(2_468_013);
    },
  ));
