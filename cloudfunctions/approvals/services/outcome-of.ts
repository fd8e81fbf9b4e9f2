import type { RequestDocument } from '../domain/request/request';
import type { Outcome } from '../kind/kind';
import { findKind } from '../kind/registry';

const NO_OUTCOME: Outcome = { payment: null, handover: null };

/** The outcome of an approved request: one read for kinds that store it elsewhere, none for others. */
export async function outcomeOf({ _id, kind, state, cancels }: RequestDocument): Promise<Outcome> {
  if (state !== 'approved' || cancels !== null) return NO_OUTCOME;
  return { ...NO_OUTCOME, ...(await findKind(kind)?.outcomeOf?.(_id)) };
}
