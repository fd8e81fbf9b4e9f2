import { fakePhone, loadService } from '../support/phone';

interface Service {
  waitingCount(): number;
  onWaitingChange(listener: (waiting: number) => void): () => void;
  setWaitingCount(waiting: number): void;
}

beforeEach(() => jest.resetModules());

test('what Pending has told is heard by Today and the tab bar, and is known at the next start', () => {
  const { storage } = fakePhone();
  const service = loadService<Service>('services/waiting');
  const heard: number[] = [];
  service.onWaitingChange((waiting) => heard.push(waiting));
  expect(service.waitingCount()).toBe(0);
  service.setWaitingCount(120);
  service.setWaitingCount(120);
  expect([heard, storage.get('waiting')]).toEqual([[120], 120]);
  jest.resetModules();
  expect(loadService<Service>('services/waiting').waitingCount()).toBe(120);
  service.setWaitingCount(0);
  expect(heard).toEqual([120, 0]);
});
