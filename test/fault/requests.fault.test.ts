import { type FaultTarget, injectFaults } from '../support/fault-injector';
import type { FaultKind } from '../support/fault-kinds';
import { verdictOf } from '../support/instrumented-company';
import {
  beginningOf,
  expectSettled,
  letTimerSettle,
  type RequestCall,
  requestCalls,
} from '../support/request-calls';
import { type InstrumentedRequests, openInstrumentedRequests } from '../support/request-race';
import type { Answer } from '../unit/cloudfunctions/support/company';

const MORNING = '2026-11-23T09:00:00+08:00';
const MINUTE = 60_000;
/** Without those that only wait for the time limit; the verbs beside these are built of the same parts. */
const QUICK: readonly FaultKind[] = ['fails', 'answer-lost', 'conflict', 'conflict-thrice'];
const EVERY_KIND = new Set(['submit, into the account', 'approve', 'withdraw', 'cancel']);

let company: InstrumentedRequests;
let runs = 0;
beforeAll(async () => {
  company = await openInstrumentedRequests(MORNING);
});
afterAll(async () => {
  console.info(`requests: ${runs} faults`);
  await company.close();
});

/** Until the client has its answer, then the timer: everything has happened, and once. */
async function faultsOf(of: RequestCall): Promise<FaultTarget<Answer>> {
  const { title, call, state, messages, requests = 1 } = of;
  company.clock.set(Date.parse(MORNING));
  const beginning = await beginningOf(company, of);
  let late = 0;
  return {
    requests: company.requests,
    kinds: EVERY_KIND.has(title) ? undefined : QUICK,
    async setup() {
      await company.begin(beginning);
      // A cold instance: what it remembers is older than it may be.
      late += 2 * MINUTE;
      company.clock.set(Date.parse(MORNING) + late);
    },
    call: (requestId) => company.ask(...call, { requestId }),
    verdict: (answer) => {
      const [only] = answer.data?.results ?? [];
      return verdictOf(only?.error ? { ...answer, ok: false, error: only.error } : answer);
    },
    async invariant(answer) {
      expect(answer.data.state ?? state).toBe(state);
      await letTimerSettle(company);
      expect(await company.db.count('requests')).toBe(requests);
      await expectSettled(company);
      const told = await company.db.find('messages');
      const counted = Object.keys(messages).map((event) => [
        event,
        told.filter((each) => each.event === event).length,
      ]);
      expect(Object.fromEntries(counted)).toEqual(messages);
    },
  };
}

const TITLES = [
  'submit, into the account',
  'submit, without the account',
  'resubmit',
  'approve',
  'reject',
  'return',
  'approve, a step in between',
  'decideMany',
  'withdraw',
  'transfer',
  'urge',
  'cancel',
  'approve, a cancelling request',
];

test('every call is on the list', () => {
  expect(requestCalls(company).map(({ title }) => title)).toEqual(TITLES);
});

test.each(TITLES)('%s: every fault at every request, then the retries of the phone', async (title) => {
  const of = requestCalls(company).find((each) => each.title === title);
  if (!of) throw new Error(`Nothing is known of ${title}.`);
  const report = await injectFaults(await faultsOf(of));
  expect(report.points.length).toBeGreaterThan(2);
  runs += report.runs;
});
