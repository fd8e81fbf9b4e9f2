import { randomUUID } from 'node:crypto';
import type { AroundRequest, SdkRequest } from '../../local/cloud';
import { FAULT_POINTS } from '../soak/counts';
import { FAULTS, type FaultKind, kindsFor, timesOf } from './fault-kinds';
import type { RequestSwitch } from './request-switch';

export interface FaultTarget<T> {
  readonly requests: RequestSwitch;
  /** Puts the database, the clock and the warmth of the instance back to where every run begins. */
  setup(): Promise<void>;
  /** Makes the call once, under the given request id: the first time, and again as the client would. */
  call(requestId: string): Promise<T>;
  /** What a client does with an answer: it is done, it asks again, or it takes a refusal as the last word. */
  verdict(answer: T): 'done' | 'again' | 'refused';
  /** Throws, or expects in vain, if what the call has left behind or answered in the end is wrong. */
  invariant(answer: T): Promise<void> | void;
  /** All that are worth a run at a request, if absent. */
  readonly kinds?: readonly FaultKind[];
  /** Requests of a call at which every kind is tried; of a longer call in turns. */
  readonly pointsOfEveryKind?: number;
  /** Asks of one client after the first. */
  readonly maxRetries?: number;
}

export interface FaultReport {
  /** Requests of an undisturbed call: the points at which faults were put. */
  readonly points: readonly string[];
  /** Points × kinds. */
  readonly runs: number;
  /** Most asks again until the call was done. */
  readonly mostRetries: number;
}

/** A fault after which the call does not converge, or leaves something wrong. */
export class FaultFound extends Error {
  constructor(
    readonly ordinal: number,
    readonly kind: FaultKind,
    point: string,
    cause: unknown,
  ) {
    super(`${kind} at request ${ordinal} (${point}): ${String(cause)}`, { cause });
    this.name = 'FaultFound';
  }
}

/**
 * Runs the call once undisturbed, then once per request and kind of fault, each from the same beginning, and asks
 * again until it is done. Every fault is tried, so that one report names all that is wrong.
 * @throws AggregateError of FaultFound; Error if the undisturbed call fails
 */
export async function injectFaults<T>(target: FaultTarget<T>): Promise<FaultReport> {
  const points = await undisturbed(target);
  const found: FaultFound[] = [];
  const inTurn = turnsOf(points.length / (target.pointsOfEveryKind ?? FAULT_POINTS));
  let runs = 0;
  let mostRetries = 0;
  for (const [index, { action, collection }] of points.entries()) {
    const kinds = kindsFor(action).filter((each) => target.kinds?.includes(each) ?? true);
    for (const kind of inTurn(kinds)) {
      runs += 1;
      try {
        mostRetries = Math.max(mostRetries, await disturbed(target, index + 1, kind));
      } catch (error) {
        found.push(new FaultFound(index + 1, kind, `${action} ${collection ?? ''}`, error));
      }
    }
  }
  if (found.length > 0)
    throw new AggregateError(
      found,
      [`${found.length} of ${runs}:`, ...found.map(({ message }) => message)].join('\n'),
    );
  return {
    points: points.map(({ action, collection }) => `${action} ${collection ?? ''}`.trim()),
    runs,
    mostRetries,
  };
}

/**
 * The kinds that are tried at the next request. Of a long call each request gets some, the next one of its sort
 * others, so that each request and each kind has its turn; the soak tries all of them.
 */
function turnsOf(turns: number): (kinds: readonly FaultKind[]) => readonly FaultKind[] {
  // Reads and writes often take turns themselves, so each sort counts on its own.
  const before = new Map<number, number>();
  return (kinds) => {
    const turn = before.get(kinds.length) ?? 0;
    before.set(kinds.length, turn + 1);
    const step = Math.min(kinds.length, Math.ceil(turns));
    return kinds.filter((_, at) => (turn + at) % step === 0);
  };
}

async function undisturbed<T>(target: FaultTarget<T>): Promise<SdkRequest[]> {
  await target.setup();
  const requestId = randomUUID();
  const points: SdkRequest[] = [];
  const watch: AroundRequest = (request, proceed) => {
    if (request.origin === requestId) points.push(request);
    return proceed();
  };
  const answer = await target.requests.during(watch, () => target.call(requestId));
  if (target.verdict(answer) !== 'done')
    throw new Error(`Refused without a fault: ${JSON.stringify(answer)}`);
  await target.invariant(answer);
  return points;
}

/** What a call leaves to another one may begin after the answer on a busy machine, so it is tried again. */
const MAX_TRIALS = 3;

async function disturbed<T>(target: FaultTarget<T>, ordinal: number, kind: FaultKind): Promise<number> {
  for (let trial = 1; ; trial += 1) {
    const retries = await disturbedOnce(target, ordinal, kind);
    if (retries !== null) return retries;
    if (trial < MAX_TRIALS) continue;
    // What an instance remembers may have ended in the first call only: then there is no such request to disturb.
    if ((await undisturbed(target)).length < ordinal) return 0;
    throw new Error('The call did not come to this request.');
  }
}

/** @returns how often the call was repeated; null if it did not come to the request */
async function disturbedOnce<T>(
  target: FaultTarget<T>,
  ordinal: number,
  kind: FaultKind,
): Promise<number | null> {
  await target.setup();
  const requestId = randomUUID();
  const { around, hits } = faultAt(requestId, ordinal, kind);
  let asked = await target.requests.during(around, () => ask(target, requestId));
  if (hits() === 0) return null;
  let retries = 0;
  for (; asked === 'again'; retries += 1) {
    if (retries === (target.maxRetries ?? 4)) throw new Error(`Not done after ${retries} retries.`);
    asked = await ask(target, randomUUID());
  }
  await target.invariant(asked.answer);
  return retries;
}

/** A call that fails as a whole is an error of the network to the client, who asks again. */
async function ask<T>(target: FaultTarget<T>, requestId: string): Promise<{ answer: T } | 'again'> {
  const answers = await Promise.allSettled([target.call(requestId)]);
  const [answer] = answers;
  if (answer.status === 'rejected') return 'again';
  const verdict = target.verdict(answer.value);
  if (verdict === 'refused') throw new Error(`Refused: ${JSON.stringify(answer.value)}`);
  return verdict === 'done' ? { answer: answer.value } : 'again';
}

function faultAt(requestId: string, ordinal: number, kind: FaultKind) {
  let action: string | undefined;
  let count = 0;
  const around: AroundRequest = (request, proceed) => {
    const due = request.origin === requestId && request.ordinal >= ordinal && count < timesOf(kind);
    if (!due || (action !== undefined && action !== request.action)) return proceed();
    action = request.action;
    count += 1;
    return FAULTS[kind](request, proceed);
  };
  return { around, hits: () => count };
}
