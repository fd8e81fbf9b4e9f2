import type { RequestState } from '#contracts/request';
import {
  actorOf,
  allowedVerbs,
  canView,
  isAlreadyDone,
  nextUrgeAt,
  requireActor,
} from '../../../../../cloudfunctions/approvals/domain/request/acting';
import type { RequestDocument } from '../../../../../cloudfunctions/approvals/domain/request/request';
import { brief, hoursLater, later, requestOf, SENT, slotOf, stepOf } from '../../support/request-document';
import { day } from '../../support/rules';

const forPerson = (fromId: string) => ({
  fromId,
  person: brief(fromId),
  from: day('2026-11-01'),
  to: day('2026-12-31'),
});
const delegations = [forPerson('a')];
const verbs = (request: RequestDocument, id: string, now = SENT) =>
  allowedVerbs(request, actorOf(request, brief(id), id === 'delegate' ? delegations : []), id, now);

describe('who decides', () => {
  test('the approver in their own name, a delegate in the name of the approver, nobody else', () => {
    expect(actorOf(requestOf(), brief('a'), [])).toEqual({ person: brief('a'), delegateOf: null });
    expect(actorOf(requestOf(), brief('delegate'), delegations)).toEqual({
      person: brief('delegate'),
      delegateOf: brief('a'),
    });
    expect(actorOf(requestOf(), brief('delegate'), [forPerson('b')])).toBeNull();
    expect(actorOf(requestOf(), brief('b'), [])).toBeNull();
  });

  test('never the applicant, not even as the delegate of the approver or by a slip in the list', () => {
    expect(actorOf(requestOf(), brief('me'), delegations)).toBeNull();
    expect(actorOf(requestOf({ waitingFor: ['me'] }), brief('me'), [])).toBeNull();
  });

  test('nobody, once it is decided', () => {
    expect(actorOf(requestOf({ state: 'approved' }), brief('a'), [])).toBeNull();
  });
});

describe('who sees a request', () => {
  const sees = (id: string, request = requestOf(), seesAll = false) =>
    canView(request, { person: brief(id), seesAll }, id === 'delegate' ? delegations : []);

  test.each([
    ['me', true],
    ['a', true],
    ['c', true],
    ['delegate', true],
    ['b', false],
    ['stranger', false],
  ])('%s: %s', (id, expected) => expect(sees(id)).toBe(expected));

  test('the approver of a later step once that step is open, and whoever decided for good', () => {
    expect(sees('b', requestOf({ at: 1 }))).toBe(true);
    expect(sees('gone', requestOf({ decidedBy: ['gone'] }))).toBe(true);
    expect(sees('stranger', requestOf(), true)).toBe(true);
  });
});

