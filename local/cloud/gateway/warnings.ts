import type { CallWarning } from '../types';
import type { Invocation } from './invocations';

/** Kept of one call; a loop would only repeat them. */
const MAX_WARNINGS = 100;

/** What is looked at of a request. */
interface WarningContext {
  readonly params: Readonly<Record<string, unknown>>;
  readonly invocation: Invocation;
  readonly store: { hasTransaction(token: string): boolean };
}

export function warn({ warnings }: Invocation, warning: CallWarning): void {
  if (warnings.length < MAX_WARNINGS) warnings.push(warning);
}

/**
 * Transactions know document operations alone. What else a call does while it has one open is sent by the SDK without
 * the transaction's id, so it reads and writes outside of it, mostly without its author knowing.
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
