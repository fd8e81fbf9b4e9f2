import { Callers, REST_MS } from '../../../../../local/cloud/host/callers';

/** When every rest is over. */
const LATER = 1_000;

test('up to as many calls as there are instances run at once, more of one person one after the other', () => {
  const callers = new Callers(4);
  const flood = () => callers.mayStart('flood', LATER);
  for (let call = 1; call <= 4; call += 1) {
    callers.come('flood');
    expect(flood()).toBe(true);
    callers.start('flood');
  }
  callers.come('flood');
  callers.come('one');
  expect([flood(), callers.mayStart('one', LATER)]).toEqual([false, true]);
  for (let call = 1; call <= 3; call += 1) {
    callers.come('flood');
    callers.leave('flood', true, 0);
    expect(flood()).toBe(false);
  }
  callers.come('flood');
  callers.leave('flood', true, 0);
  // None of it runs any more.
  expect(flood()).toBe(true);
});

test('once a person has few calls again they run at once again', () => {
  const callers = new Callers(2);
  for (let call = 1; call <= 3; call += 1) callers.come('a');
  callers.start('a');
  expect(callers.mayStart('a', LATER)).toBe(false);
  callers.leave('a', true, 0);
  callers.start('a');
  expect(callers.mayStart('a', LATER)).toBe(true);
  callers.leave('a', false, 0);
  callers.leave('a', true, 0);
  for (let call = 1; call <= 3; call += 1) callers.come('a');
  expect(callers.mayStart('a', LATER)).toBe(true);
});

test('timers and the console are nobody who could call too much', () => {
  const callers = new Callers(1);
  for (let call = 1; call <= 9; call += 1) callers.come('');
  callers.start('');
  expect(callers.mayStart('', 0)).toBe(true);
});

test('between two of too many calls of one person the others have a moment', () => {
  const callers = new Callers(1);
  for (let call = 1; call <= 3; call += 1) callers.come('a');
  callers.start('a');
  expect(callers.leave('a', true, 100)).toBe(true);
  expect(callers.mayStart('a', 100 + REST_MS - 1)).toBe(false);
  expect(callers.mayStart('a', 100 + REST_MS)).toBe(true);
  callers.start('a');
  expect(callers.leave('a', true, 200)).toBe(true);
  // The last one is one call as everybody makes it.
  expect(callers.mayStart('a', 200)).toBe(true);
});
