import { type CompanyFaults, KINDS_WITHOUT_WAITING } from './instrumented-tests';
import type { Ask, Racing } from './racing';

interface Calls<From> {
  readonly ask: Ask;
  /** Puts the database to where every run begins. */
  readonly begin: (from: From) => Promise<unknown>;
  /** Makes the caller known to the instance, and whom the call is about. */
  readonly warmUp: (who: Racing[0]) => Promise<unknown>;
}

/** Calls of a file as faults are injected into them: from a beginning, on a warm instance, and what has to hold afterwards. */
export const callingWith =
  <From>({ ask, begin, warmUp }: Calls<From>) =>
  (from: From, [who, action, input]: Racing, invariant: CompanyFaults['invariant']): CompanyFaults => ({
    async setup() {
      await begin(from);
      await warmUp(who);
    },
    call: (requestId) => ask(who, action, input, { requestId }),
    kinds: KINDS_WITHOUT_WAITING,
    invariant,
  });
