import { ALL_REMINDED, remindersDue } from '../../../../cloudfunctions/appraisal-cycles/domain/reminders';
import { day } from '../support/rules';

const isWorkday = (each: string) => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay());
const cycle = (more: object = {}) =>
  ({
    answersUntil: '2026-12-14',
    review: { weights: { peer: 30, manager: 70 }, confirmUntil: '2026-12-04' },
    ...more,
  }) as never;
const due = (on: string, more: object = {}) => remindersDue(cycle(more), day(on), isWorkday);

test('raters are asked the day after the last one to confirm peers, or at once where there are none', () => {
  expect(due('2026-12-04')).toBeNull();
  expect(due('2026-12-05')).toEqual({ step: 'asked', after: '' });
  expect(due('2026-12-01', { review: { weights: { manager: 100 }, confirmUntil: '2026-12-04' } })).toEqual({
    step: 'asked',
    after: '',
  });
  expect(due('2026-12-05', { review: null })).toBeNull();
});

test('who owes something is reminded two workdays before the last day and on it, and not afterwards', () => {
  expect(due('2026-12-09')?.step).toBe('asked');
  // A weekend is between.
  expect(due('2026-12-10')?.step).toBe('early');
  expect(due('2026-12-14')?.step).toBe('last');
  expect(due('2026-12-15')).toBeNull();
});

test('a step goes on after the last person, and is over once', () => {
  const early = { step: 'early', after: 'E0042' };
  expect(due('2026-12-11', { reminders: early })).toEqual(early);
  expect(due('2026-12-11', { reminders: { step: 'early', after: ALL_REMINDED } })).toBeNull();
  expect(due('2026-12-14', { reminders: { step: 'early', after: ALL_REMINDED } })).toEqual({
    step: 'last',
    after: '',
  });
});
