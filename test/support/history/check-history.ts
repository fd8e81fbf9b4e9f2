import { isDeepStrictEqual } from 'node:util';
import type { Anomaly } from './anomaly';
import { problemsOfCommits, problemsOfEnd } from './check-commits';
import { placeSingle, placeTransaction } from './check-operations';
import { type History, marksOf, type Operation } from './history';
import { type Read, type Written, walk } from './order';
import { Timeline } from './timeline';

/**
 * Whether one serial order explains everything that clients saw: operations outside of transactions one after the
 * other, each between its question and its answer; transactions on the snapshot of their beginning, with the first
 * committer winning (so that write skew is allowed). The order of the commits is the database's own; it is not
 * believed but verified, against a model of the database and against the clock.
 */
export function checkHistory(history: History): Anomaly[] {
  const timeline = new Timeline(history.initial, history.commits);
  const anomalies = [...problemsOfCommits(history, timeline), ...problemsOfEnd(history, timeline)];
  const report = (anomaly: Anomaly) => anomalies.push(anomaly);
  const writes: Written[] = [];
  const reads: Read[] = [];
  for (const operation of history.operations) {
    const commit = commitOf(operation, timeline);
    if (commit !== undefined) writes.push(written(operation, commit, report));
    if (operation.kind === 'transaction') reads.push(placeTransaction(operation, commit, timeline, report));
    else reads.push(...placeSingle(operation, commit, timeline, report));
  }
  walk(writes, reads, timeline.last);
  return anomalies;
}

function written(operation: Operation, commit: number, report: (anomaly: Anomaly) => void): Written {
  const span = operation.kind === 'single' ? operation.span : operation.ending;
  const text = `${JSON.stringify(operation)} is commit ${commit}`;
  return {
    span,
    commit,
    onTooEarly: (floor) => report({ kind: 'real-time', text: `${text}, but state ${floor} was seen before` }),
  };
}

/** The commit that an operation made, by its marks or by the versions that it removed. */
function commitOf(operation: Operation, timeline: Timeline): number | undefined {
  for (const mark of marksOf(operation)) {
    const commit = timeline.commitOf(mark);
    if (commit !== undefined) return commit;
  }
  if (operation.kind === 'transaction' && operation.end !== 'committed') return undefined;
  for (const { act, answer } of operation.kind === 'single' ? [operation] : operation.steps) {
    const isRemoval = act.kind === 'remove' && isDeepStrictEqual(answer, 1);
    const commit = isRemoval ? timeline.removalOf(act.id, act.expected) : undefined;
    if (commit !== undefined) return commit;
  }
  return undefined;
}
