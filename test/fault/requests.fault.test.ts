import { EVERY_VERB, LONG_TIMEOUT_MS } from '../soak/counts';
import type { FaultKind } from '../support/fault-kinds';
import { faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { requestCalls } from '../support/request-calls';
import { requestFaults } from '../support/request-faults';
import { openInstrumentedRequests } from '../support/request-race';

jest.setTimeout(LONG_TIMEOUT_MS);

const MORNING = '2026-11-23T09:00:00+08:00';
/** The parts of which the other verbs are built. */
const EVERY_KIND = new Set(['submit, into the account', 'approve', 'withdraw']);
/** Of these others, what has no instance to start anew; the soak lets them have everything. */
const QUICK: readonly FaultKind[] = ['answer-lost', 'conflict-thrice'];

const company = openPerFile(() => openInstrumentedRequests(MORNING));
const inject = faultsIn('requests', company);

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
  company.clock.set(Date.parse(MORNING));
  const { points } = await inject(
    await requestFaults(company, of, EVERY_VERB || EVERY_KIND.has(title) ? undefined : QUICK),
  );
  expect(points.length).toBeGreaterThan(2);
});
