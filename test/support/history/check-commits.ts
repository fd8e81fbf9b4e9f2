import { isDeepStrictEqual } from 'node:util';
import type { Anomaly } from './anomaly';
import { type History, marksOf, type Operation, tookEffect } from './history';
import { sorted } from './model';
import type { Timeline } from './timeline';

/** Every commit is one operation's that took effect, and no operation has two. */
export function problemsOfCommits({ operations, commits }: History, timeline: Timeline): Anomaly[] {
  const owners = new Map<string, Operation>();
  for (const operation of operations) for (const mark of marksOf(operation)) owners.set(mark, operation);
  const commitOfOwner = new Map<Operation, number>();
  const anomalies: Anomaly[] = [];
  for (const [index, writes] of commits.entries())
    for (const [id, row] of writes) {
      if (!row) continue;
      const where = `${id} with mark ${row.by} in commit ${index + 1}`;
      const owner = owners.get(row.by);
      if (!owner || !tookEffect(owner)) {
        anomalies.push({ kind: 'trace', text: where });
        continue;
      }
      const known = commitOfOwner.get(owner) ?? index + 1;
      commitOfOwner.set(owner, known);
      if (known !== index + 1 || timeline.commitOf(row.by) !== index + 1)
        anomalies.push({ kind: 'torn-commit', text: `${where}, the rest of it in commit ${known}` });
    }
  return anomalies;
}

/** What is on the disk in the end is what the commits come to. */
export function problemsOfEnd({ final }: History, timeline: Timeline): Anomaly[] {
  const due = timeline.stateAt(timeline.last).rows();
  if (isDeepStrictEqual(sorted(final), due)) return [];
  const text = `${JSON.stringify(final)} on the disk instead of ${JSON.stringify(due)}`;
  return [{ kind: 'lost-write', text }];
}
