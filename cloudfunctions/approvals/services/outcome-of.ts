import type { RequestDocument } from '../domain/request/request';
import type { Outcome } from '../kind/define-kind';
import { findKind } from '../kind/registry';

const NOTHING: Outcome = { payment: null, handover: null };

/** What an approved request has led to: one more read for kinds that keep something elsewhere, none for others. */
export async function outcomeOf({ _id, kind, state, cancels }: RequestDocument): Promise<Outcome> {
  if (state !== 'approved' || cancels !== null) return NOTHING;
  return { ...NOTHING, ...(await findKind(kind)?.outcomeOf?.(_id)) };
}
