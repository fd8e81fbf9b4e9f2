import {
  broughtInWith,
  readsPrivate,
} from '../../../../../cloudfunctions/approvals/domain/request/private-readers';
import { brief, later, requestOf, slotOf, stepOf } from '../../support/request-document';

/** `a` and `b` are named by the flow; `x` was added by an approver. */
const steps = [
  stepOf([slotOf(['a']), slotOf(['x'], { added: true })]),
  stepOf([slotOf(['b', 'c'])], { id: 's1', ...later }),
];
const asked = (more: object = {}) => requestOf({ steps, waitingFor: ['a', 'x'], decidedBy: [], ...more });

describe('who reads the private texts of a request', () => {
  test.each<[string, string, object, boolean]>([
    ['the applicant', 'me', {}, true],
    ['whom the flow asks now', 'a', {}, true],
    ['whom the flow asked before', 'b', { waitingFor: [], decidedBy: ['b'] }, true],
    ['not whom the flow will ask later', 'b', {}, false],
    ['not a signer whom an approver added', 'x', {}, false],
    ['not an added signer who has decided', 'x', { waitingFor: [], decidedBy: ['x'] }, false],
    ['not somebody who decides for another one', 'd', { waitingFor: ['d'], decidedBy: ['d'] }, false],
    ['not whom it was transferred to, though they are in the step by now', 'a', { broughtIn: ['a'] }, false],
    ['not others', 'z', {}, false],
  ])('%s', (_, who, more, expected) => {
    expect(readsPrivate(asked(more), who)).toBe(expected);
  });
});

describe('an approver brings somebody in', () => {
  test.each<[string, string, readonly string[] | undefined, readonly string[]]>([
    ['who is remembered', 'y', undefined, ['y']],
    ['after others', 'y', ['x'], ['x', 'y']],
    ['once', 'y', ['y', 'x'], ['y', 'x']],
    ['whom the flow names as well: nothing to remember', 'c', ['x'], ['x']],
    ['whom the flow names, first of all', 'a', undefined, []],
    ['who was only added, and is remembered', 'x', [], ['x']],
  ])('%s', (_, who, broughtIn, expected) => {
    expect(broughtInWith({ steps, ...(broughtIn && { broughtIn }) }, brief(who))).toEqual(expected);
  });
});
