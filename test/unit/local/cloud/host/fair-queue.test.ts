import { FairQueue } from '../../../../../local/cloud/host/fair-queue';

test('whoever calls once does not wait behind the many calls of one person', () => {
  const queue = new FairQueue<string>();
  for (let call = 1; call <= 5; call += 1) queue.push('flood', `flood ${call}`);
  queue.push('one', 'one 1');
  queue.push('another', 'another 1');
  queue.push('one', 'one 2');
  const served = Array.from({ length: 9 }, () => queue.shift());
  expect(served).toEqual([
    'flood 1',
    'one 1',
    'another 1',
    'flood 2',
    'one 2',
    'flood 3',
    'flood 4',
    'flood 5',
    undefined,
  ]);
});

test('when the host is closed nobody is left waiting', () => {
  const queue = new FairQueue<number>();
  queue.push('a', 1);
  queue.push('a', 2);
  queue.push('b', 3);
  expect([queue.drain(), queue.shift()]).toEqual([[1, 2, 3], undefined]);
});

test('who may not have a turn keeps their place', () => {
  const queue = new FairQueue<string>();
  queue.push('flood', 'flood 1');
  queue.push('one', 'one 1');
  const isOther = (caller: string) => caller !== 'flood';
  expect([queue.shift(isOther), queue.shift(isOther), queue.shift()]).toEqual([
    'one 1',
    undefined,
    'flood 1',
  ]);
});
