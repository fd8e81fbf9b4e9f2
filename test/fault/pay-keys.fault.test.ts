import { faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { MONTH, PAID, payrollCompany, payrollSeed } from '../unit/cloudfunctions/support/payroll-company';
import { openRequestCompany, PEOPLE } from '../unit/cloudfunctions/support/request-company';

jest.setTimeout(300_000);

/** The timer that writes pay anew under the newest key dies at each of its requests and comes by again. */

const keyOf = (id: string, byte: number) => `${id}=${Buffer.alloc(32, byte).toString('base64')}`;
const [OLD, NEW] = [keyOf('k1', 1), keyOf('k2', 2)];
const NOW = '2026-11-05T09:00:00+08:00';
/** Longer than whoever died keeps a run for themselves. */
const LEASE = 90_001;

type Documents = Record<string, Record<string, unknown>[]>;

const company = openPerFile(() =>
  openInstrumentedPayroll(NOW, {
    ...{ maxWorkers: 1, variables: { payroll: { FIELD_KEYS: `${NEW},${OLD}` } } },
  }),
);
const inject = faultsIn('pay-keys', company);

/** A month that was paid under the older key. */
async function paidMonth(): Promise<Documents> {
  const variables = { payroll: { FIELD_KEYS: OLD } };
  const opened = payrollCompany(await openRequestCompany(NOW, { variables, seed: payrollSeed() }), OLD);
  for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  const bases = {
    from: '2026-07',
    insurance: 2_000_000,
    fund: 2_000_000,
    isLocal: false,
    isPensioner: false,
  };
  const entries = [{ employeeId: PEOPLE.staff, ...bases }];
  for (const { ok } of [
    await opened.pay('payroll', 'saveBases', { entries }),
    await opened.calculate(),
    await opened.lock(),
    await opened.publish(),
  ])
    expect(ok).toBe(true);
  const names = opened.db.collectionNames();
  const found = await Promise.all(names.map(async (name) => [name, await opened.db.find(name)] as const));
  await opened.close();
  return Object.fromEntries(found) as Documents;
}

/** Everything but the ciphertexts, and what the timer tells and remembers beside them. */
const plain = ({ messages: _, payroll_runs: runs = [], ...documents }: Documents): string =>
  JSON.stringify({ ...documents, runs: runs.map(({ telling: __, ...run }) => run) }).replace(
    /sealed[12]\.[A-Za-z0-9._-]+/g,
    'sealed',
  );
const sealedBy = (documents: Documents, key: string): number =>
  JSON.stringify(documents).match(new RegExp(`sealed[12]\\.${key}\\.`, 'g'))?.length ?? 0;

test('every text is written anew once, nothing else changes, and all of it is read as before', async () => {
  const old = await paidMonth();
  const texts = sealedBy(old, 'k1');
  expect(texts).toBeGreaterThan(8);
  const seen = async () => (await company.pay('payroll', 'previewPay', { month: MONTH })).data.items;
  await company.begin(old);
  const before = await seen();
  expect(before).toHaveLength(PAID.length);
  const report = await inject({
    async setup() {
      await company.begin(old);
      // Warms up everything that the timer reads.
      await tick();
      await company.restore(old);
      // What is kept for a minute is read again, every time.
      company.clock.set(Date.parse(NOW) + 2 * LEASE);
    },
    async call(requestId) {
      const answer = await tick(requestId);
      company.clock.advance(LEASE);
      const isWaiting = answer.ok && sealedBy(await company.everything(), 'k1') > 0;
      return isWaiting ? ({ ...answer, ok: false, error: { code: 'BUSY', data: {} } } as Answer) : answer;
    },
    kinds: KINDS_WITHOUT_WAITING,
    async invariant() {
      const after = await company.everything();
      expect(sealedBy(after, 'k2')).toBe(texts);
      expect(plain(after)).toBe(plain(old));
      // Once more writes nothing.
      await tick();
      expect(await company.everything()).toEqual(after);
      expect(await seen()).toEqual(before);
    },
  });
  // A read and a write of each kind of record that the month has.
  for (const name of ['salaries', 'payslips', 'payroll_runs', 'insurance_bases', 'contributions'])
    expect(report.points).toContain(`database.modifyDocument ${name}`);
});

async function tick(requestId?: string): Promise<Answer> {
  const as = { kind: 'timer', name: 'payroll' } as const;
  const event = { Type: 'Timer', TriggerName: 'payroll', Time: '' };
  return (await company.invoke('payroll', event, { as, ...(requestId && { requestId }) })).result as Answer;
}
