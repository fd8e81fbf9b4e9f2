import { PERFORMANCE_SCHEDULES } from '../soak/counts';
import type { Answer } from '../unit/cloudfunctions/support/company';
import type { Who } from '../unit/cloudfunctions/support/request-company';
import { answersOf, type CompanyRace, type racesIn } from './instrumented-tests';

/** A call of a race or under a fault: who makes it, and what is asked. */
export type Racing = readonly [who: Who, action: string, input: object];

/** Makes a call as the instruments need it. */
export type Ask = (
  who: Who,
  action: string,
  input: object,
  call: { readonly requestId: string; readonly now?: number },
) => Promise<Answer>;

interface Races<From> {
  readonly explore: ReturnType<typeof racesIn>;
  readonly ask: Ask;
  /** Puts the database to where every schedule begins. */
  readonly begin: (from: From) => Promise<unknown>;
  readonly now: number;
  /** Before what is there is looked at, such as a run of the timer. */
  readonly settle?: () => Promise<unknown>;
}

/** Instances are warmed up this much earlier, and stay warm for a minute, ms. */
const WARM_MS = 30_000;

/** The races of a file: calls from the same beginning in every order of their requests, then what has to hold. */
export function racingWith<From>({ explore, ask, begin, now, settle }: Races<From>) {
  return async (
    from: From,
    calls: readonly Racing[],
    check: (answers: readonly Answer[]) => Promise<void> | void,
    maxSchedules = PERFORMANCE_SCHEDULES,
  ): Promise<void> => {
    const at = (instant: number): CompanyRace['calls'] =>
      calls.map(
        ([who, action, input]) =>
          (requestId) =>
            ask(who, action, input, { requestId, now: instant }),
      );
    await explore({
      setup: async () => {
        await begin(from);
      },
      calls: at(now),
      warmUp: at(now - WARM_MS),
      maxSchedules,
      async invariant(outcomes) {
        await settle?.();
        await check(answersOf(outcomes));
      },
    });
  };
}

/** What each of them was told: `ok`, or the code of the error. */
export const codesOf = (answers: readonly Answer[]): string[] =>
  answers.map(({ ok, error }) => (ok ? 'ok' : String(error?.code)));
