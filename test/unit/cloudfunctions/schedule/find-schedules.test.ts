import { findSchedules } from '../../../../cloudfunctions/schedule/data/find-schedule';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { seed } from '../support/company';
import { day } from '../support/rules';

const mockReads: [collection: string, count: number][] = [];
const mockStored: Record<string, Record<string, unknown>[]> = { rosters: [], shifts: [], calendars: [] };

async function mockRead(name: string, ids: readonly string[]) {
  mockReads.push([name, ids.length]);
  return (mockStored[name] ?? []).filter(({ _id }) => ids.includes(String(_id)));
}

jest.mock('../../../../cloudfunctions/shared/data/collection', () => ({
  collection: (name: string) => ({
    name,
    byIds: (ids: readonly string[]) => mockRead(name, ids),
    fieldsByIds: (_fields: readonly string[], ids: readonly string[]) => mockRead(name, ids),
    usable: (found: readonly object[]) => found,
  }),
}));

const { employees = [], shifts = [] } = seed();
const people = Array.from(
  { length: 1_020 },
  (_, index) => ({ ...employees[0], _id: `E${index}` }) as unknown as Employee,
);

test('the plans of many people: their rosters by the thousand, shifts and calendars once', async () => {
  mockStored.shifts = shifts;
  const days = { '2026-11-22': 'SH-NIGHT', '2026-11-23': 'off' };
  mockStored.rosters = [{ _id: 'E7:2026-11', rev: 1, days, history: [] }];
  const plans = await findSchedules(people, [day('2026-11-22'), day('2026-11-23')], 0);
  expect(mockReads.filter(([name]) => name === 'rosters').map(([, count]) => count)).toEqual([1_000, 20]);
  expect(mockReads.filter(([name]) => name !== 'rosters')).toEqual([
    ['calendars', 1],
    ['shifts', 2],
  ]);
  expect(plans.size).toBe(1_020);
  const works = (id: string) =>
    ['2026-11-22', '2026-11-23'].map((on) => plans.get(id)?.workOn(day(on))?._id ?? null);
  expect(works('E7')).toEqual(['SH-NIGHT', null]);
  expect(works('E8')).toEqual([null, 'SH-DAY']);
});

test('at the end of a month the next one’s roster draws the border', async () => {
  mockReads.length = 0;
  await findSchedules(people.slice(0, 2), [day('2027-01-31')], 100_000);
  expect(mockReads.find(([name]) => name === 'rosters')).toEqual(['rosters', 4]);
});
