import { randomUUID } from 'node:crypto';
import type { AroundRequest } from '../../../local/cloud';
import { randomChoice, randomFraction, randomInteger } from '../../../local/demo/random';
import type { FaultTarget } from '../../support/fault-injector';
import { FAULTS, type FaultKind, kindsFor } from '../../support/fault-kinds';

/** Of the requests, while faults are left; and of the calls, which are then delivered twice at once. */
const DISTURBED = 0.4;
const DELIVERED_TWICE = 0.2;
const MAX_FAULTS = 5;
/** A new worker takes long, so few are killed. One that gets no answer ends the same way, later. */
const KILLED = 0.04;

export interface RandomFaultReport {
  runs: number;
  faults: number;
  twice: number;
  mostAsks: number;
}

/**
 * Runs the call so many times, each under several faults at any of its requests, retries included, and asks again
 * until it is done.
 * @throws Error naming the run, which comes again with the same seed
 */
export async function injectAtRandom<T>(
  target: FaultTarget<T>,
  runs: number,
  seed = 1,
): Promise<RandomFaultReport> {
  const report: RandomFaultReport = { runs: 0, faults: 0, twice: 0, mostAsks: 0 };
  for (let run = 0; run < runs; run += 1) {
    const faults: string[] = [];
    try {
      await runOnce(target, [seed, run], faults, report);
    } catch (error) {
      throw new Error(`Run ${run} of seed ${seed}, ${faults.join(', ')}: ${String(error)}`, { cause: error });
    }
    report.runs += 1;
    report.faults += faults.length;
  }
  return report;
}

async function runOnce<T>(
  target: FaultTarget<T>,
  dice: readonly number[],
  faults: string[],
  report: RandomFaultReport,
): Promise<void> {
  await target.setup();
  const answer = await target.requests.during(disturb(dice, faults), async () => {
    for (let asks = 1; asks <= 2 * MAX_FAULTS; asks += 1) {
      report.mostAsks = Math.max(report.mostAsks, asks);
      const isTwice = randomFraction(...dice, asks, 'twice') < DELIVERED_TWICE;
      if (isTwice) report.twice += 1;
      const done = await ask(target, isTwice ? 2 : 1);
      if (done) return done.answer;
    }
    throw new Error('Never done.');
  });
  await target.invariant(answer);
}

/** Sends the call so many times at once; all have ended before the client asks again or looks. */
async function ask<T>(target: FaultTarget<T>, times: number): Promise<{ answer: T } | undefined> {
  const calls = Array.from({ length: times }, () => target.call(randomUUID()));
  let done: { answer: T } | undefined;
  for (const outcome of await Promise.allSettled(calls)) {
    // A call that fails as a whole is an error of the network to the client, who asks again.
    if (outcome.status === 'rejected') continue;
    const verdict = target.verdict(outcome.value);
    if (verdict === 'refused') throw new Error(`Refused: ${JSON.stringify(outcome.value)}`);
    if (verdict === 'done') done ??= { answer: outcome.value };
  }
  return done;
}

function disturb(dice: readonly number[], faults: string[]): AroundRequest {
  const most = randomInteger(1, MAX_FAULTS, ...dice, 'most');
  let requests = 0;
  return (request, proceed) => {
    requests += 1;
    if (faults.length >= most || randomFraction(...dice, requests) >= DISTURBED) return proceed();
    const kind = kindOf(request.action, [...dice, requests]);
    faults.push(`${kind} at ${request.action}`);
    return FAULTS[kind](request, proceed);
  };
}

function kindOf(action: string, dice: readonly number[]): FaultKind {
  const isSlow = (kind: FaultKind) => kind === 'killed' || kind === 'no-answer';
  if (randomFraction(...dice, 'killed') < KILLED) return 'killed';
  return randomChoice(
    kindsFor(action).filter((kind) => !isSlow(kind)),
    ...dice,
    'kind',
  );
}
