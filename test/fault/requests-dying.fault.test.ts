import { randomUUID } from 'node:crypto';
import { EVERY_VERB } from '../soak/counts';
import {
  expectSettled,
  type RequestCall,
  requestCalls,
  runTimerUntilSettled,
  startOf,
} from '../support/request-calls';
import { type InstrumentedRequests, openInstrumentedRequests } from '../support/request-race';

const MORNING = '2026-11-23T09:00:00+08:00';

let company: InstrumentedRequests;
let kills = 0;
beforeAll(async () => {
  company = await openInstrumentedRequests(MORNING);
});
afterAll(async () => {
  console.info(`requests: ${kills} kills`);
  await company.close();
});

/** The function dies right after its n-th request took effect. @returns whether it came so far */
async function killAfter({ call }: RequestCall, ordinal: number): Promise<boolean> {
  const requestId = randomUUID();
  let died = false;
  const [answer] = await company.requests.during(
    async (request, proceed) => {
      if (request.requestId !== requestId || request.ordinal !== ordinal) return proceed();
      died = true;
      await proceed();
      request.killWorker();
      return new Promise<never>(() => undefined);
    },
    () => Promise.allSettled([company.ask(...call, { requestId })]),
  );
  expect(answer.status).toBe(died ? 'rejected' : 'fulfilled');
  return died;
}

const PARTS = ['submit, into the account', 'approve', 'withdraw', 'cancel'];
/** Built of the same parts. */
const OTHERS = ['submit, without the account', 'resubmit', 'reject', 'approve, a cancelling request'];

test.each(EVERY_VERB ? [...PARTS, ...OTHERS] : PARTS)(
  '%s: killed at each of its requests, nobody retries, and the timer completes it',
  async (title) => {
    const of = requestCalls(company).find((each) => each.title === title);
    if (!of) throw new Error(`Nothing is known of ${title}.`);
    const beginning = await startOf(company, of);
    for (let ordinal = 1, died = true; died; ordinal += 1) {
      await company.begin(beginning);
      died = await killAfter(of, ordinal);
      await runTimerUntilSettled(company);
      await expectSettled(company);
      kills += 1;
    }
  },
);
