import type { AnomalyKind } from './anomaly';
import { checkHistory } from './check-history';
import type { Operation, Single, Span, Transaction } from './history';
import type { Act, Answer, Row, Writes } from './model';

/** Histories by hand: `a` and `b` stand in group x with 0 each. */
export const row = (_id: string, n: number, by: string): Row => ({ _id, group: 'x', n, by });
export const [A0, B0] = [row('a', 0, 'a0'), row('b', 0, 'b0')];
export const span = (asked: number, answered: number): Span => ({ asked, answered });
export const commit = (...rows: Row[]): Writes => new Map(rows.map((each) => [each._id, each]));
export const get = (id: string): Act => ({ kind: 'get', id });
export const set = (written: Row): Act => ({ kind: 'set', row: written });

export const single = (act: Act, answer: Answer, at: Span): Single => ({
  kind: 'single',
  act,
  answer,
  span: at,
});
export const read = (seen: Row, at: Span) => single(get(seen._id), seen, at);
export const write = (written: Row, at: Span) => single(set(written), 1, at);

export function transaction(
  steps: readonly [Act, Answer][],
  begin: Span,
  ending: Span,
  end: Transaction['end'] = 'committed',
): Transaction {
  return { kind: 'transaction', steps: steps.map(([act, answer]) => ({ act, answer })), begin, end, ending };
}

/** The kinds of anomalies that the checker finds. */
export function kinds(operations: Operation[], commits: Writes[], final: Row[]): AnomalyKind[] {
  const history = { initial: [A0, B0], operations, commits, final };
  return [...new Set(checkHistory(history).map(({ kind }) => kind))];
}

export const [A1, A2, B1] = [row('a', 1, 'a1'), row('a', 1, 'a2'), row('b', 1, 'b1')];
