import {
  carrySignatures,
  isStepDone,
  openSlots,
  signStep,
  unopenedStep,
  waitingOf,
  withPeople,
} from '../../../../../cloudfunctions/approvals/domain/request/steps';
import { brief, slotOf, stepOf } from '../../support/request-document';
import { words } from '../../support/rules';

const signed = (id: string, more: object = {}) => slotOf([id], { signedBy: id, ...more });
const ids = (slots: readonly { people: readonly { id: string }[] }[]) =>
  slots.map(({ people }) => people.map(({ id }) => id).join('|'));

test.each<[string, ReturnType<typeof stepOf>, boolean, string[]]>([
  ['any of two: one signature is enough', stepOf([signed('a'), slotOf(['b'])]), true, []],
  ['any of two: nobody yet', stepOf([slotOf(['a']), slotOf(['b'])]), false, ['a', 'b']],
  ['all of two: the other one is asked', stepOf([signed('a'), slotOf(['b'])], { mode: 'all' }), false, ['b']],
  ['all of two: both have signed', stepOf([signed('a'), signed('b')], { mode: 'all' }), true, []],
  ['an added signer is asked besides', stepOf([signed('a'), slotOf(['b'], { added: true })]), false, ['b']],
  [
    'an added signature alone is not the flow’s',
    stepOf([slotOf(['a']), signed('b', { added: true })]),
    false,
    ['a'],
  ],
  ['both have signed', stepOf([signed('a'), signed('b', { added: true })]), true, []],
  ['nobody but added ones', stepOf([signed('b', { added: true })]), true, []],
])('%s', (_, step, done, open) => {
  expect(isStepDone(step)).toBe(done);
  expect(ids(openSlots(step))).toEqual(open);
  expect(waitingOf(step)).toEqual(open);
});

test('somebody who can give several signatures is waited for once, and gives them all', () => {
  const step = stepOf([slotOf(['a', 'b']), slotOf(['a']), slotOf(['b'])], { mode: 'all' });
  expect(waitingOf(step)).toEqual(['a', 'b']);
  expect(signStep(step, 'a', 'a').slots.map(({ signedBy }) => signedBy)).toEqual(['a', 'a', null]);
  expect(signStep(step, 'd', 'd')).toEqual(step);
});

test('a signature that is given stays with who gave it', () => {
  const step = stepOf([signed('a'), slotOf(['a'])], { mode: 'all' });
  expect(signStep(step, 'a', 'x').slots.map(({ signedBy }) => signedBy)).toEqual(['a', 'x']);
  expect(withPeople(step, () => [brief('d'), brief('d')]).slots).toEqual([signed('a'), slotOf(['d'])]);
});

test('signatures of the step before carry over to those who sign again', () => {
  const before = stepOf([signed('a'), slotOf(['b'])]);
  const next = stepOf([slotOf(['a']), slotOf(['b'])], { mode: 'all' });
  expect(carrySignatures(before, next).slots.map(({ signedBy }) => signedBy)).toEqual(['a', null]);
});

test('a planned step is not open, and who is known to have signed is told when it opens', () => {
  const planned = { id: 's', name: words('Step'), mode: 'all', slots: [[brief('a')], [brief('b')]] } as const;
  expect(unopenedStep({ ...planned, note: 'already-signed' })).toEqual({
    id: 's',
    name: words('Step'),
    mode: 'all',
    note: null,
    slots: [slotOf(['a']), slotOf(['b'])],
    openedAt: null,
    openedRev: null,
  });
  expect(unopenedStep({ ...planned, note: 'left' }).note).toBe('left');
});
