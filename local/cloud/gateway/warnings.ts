import type { CallWarning } from '../types';
import type { Invocation } from './invocations';

/** Per call; a loop would only repeat them. */
const MAX_WARNINGS = 100;

/** The parts of a request that a warning depends on. */
interface WarningContext {
  readonly params: Readonly<Record<string, unknown>>;
  readonly invocation: Invocation;
  readonly store: { hasTransaction(token: string): boolean };
}

export function warn({ warnings }: Invocation, warning: CallWarning): void {
  if (warnings.length < MAX_WARNINGS) warnings.push(warning);
}

/**
 * Transactions support document operations only. The SDK sends every other operation without the transaction's id,
 * so it reads and writes outside of the transaction, mostly unnoticed by its author.
 */
export function warnOutsideTransaction(
  { params, invocation, store }: WarningContext,
  collection: string,
): void {
  const { action, queryType, transactionId, data } = params;
  const isOfDocument = queryType === 'DOC' || Array.isArray(data);
  if (isOfDocument || (transactionId === undefined && !store.hasTransaction(invocation.token))) return;
  warn(invocation, { kind: 'where-in-transaction', action: String(action), collection });
}
