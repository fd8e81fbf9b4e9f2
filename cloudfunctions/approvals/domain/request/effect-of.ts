import { type AccountChange, type AccountEffect, isEmptyChange, NO_CHANGE } from '../../../accounts/rules';
import type { SideEffect } from '../../kind/define-kind';
import type { RequestDocument } from './request';

/** An undone request stays undone: nothing follows. */
const CANCELLED_ORDER = 1_000_000;

/** An approved cancelling request has the effect of the undoing, in the name of the request that it undoes. */
export function effectOf(request: RequestDocument): AccountEffect {
  const { _id, state, changes, effectRev, cancels } = request;
  if (cancels !== null) {
    const change = state === 'approved' ? changes.onCancel : NO_CHANGE;
    return { requestId: cancels, order: CANCELLED_ORDER, change };
  }
  const order = state === 'cancelled' ? CANCELLED_ORDER : effectRev;
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

/** What the state of a request means outside of the account, in the name of which request. */
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

/** Whether a request ever writes into the account. */
export const touchesAccount = ({ changes }: Pick<RequestDocument, 'changes'>): boolean =>
  !Object.values(changes).every(isEmptyChange);
