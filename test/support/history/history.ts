import type { Act, Answer, Row, Writes } from './model';

/** From when a client asks until it has the answer, by one clock for all clients. */
export interface Span {
  readonly asked: number;
  readonly answered: number;
}

/** One request outside of transactions. */
export interface Single {
  readonly kind: 'single';
  readonly act: Act;
  readonly answer: Answer;
  readonly span: Span;
}

/** A transaction with the steps that were answered; a conflict ends it without a trace, as an abort does. */
export interface Transaction {
  readonly kind: 'transaction';
  readonly steps: readonly { readonly act: Act; readonly answer: Answer }[];
  readonly begin: Span;
  readonly end: 'committed' | 'aborted' | 'conflict';
  /** The request that ended it. */
  readonly ending: Span;
}

export type Operation = Single | Transaction;

/** What clients saw, and the order in which the database says it took their writes. */
export interface History {
  readonly initial: readonly Row[];
  readonly operations: readonly Operation[];
  /** Documents that each commit wrote (undefined: removed), in the order of the commits. */
  readonly commits: readonly Writes[];
  /** What the database holds when it is opened again. */
  readonly final: readonly Row[];
}

/** The marks that an operation puts into what it writes. */
export function marksOf(operation: Operation): string[] {
  const acts = operation.kind === 'single' ? [operation.act] : operation.steps.map(({ act }) => act);
  return acts.flatMap((act) => ('row' in act ? [act.row.by] : 'by' in act ? [act.by] : []));
}

/** Whether a client was told that an operation changed something, or may have. */
export function tookEffect(operation: Operation): boolean {
  if (operation.kind === 'transaction') return operation.end === 'committed';
  const { act, answer } = operation;
  if (['get', 'find', 'atLeast', 'count'].includes(act.kind)) return false;
  return act.kind === 'set' || (answer !== 0 && answer !== 'duplicate');
}
