import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import { openidOf, PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';
import { lineOf, salaryChangesOf } from '../unit/cloudfunctions/support/salary-changes';

jest.setTimeout(300_000);

const NOW = '2026-11-05T09:00:00+08:00';
/** Longer than a call may run: the timer takes what is older for dead. */
const DEAD = 61_000;

const company = openPerFile(() => openInstrumentedPayroll(NOW, { maxWorkers: 1 }));
const inject = faultsIn('salary changes', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let fresh: Documents;
let waiting: Documents;
let change: { id: string; rev: number };
let opening: string;
/** Two people, so that a kill may come between them. */
const LINES = [lineOf('staff'), lineOf('payroll')];
const asking = { key: 'salary-change-0001', reason: '年度调薪', lines: LINES };

beforeAll(async () => {
  await company.beginPaid();
  opening = await salaryChangesOf(company).openingOf('peer');
  fresh = await company.everything();
  const { data } = await company.pay('hr2', 'askSalaryChange', asking);
  change = { id: data.id, rev: data.rev };
  waiting = await company.everything();
});

const calling = (
  [who, action, input]: readonly [Who, string, () => object],
  from: () => Documents,
  invariant: CompanyFaults['invariant'],
): CompanyFaults => ({
  async setup() {
    await company.begin(from());
    // Warms up everything that the call reads, so that every run makes the same requests.
    await company.act(openidOf(who), action, input());
    await company.begin(from());
  },
  call: (requestId) => company.act(openidOf(who), action, input(), { requestId }),
  kinds: KINDS_WITHOUT_WAITING,
  invariant,
});

const acts = () => salaryChangesOf(company);
const claimed = async () => {
  const [found] = (await company.db.find('salary_claims')) as { claims?: { employeeId: string }[] }[];
  return (found?.claims ?? []).map(({ employeeId }) => employeeId).sort();
};
const told = (event: string) => company.db.count('messages', { event });
/** Both salaries have the version of the request once, and nothing is claimed any more. */
async function expectApplied(): Promise<void> {
  for (const who of ['staff', 'payroll'] as const) {
    const marks = (await acts().versionsOf(who)).flatMap(({ mark }) => mark?.requestId ?? []);
    expect([who, marks]).toEqual([who, [change.id]]);
  }
  expect(await claimed()).toEqual([]);
  expect(await told('request.approved')).toBe(1);
}
async function expectUntouched(): Promise<void> {
  for (const who of ['staff', 'payroll'] as const) expect(await acts().versionsOf(who)).toHaveLength(1);
  expect(await claimed()).toEqual([]);
}

const deciding = (verb: string) => () => ({ ...change, verb, opening });

test('approved: each salary has it once, and nothing is claimed, after every fault', async () => {
  const { points } = await inject(
    calling(['peer', 'payroll.decideSalaryChange', deciding('approve')], () => waiting, expectApplied),
  );
  expect(points).toEqual(expect.arrayContaining(['database.modifyDocument salaries']));
});

test('rejected: nothing is stored or claimed, after every fault', async () => {
  await inject(
    calling(['peer', 'payroll.decideSalaryChange', deciding('reject')], () => waiting, expectUntouched),
  );
});

/** Kills the call at one of its requests, once that has taken effect. @returns whether it came so far */
async function killedAt(ordinal: number, call: (requestId: string) => Promise<unknown>): Promise<boolean> {
  const requestId = `killed-call-${String(ordinal).padStart(8, '0')}`;
  let isKilled = false;
  const dying = company.requests.during(
    async (request, proceed) => {
      if (isKilled || request.origin !== requestId || request.ordinal < ordinal) return proceed();
      isKilled = true;
      const answer = await proceed();
      request.killWorker();
      return answer;
    },
    () => call(requestId),
  );
  await Promise.allSettled([dying]);
  return isKilled;
}

test('asked for: one request, one claim, one message, wherever the call was killed before it was made again', async () => {
  let kills = 0;
  for (let ordinal = 1; ; ordinal += 1) {
    await company.begin(fresh);
    const call = (requestId: string) => company.pay('hr2', 'askSalaryChange', asking, { requestId });
    if (!(await killedAt(ordinal, call))) break;
    kills += 1;
    expect((await call(`again-after-kill-${String(ordinal).padStart(4, '0')}`)).data).toMatchObject(change);
    expect(await company.db.find('requests')).toMatchObject([{ _id: change.id, rev: 1, state: 'pending' }]);
    expect(await claimed()).toEqual([PEOPLE.staff, PEOPLE.payroll].sort());
    expect(await told('request.waiting')).toBe(1);
  }
  expect(kills).toBeGreaterThan(10);
});

test('withdrawn: nothing is stored or claimed, wherever the call was killed before it was made again', async () => {
  for (let ordinal = 1; ; ordinal += 1) {
    await company.begin(waiting);
    const call = (requestId: string) =>
      company.act(openidOf('hr2'), 'requests.withdraw', change, { requestId });
    if (!(await killedAt(ordinal, call))) break;
    expect((await call(`again-after-kill-${String(ordinal).padStart(4, '0')}`)).data.state).toBe('withdrawn');
    await expectUntouched();
  }
});

test('a call that is killed anywhere and not made again: the timer stores what was approved, or nothing was', async () => {
  let [kills, stored] = [0, 0];
  for (let ordinal = 1; ; ordinal += 1) {
    await company.begin(waiting);
    const call = (requestId: string) =>
      company.act(openidOf('peer'), 'payroll.decideSalaryChange', deciding('approve')(), { requestId });
    if (!(await killedAt(ordinal, call))) break;
    kills += 1;
    company.clock.advance(DEAD);
    // The timer of requests has no key of pay, and leaves it to that of payroll.
    await company.timers.runNow('requests');
    await company.timers.runNow('payroll');
    const { state, effects } = (await company.db.get('requests', change.id)) as Record<string, string>;
    if (state === 'approved') {
      stored += 1;
      expect(effects).toBe('done');
      await expectApplied();
    } else expect(await acts().versionsOf('staff')).toHaveLength(1);
  }
  console.info(`salary changes: killed at ${kills} requests, ${stored} of them after the decision`);
  expect(stored).toBeGreaterThan(3);
});

test('who died after the claim and before the request keeps nobody from asking for longer than a call may run', async () => {
  await company.begin(fresh);
  const requestId = 'killed-asking-0001';
  const dying = company.requests.during(
    async (request, proceed) => {
      const answer = await proceed();
      const isClaim = request.collection === 'salary_claims' && (await claimed()).length > 0;
      if (request.origin === requestId && isClaim) request.killWorker();
      return answer;
    },
    () => company.pay('hr2', 'askSalaryChange', asking, { requestId }),
  );
  await Promise.allSettled([dying]);
  expect(await company.db.find('requests')).toEqual([]);
  expect(await claimed()).toHaveLength(2);
  const again = () => acts().ask('payroll', [lineOf('staff')], 'salary-change-0002');
  expect((await again()).error).toMatchObject({ code: 'SALARY_INVALID', data: { rule: 'waiting' } });
  company.clock.advance(DEAD);
  expect((await again()).data.state).toBe('pending');
});
