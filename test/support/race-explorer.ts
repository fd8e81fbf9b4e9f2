import { randomUUID } from 'node:crypto';
import { RequestGate, type Step } from './request-gate';
import type { RequestSwitch } from './request-switch';
import {
  type Choice,
  choose,
  nameOf,
  nextPlan,
  type Plan,
  planOf,
  randomPlans,
  scheduleOf,
} from './schedules';

/** Starts one call of a function under the given request id. */
export type RacingCall<T> = (requestId: string) => Promise<T>;

export interface Race<T> {
  readonly requests: RequestSwitch;
  /** Puts the database back to where every schedule begins. */
  setup(): Promise<void>;
  /** They begin together. The cloud needs a worker for each. */
  readonly calls: readonly RacingCall<T>[];
  /** Runs instead of the calls to warm the instances up; the calls themselves, if absent. */
  readonly warmUp?: readonly RacingCall<unknown>[];
  /** Throws, or expects in vain, if what the calls have left behind or answered is wrong. */
  invariant(outcomes: readonly PromiseSettledResult<T>[]): Promise<void> | void;
  /** Half of it, at most, goes in depth first; the rest by chance, if the schedules are more. */
  readonly maxSchedules?: number;
  readonly seed?: number;
}

export interface RaceReport {
  /** Different ones that were run; depth first, those that only swap requests that do not touch are left out. */
  readonly schedules: number;
  /** Whether these were all there are. */
  readonly exhaustive: boolean;
  readonly shortest: number;
  readonly longest: number;
}

/** A schedule after which the invariant did not hold; `replay` runs it again. */
export class RaceFound extends Error {
  constructor(
    readonly schedule: string,
    readonly steps: readonly Step[],
    cause: unknown,
  ) {
    const lines = steps.map(
      ({ call, request: { ordinal, action, collection } }) =>
        `  ${nameOf([call])}${ordinal} ${action} ${collection ?? ''}`,
    );
    super(`Schedule ${schedule} breaks the invariant:\n${lines.join('\n')}\n${String(cause)}`, { cause });
    this.name = 'RaceFound';
  }
}

/**
 * Runs the calls through every order of their requests to the cloud, each schedule from the same database, with
 * warm instances: before the first one they have all run three times.
 * @throws RaceFound with the first schedule that breaks the invariant
 */
export async function explore<T>(race: Race<T>): Promise<RaceReport> {
  const { maxSchedules = 500, seed = 1 } = race;
  await warmUp(race);
  const seen = new Map<string, number>();
  const runAndNote = async (next: Plan): Promise<readonly Choice[]> => {
    const { schedule, choices } = await runChecked(race, next);
    seen.set(schedule, schedule.length);
    return choices;
  };
  let plan: Plan | undefined = planOf([]);
  for (let left = maxSchedules / 2; plan && left >= 1; left -= 1) plan = nextPlan(await runAndNote(plan));
  const random = randomPlans(seed);
  if (plan) for (let left = maxSchedules / 2; left >= 1; left -= 1) await runAndNote(random());
  const lengths = [...seen.values()];
  return {
    schedules: seen.size,
    exhaustive: plan === undefined,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
  };
}

/** Runs one schedule, such as that of a `RaceFound`. @throws RaceFound; Error if the calls do not fit it */
export async function replay<T>(race: Race<T>, schedule: string): Promise<void> {
  await warmUp(race);
  await runChecked(race, planOf(scheduleOf(schedule)));
}

/** Runs the calls once, each on an instance of its own: none goes on before all have begun. */
export async function runTogether(race: Pick<Race<unknown>, 'requests' | 'calls'>): Promise<void> {
  await run({ ...race, setup: async () => undefined, invariant: () => undefined }, planOf([]));
}

/**
 * All begin before any goes on, so that each has an instance of its own. One after the other, from either end, and
 * in turn: whichever instance takes a call, it has then also read what only the one that comes first reads.
 */
async function warmUp(race: Race<unknown>): Promise<void> {
  const warm = (pick: Plan['pick']) =>
    run({ ...race, calls: race.warmUp ?? race.calls }, { prefix: [], pick });
  await warm((among) => among[0] ?? 0);
  await warm((among) => among.at(-1) ?? 0);
  let turn = 0;
  await warm((among) => among[turn++ % among.length] ?? 0);
}

async function runChecked<T>(race: Race<T>, plan: Plan) {
  const { choices, steps, outcomes } = await run(race, plan);
  const schedule = nameOf(steps.map(({ call }) => call));
  try {
    await race.invariant(outcomes);
  } catch (error) {
    throw new RaceFound(schedule, steps, error);
  }
  return { schedule, choices };
}

async function run<T>({ requests, setup, calls }: Race<T>, plan: Plan) {
  await setup();
  const requestIds = calls.map(() => randomUUID());
  const gate = new RequestGate(requestIds);
  return requests.during(gate.around, async () => {
    const working = calls.map((call, index) => gate.follow(index, call(requestIds[index] ?? '')));
    const settled = Promise.allSettled(working);
    const choices: Choice[] = [];
    const steps: Step[] = [];
    let isNew = true;
    for (let among = await gate.waiting(); among.size > 0; among = await gate.waiting()) {
      const choice = isNew ? choose(among, plan, choices) : undefined;
      if (choice) choices.push(choice);
      else isNew = false;
      const [anybody = 0] = among.keys();
      steps.push(await gate.letThrough(choice?.taken ?? anybody));
    }
    return { choices, steps, outcomes: await settled };
  });
}
