import type { Answer } from '../unit/cloudfunctions/support/company';
import type { FaultTarget } from './fault-injector';
import type { FaultKind } from './fault-kinds';
import { verdictOf } from './instrumented-company';
import { expectSettled, type RequestCall, runTimerUntilSettled, startOf } from './request-calls';
import type { InstrumentedRequests } from './request-race';

const MINUTE = 60_000;

/** Until the client has its answer, then the timer: everything has happened, and once. */
export async function requestFaults(
  company: InstrumentedRequests,
  of: RequestCall,
  kinds?: readonly FaultKind[],
): Promise<FaultTarget<Answer>> {
  const { call, state, messages, requests = 1 } = of;
  const morning = company.clock.now();
  const beginning = await startOf(company, of);
  let late = 0;
  return {
    requests: company.requests,
    kinds,
    async setup() {
      await company.begin(beginning);
      // A cold instance: what it remembers is older than it may be.
      late += 2 * MINUTE;
      company.clock.set(morning + late);
    },
    call: (requestId) => company.ask(...call, { requestId }),
    verdict: (answer) => {
      const [only] = answer.data?.results ?? [];
      return verdictOf(only?.error ? { ...answer, ok: false, error: only.error } : answer);
    },
    async invariant(answer) {
      expect(answer.data.state ?? state).toBe(state);
      await runTimerUntilSettled(company);
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
