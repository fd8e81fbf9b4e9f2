import { type AccountChange, type AccountEffect, isEmptyChange, NO_CHANGE } from '../../../accounts/rules';
import type { SideEffect } from '../../kind/kind';
import type { RequestDocument } from './request';

/** Later than every other effect: a cancelled request stays cancelled. */
const FINAL_ORDER = 1_000_000;

/**
 * The account effect of a request's state. An approved cancelling request applies the reversal, of the whole or a
 * part, on behalf of the original.
 */
export function effectOf(request: RequestDocument): AccountEffect {
  const { _id, state, changes, effectRev, cancels, shortens } = request;
  if (cancels !== null) {
    const change = state === 'approved' ? changes.onCancel : NO_CHANGE;
    return { requestId: cancels, order: shortens?.effectRev ?? FINAL_ORDER, change };
  }
  const order = state === 'cancelled' ? FINAL_ORDER : effectRev;
  return { requestId: _id, order, change: changeOf(state, changes) };
}

function changeOf(state: RequestDocument['state'], changes: RequestDocument['changes']): AccountChange {
  switch (state) {
    case 'pending':
      return changes.onSubmit;
    case 'approved':
      return changes.onApprove;
    case 'cancelled':
      return changes.onCancel;
    case 'rejected':
    case 'returned':
    case 'withdrawn':
      return changes.onReject;
  }
}

/** The side effects of a request's state, and the request on whose behalf they run. */
export function sideEffectsOf({ _id, state, sideEffects, cancels }: RequestDocument): {
  requestId: string;
  effects: readonly SideEffect[];
} {
  if (!sideEffects) return { requestId: _id, effects: [] };
  if (cancels !== null)
    return { requestId: cancels, effects: state === 'approved' ? sideEffects.onCancel : [] };
  switch (state) {
    case 'pending':
      return { requestId: _id, effects: sideEffects.onSubmit };
    case 'approved':
      return { requestId: _id, effects: sideEffects.onApprove };
    case 'cancelled':
      return { requestId: _id, effects: sideEffects.onCancel };
    case 'rejected':
    case 'returned':
    case 'withdrawn':
      return { requestId: _id, effects: sideEffects.onReject };
  }
}

/** Whether any state of the request changes the account. */
export const changesAccount = ({ changes }: Pick<RequestDocument, 'changes'>): boolean =>
  !Object.values(changes).every(isEmptyChange);