describe('what somebody may do', () => {
  test('an approver', () => {
    expect(verbs(requestOf(), 'a')).toEqual(['approve', 'reject', 'return', 'transfer', 'add-signer']);
    expect(verbs(requestOf(), 'delegate')).toEqual(['approve', 'reject', 'return', 'transfer', 'add-signer']);
    expect(verbs(requestOf(), 'b')).toEqual([]);
  });

  test('a request to cancel is not returned for changes', () => {
    expect(verbs(requestOf({ cancels: 'R0' }), 'a')).toEqual(['approve', 'reject', 'transfer', 'add-signer']);
  });

  test('nobody hands a request on for ever', () => {
    const entry = { verb: 'transfer', byId: 'a', byName: 'a', byNameEn: 'a', at: SENT, rev: 1 } as const;
    const long = (length: number) => requestOf({ timeline: Array(length).fill(entry) });
    expect(verbs(long(149), 'a')).toContain('transfer');
    expect(verbs(long(150), 'a')).toEqual(['approve', 'reject', 'return']);
  });

  test('a step has twenty signatures at most', () => {
    const many = (count: number) => requestOf({ steps: [stepOf(Array(count).fill(slotOf(['a'])))] });
    expect(verbs(many(19), 'a')).toContain('add-signer');
    expect(verbs(many(20), 'a')).toEqual(['approve', 'reject', 'return', 'transfer']);
  });

  test.each<[RequestState, readonly string[]]>([
    ['pending', ['urge', 'withdraw']],
    ['returned', ['resubmit', 'withdraw']],
    ['rejected', ['resubmit']],
    ['withdrawn', ['resubmit']],
    ['approved', ['cancel']],
    ['cancelled', []],
  ])('the applicant of a request that is %s: %j', (state, expected) => {
    expect(verbs(requestOf({ state }), 'me')).toEqual(expected);
    expect(verbs(requestOf({ state }), 'stranger')).toEqual([]);
  });

  test('a request to cancel is not sent again or cancelled itself, and only one runs', () => {
    expect(verbs(requestOf({ state: 'rejected', cancels: 'R0' }), 'me')).toEqual([]);
    expect(verbs(requestOf({ state: 'approved', cancels: 'R0' }), 'me')).toEqual([]);
    expect(verbs(requestOf({ state: 'approved', cancelledBy: 'R2' }), 'me')).toEqual([]);
  });

  test('a reminder every four hours', () => {
    const urged = requestOf({ urgedAt: SENT });
    expect(nextUrgeAt(urged)).toBe(hoursLater(4));
    expect(verbs(urged, 'me', (hoursLater(4) - 1) as typeof SENT)).toEqual(['withdraw']);
    expect(verbs(urged, 'me', hoursLater(4))).toEqual(['urge', 'withdraw']);
    expect(nextUrgeAt(requestOf())).toBe(4 * 3_600_000);
  });
});

describe('a decision on what somebody saw', () => {
  const opened = requestOf({ rev: 5, steps: [stepOf([slotOf(['a'])], { openedRev: 3 })] });
  const decides = (id: string, rev: number, request = opened) =>
    requireActor(request, brief(id), id === 'delegate' ? delegations : [], rev);

  test('counts from the revision that opened the step to the one of now', () => {
    expect(decides('a', 3).person).toEqual(brief('a'));
    expect(decides('a', 5).person).toEqual(brief('a'));
    for (const rev of [2, 6])
      expect(() => decides('a', rev)).toThrow(
        expect.objectContaining({ code: 'REQUEST_CHANGED', data: { state: 'pending', rev: 5 } }),
      );
  });

  test('of somebody whom it never waited for is forbidden', () => {
    expect(() => decides('stranger', 5)).toThrow(expect.objectContaining({ code: 'FORBIDDEN', data: {} }));
    expect(() => decides('b', 5, requestOf({ rev: 5 }))).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });

  test('of somebody who has decided, or whose delegation was good when they saw it, tells that it changed', () => {
    const decided = requestOf({ rev: 5, state: 'approved', decidedBy: ['a'], waitingFor: [], at: 2 });
    for (const [id, rev] of [
      ['a', 4],
      ['delegate', 4],
    ] as const)
      expect(() => decides(id, rev, decided)).toThrow(
        expect.objectContaining({ code: 'REQUEST_CHANGED', data: { state: 'approved', rev: 5 } }),
      );
    expect(() => decides('delegate', 5, decided)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  test('a step that is not open waits for nobody', () => {
    const closed = requestOf({ steps: [stepOf([slotOf(['a'])], later)] });
    expect(() => decides('a', 1, closed)).toThrow(expect.objectContaining({ code: 'REQUEST_CHANGED' }));
  });
});

test('a double tap is recognized by who did what after which revision', () => {
  const entry = { verb: 'approve', byId: 'a', byName: 'a', byNameEn: 'a', at: SENT, rev: 2 } as const;
  const request = requestOf({ timeline: [entry] });
  expect(isAlreadyDone(request, 'approve', 'a', 1)).toBe(true);
  expect(isAlreadyDone(request, 'approve', 'a', 2)).toBe(false);
  expect(isAlreadyDone(request, 'reject', 'a', 1)).toBe(false);
  expect(isAlreadyDone(request, 'approve', 'b', 1)).toBe(false);
});
