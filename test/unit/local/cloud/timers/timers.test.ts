import { createClock } from '../../../../../local/cloud/clock';
import type { DeployedFunction } from '../../../../../local/cloud/host/deployed-function';
import { type TimerServices, Timers } from '../../../../../local/cloud/timers/timers';
import { readTrigger } from '../../../../../local/cloud/timers/trigger';
import type { InvokeResult } from '../../../../../local/cloud/types';

const NOON = Date.parse('2026-03-02T12:00:00+08:00');
const HOUR = 3_600_000;
const trigger = readTrigger([{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }]);
const jobs = { name: 'jobs', trigger } as DeployedFunction;

/** Timers of one function whose runs end when the test says so. */
function withTimers(more: Partial<TimerServices> = {}) {
  const clock = createClock(NOON);
  const ends: { succeed(): void; fail(error: Error): void }[] = [];
  const run = () =>
    new Promise<InvokeResult>((resolve, reject) => {
      ends.push({ succeed: () => resolve({ requestId: 'r' } as InvokeResult), fail: reject });
    });
  const timers = new Timers({ clock, functions: async () => [jobs], run, retries: 2, ...more });
  return { clock, timers, ends };
}

const tick = () => new Promise<void>((done) => setImmediate(done));

afterEach(() => jest.restoreAllMocks());

test('a look at the functions that fails loses no run', async () => {
  let failures = 1;
  const functions = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('EMFILE');
    return [jobs];
  };
  const { clock, timers, ends } = withTimers({ functions });
  clock.advance(HOUR);
  await expect(timers.runDue()).rejects.toThrow('EMFILE');
  const second = timers.runDue();
  await tick();
  ends[0]?.succeed();
  await second;
  expect(timers.runs()).toMatchObject([{ functionName: 'jobs', error: null }]);
});

test('stopping waits for the run that is under way, makes no retry and logs nothing', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { clock, timers, ends } = withTimers();
  clock.advance(HOUR);
  const due = timers.runDue();
  await tick();
  let isStopped = false;
  const stopped = timers.stop().then(() => {
    isStopped = true;
  });
  await tick();
  expect(isStopped).toBe(false);
  ends[0]?.fail(new Error('The function was stopped.'));
  await Promise.all([due, stopped]);
  expect(ends).toHaveLength(1);
  expect(logged).not.toHaveBeenCalled();
});

test('after stopping nothing starts: neither by the clock nor by hand', async () => {
  let list: (found: DeployedFunction[]) => void = () => undefined;
  const { clock, timers, ends } = withTimers({
    functions: () => new Promise((resolve) => (list = resolve)),
  });
  clock.advance(HOUR);
  const due = timers.runDue();
  await tick();
  const stopped = timers.stop();
  list([jobs]);
  await Promise.all([due, stopped]);
  clock.advance(HOUR);
  const late = timers.runDue();
  await tick();
  list([jobs]);
  await late;
  const byHand = timers.runNow('jobs');
  list([jobs]);
  await expect(byHand).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  expect(ends).toEqual([]);
});
