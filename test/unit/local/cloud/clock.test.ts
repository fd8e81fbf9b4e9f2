import { createClock } from '../../../../local/cloud';

test('who listens hears every move, with the new time, until it ends that', () => {
  const clock = createClock();
  const heard: number[] = [];
  const end = clock.onMove(() => heard.push(Math.round(clock.offset() / 1000)));
  clock.advance(5000);
  clock.set(Date.now() + 60_000);
  clock.set(null);
  end();
  clock.advance(1000);
  expect(heard).toEqual([5, 60, 0]);
});
