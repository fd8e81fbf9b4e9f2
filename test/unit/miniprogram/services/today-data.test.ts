import { fakePhone, loadService } from '../support/phone';
import { today } from '../support/today';

interface Service {
  loadToday(): Promise<object>;
}
interface Waiting {
  waitingCount(): number;
}

beforeEach(() => jest.resetModules());

test('an approver who never opened Pending has the number of waiting requests from Today', async () => {
  const data = today({ waiting: 11 });
  const callFunction = async () => ({ result: { ok: true, data, now: Date.now() } });
  fakePhone({ cloud: { callFunction } });
  await loadService<Service>('services/today-data').loadToday();
  expect(loadService<Waiting>('services/waiting').waitingCount()).toBe(11);
});
