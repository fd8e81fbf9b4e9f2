import type { FormValues } from '#contracts/form';
import { field } from '../../support/form';
import { fakePhone, loadService } from '../../support/phone';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T14:00:00+08:00');
const type = { form: [field('reason', 'text'), field('secret', 'text', { private: true })] };
const leave = { employeeId: 'E1', form: 'type=leave' };

type Key = typeof leave;
interface Drafts {
  findDraft(key: Key, now: number): { values: FormValues; at: number } | null;
  keepDraft(key: Key, of: typeof type, values: FormValues, now: number): void;
  dropDraft(key: Key, now: number): void;
}
const phone = () => {
  const { storage } = fakePhone();
  jest.resetModules();
  return { ...loadService<Drafts>('features/requests/drafts'), storage };
};

test('a half-filled form is offered again, each form its own, until it is sent', () => {
  const { keepDraft, findDraft, dropDraft, storage } = phone();
  const trip = { ...leave, form: 'type=trip' };
  keepDraft(leave, type, { reason: '家里有事' }, NOW);
  keepDraft(trip, type, { reason: '客户' }, NOW);
  keepDraft(leave, type, { reason: '家里有事，下周' }, NOW + 1);
  expect(findDraft(leave, NOW)).toMatchObject({ values: { reason: '家里有事，下周' }, at: NOW + 1 });
  dropDraft(leave, NOW);
  expect(findDraft(leave, NOW)).toBeNull();
  expect(findDraft(trip, NOW)?.values).toEqual({ reason: '客户' });
  dropDraft(trip, NOW);
  expect(storage.has('drafts')).toBe(false);
});

test('nobody finds the draft of another person on a shared phone, and it is gone once they write one', () => {
  const { keepDraft, findDraft } = phone();
  const other = { ...leave, employeeId: 'E2' };
  keepDraft(leave, type, { reason: '家里有事' }, NOW);
  expect(findDraft(other, NOW)).toBeNull();
  keepDraft(other, type, { reason: '看病' }, NOW);
  expect(findDraft(leave, NOW)).toBeNull();
});

test('private texts are not written to the phone', () => {
  const { keepDraft, storage } = phone();
  keepDraft(leave, type, { reason: 'x', secret: '6222' }, NOW);
  expect(JSON.stringify(storage.get('drafts'))).not.toContain('6222');
});

test('drafts are few, small and recent', () => {
  const { keepDraft, findDraft, storage } = phone();
  for (let index = 0; index < 12; index += 1)
    keepDraft({ ...leave, form: `type=t${index}` }, type, { reason: 'x' }, NOW);
  expect(storage.get('drafts')).toHaveLength(8);
  expect(findDraft({ ...leave, form: 'type=t0' }, NOW)).toBeNull();
  keepDraft({ ...leave, form: 'type=t11' }, type, { reason: 'x'.repeat(30_000) }, NOW);
  expect(findDraft({ ...leave, form: 'type=t11' }, NOW)).toBeNull();
  expect(findDraft({ ...leave, form: 'type=t10' }, NOW + 13 * DAY)).not.toBeNull();
  expect(findDraft({ ...leave, form: 'type=t10' }, NOW + 15 * DAY)).toBeNull();
});
