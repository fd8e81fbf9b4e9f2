import type { RequestState } from '#contracts/request';
import {
  changesAccount,
  effectOf,
  sideEffectsOf,
} from '../../../../../cloudfunctions/approvals/domain/request/effect-of';
import { requestOf } from '../../support/request-document';

const change = (id: string) => ({ spans: { [id]: null }, entries: {} });
const changes = {
  onSubmit: change('s'),
  onApprove: change('a'),
  onReject: change('r'),
  onCancel: change('c'),
};
const does = (what: string) => [{ does: what }];
const sideEffects = { onSubmit: does('s'), onApprove: does('a'), onReject: does('r'), onCancel: does('c') };
const LAST = 1_000_000;

test.each<[RequestState, string, number]>([
  ['pending', 's', 7],
  ['approved', 'a', 7],
  ['rejected', 'r', 7],
  ['returned', 'r', 7],
  ['withdrawn', 'r', 7],
  ['cancelled', 'c', LAST],
])('a request that is %s does %s to the account, in its order', (state, id, order) => {
  const request = requestOf({ state, changes, sideEffects, effectRev: 7 });
  expect(effectOf(request)).toEqual({ requestId: 'R1', order, change: change(id) });
  expect(sideEffectsOf(request)).toEqual({ requestId: 'R1', effects: does(id) });
});

test('a request to cancel undoes the other one once it is approved, after everything that one did', () => {
  const request = requestOf({ cancels: 'R0', state: 'approved', changes, sideEffects });
  expect(effectOf(request)).toEqual({ requestId: 'R0', order: LAST, change: change('c') });
  expect(sideEffectsOf(request)).toEqual({ requestId: 'R0', effects: does('c') });
});

test('until then it does nothing, neither while it waits nor when it is refused', () => {
  for (const state of ['pending', 'rejected', 'withdrawn'] as const) {
    const request = requestOf({ cancels: 'R0', state, changes, sideEffects });
    expect(effectOf(request).change).toEqual({ spans: {}, entries: {} });
    expect(sideEffectsOf(request)).toEqual({ requestId: 'R0', effects: [] });
  }
});

test('being back early comes after the original’s effects and before its cancelling', () => {
  const shortens = { effectRev: 3.01 } as never;
  expect(effectOf(requestOf({ cancels: 'R0', state: 'approved', changes, shortens })).order).toBe(3.01);
});

test('a request without effects outside has none, and one that changes no account says so', () => {
  expect(sideEffectsOf(requestOf({ state: 'approved' }))).toEqual({ requestId: 'R1', effects: [] });
  expect(changesAccount(requestOf())).toBe(false);
  expect(changesAccount(requestOf({ changes: { ...requestOf().changes, onCancel: change('c') } }))).toBe(
    true,
  );
});
