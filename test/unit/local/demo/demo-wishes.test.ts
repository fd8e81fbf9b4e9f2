import type { Day } from '#contracts/common';
import { addDays, daysFrom, isStateWorkday } from '../../../../local/demo/demo-days';
import { demoRequests } from '../../../../local/demo/demo-requests';

const YEAR = daysFrom('2026-01-01' as Day, '2026-12-31' as Day);
const periodsOn = (today: Day, typeId: string) =>
  demoRequests(today)
    .filter((wish) => wish.typeId === typeId)
    .map(({ values }) => values.period as { from: Day; to?: Day; start?: number });

it('is the same whenever it is asked', () => {
  expect(demoRequests('2026-11-23' as Day)).toEqual(demoRequests('2026-11-23' as Day));
  expect(demoRequests('2026-11-23' as Day)).toHaveLength(11);
});

it('asks for comp time on Saturdays that are free, whatever day the demo is made on', () => {
  for (const today of YEAR) {
    const [longAgo, ahead] = periodsOn(today, 'overtime');
    for (const period of [longAgo, ahead]) {
      expect(isStateWorkday(period?.from as Day)).toBe(false);
      expect(new Date(`${period?.from}T00:00:00Z`).getUTCDay()).toBe(6);
    }
    // Six months later is still to come.
    expect((longAgo?.from ?? '') >= addDays(today, -181)).toBe(true);
  }
});

it('asks for leave on days of work, and for corrections within their week', () => {
  for (const today of YEAR) {
    for (const { from } of periodsOn(today, 'leave')) expect(isStateWorkday(from)).toBe(true);
    const corrections = demoRequests(today).filter(({ typeId }) => typeId === 'correction');
    for (const { values } of corrections) {
      expect(isStateWorkday(values.day as Day)).toBe(true);
      expect(String(values.day) >= addDays(today, -7)).toBe(true);
    }
  }
});
