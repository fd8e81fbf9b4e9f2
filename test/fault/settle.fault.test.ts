import type { AroundRequest } from '../../local/cloud';
import { type FaultTarget, injectFaults } from '../support/fault-injector';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { openPerFile } from '../support/open';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { workedDays } from '../unit/cloudfunctions/support/worked-days';

const MONTH = '2026-10';
const NOW = Date.parse('2026-11-02T09:00:00+08:00');
/** Longer than a unit keeps the month for itself. */
const LATER = 91_000;

const company = openPerFile(() => openInstrumentedCompany('2026-11-02T09:00:00+08:00'));

/** Everybody but three people left before the month, so that a run is short. */
const PEOPLE = ['E0001', 'E0002', 'E0003'];
let asked = 0;
let late = 0;

const settling: Omit<FaultTarget<Answer>, 'requests'> = {
  async setup() {
    asked = 0;
    // A cold instance: what it remembers is older than it may be.
    late += 10 * LATER;
    company.clock.set(NOW + late);
    await company.reset({ attendance_days: workedDays('E0001', MONTH) });
    await company.db.updateMany('employees', { _id: { $nin: PEOPLE } }, { $set: { leftOn: '2026-09-30' } });
  },
  call(requestId) {
    if (asked > 0) company.clock.advance(LATER);
    asked += 1;
    return company.act('console', 'settle', { month: MONTH }, { requestId });
  },
  verdict: ({ ok, data, error }) => {
    if (ok) return data.state === 'done' ? 'done' : 'again';
    return ['BUSY', 'INTERNAL'].includes(error?.code ?? '') ? 'again' : 'refused';
  },
  async invariant(answer) {
    expect(answer.data).toMatchObject({ state: 'done', people: 3, waiting: 0 });
    const settled = await company.db.find('settled_months');
    expect(settled.map(({ _id }) => _id).sort()).toEqual(PEOPLE.map((id) => `${id}:${MONTH}`));
    expect(settled.map(({ rev }) => rev)).toEqual([1, 1, 1]);
    expect(settled.find(({ employeeId }) => employeeId === 'E0001')).toMatchObject({
      totals: { attended: 17, absent: 1 },
    });
    expect(await company.db.count('settlements')).toBe(1);
  },
};

test('a settlement with every fault at every request, gone on with until it is done', async () => {
  const report = await injectFaults({ ...settling, requests: company.requests });
  expect(report.points).toEqual(
    expect.arrayContaining([
      'database.insertDocument settlements',
      'database.modifyDocument settlements',
      'database.insertDocument settled_months',
    ]),
  );
  console.info(`settle: ${report.runs} faults`);
});

test('somebody who is settled by another call in between is written once, and the others of the page are written too', async () => {
  await settling.setup();
  const theirs = { _id: `E0002:${MONTH}`, employeeId: 'E0002', month: MONTH, rev: 7 };
  let met = 0;
  const meet: AroundRequest = async (request, proceed) => {
    if (request.action === 'database.insertDocument' && request.collection === 'settled_months') {
      if (met === 0) await company.db.insertMany('settled_months', [theirs]);
      met += 1;
    }
    return proceed();
  };
  const answer = await company.requests.during(meet, () => settling.call('race-of-two-0001'));
  expect(answer.data).toMatchObject({ state: 'done', people: 3 });
  const settled = await company.db.find('settled_months');
  expect(settled.map(({ _id, rev }) => [_id, rev]).sort()).toEqual([
    [`E0001:${MONTH}`, 1],
    [`E0002:${MONTH}`, 7],
    [`E0003:${MONTH}`, 1],
  ]);
  // All at once in vain, then one by one.
  expect(met).toBe(1 + PEOPLE.length);
});
