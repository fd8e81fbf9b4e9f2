import type { Day } from '#contracts/common';
import { companyDocuments } from '../../../../local/demo/company-documents';
import { departmentPlans, KNOWN_PEOPLE } from '../../../../local/demo/crowd';
import { demoPeople, firstDay } from '../../../../local/demo/demo-person';
import { people } from '../../../../local/demo/people';
import { seedDemo } from '../../../../local/demo/seed-demo';

const FOUNDED = '2026-11-23' as Day;

test.each([60, 61, 62, 75, 160, 837, 838, 1_000, 10_060])('a company of %i has so many people', (size) => {
  const ids = demoPeople(FOUNDED, size).map(({ id }) => id);
  expect(ids).toHaveLength(size);
  expect(new Set(ids).size).toBe(size);
});

test('its first sixty are those of the small company', () => {
  const known = demoPeople(FOUNDED);
  expect(known).toHaveLength(KNOWN_PEOPLE);
  expect(demoPeople(FOUNDED, 1_000).slice(0, KNOWN_PEOPLE)).toEqual(known);
});

test('everybody has somebody above, up to the head of the company, in as many levels as departments have', () => {
  const everybody = new Map(demoPeople(FOUNDED, 1_000).map((person) => [person.id, person]));
  const levels = (id: string): number => {
    const { managerId } = everybody.get(id) ?? {};
    return managerId ? 1 + levels(managerId) : 0;
  };
  for (const id of everybody.keys()) expect(levels(id)).toBeLessThanOrEqual(4);
  expect([...everybody.values()].filter(({ managerId }) => managerId === null)).toHaveLength(1);
});

test('a team is no larger than its board, and every department is in the one above', () => {
  const plans = departmentPlans(1_000);
  const ids = new Set(plans.map(({ id }) => id));
  expect(ids.size).toBe(plans.length);
  for (const { parentId, members } of plans) {
    expect(members.length).toBeLessThan(12);
    expect(parentId === null || ids.has(parentId)).toBe(true);
  }
});

test('the crowd is there since the month before, works in all shifts and partly by a roster', () => {
  const crowd = demoPeople(FOUNDED, 1_000).slice(KNOWN_PEOPLE);
  expect(new Set(crowd.map(({ since }) => since))).toEqual(new Set(['2026-10-01']));
  expect(firstDay(FOUNDED)).toBe('2026-07-01');
  expect(new Set(crowd.map(({ shift }) => shift))).toEqual(new Set(['day', 'flexible', 'night']));
  const rostered = crowd.filter(({ isRostered }) => isRostered).length;
  expect(rostered).toBeGreaterThan(50);
  const { rosters } = companyDocuments(FOUNDED, 1_000);
  expect(new Set(rosters.map(({ _id }) => _id.split(':')[0])).size).toBe(rostered + 6);
});

test('the preview offers one of each level, and only people who are there', () => {
  expect(people().map(({ employeeId }) => employeeId)).not.toContain('E0061');
  const ids = people(1_000).map(({ employeeId }) => employeeId);
  expect(ids).toEqual(expect.arrayContaining(['E0012', 'E0061', 'E0062', 'E0063', 'E0064']));
  expect(people(62).map(({ employeeId }) => employeeId)).not.toContain('E0063');
});

test('a company that is there keeps its size: another one is refused, with what to do', async () => {
  const never = () => Promise.reject(new Error('Nothing may be changed.'));
  const db = {
    collectionNames: () => ['demo_state'],
    get: async () => ({ _id: 'demo', founded: FOUNDED, upTo: FOUNDED, people: 60 }),
    find: never,
    createCollection: never,
    insertMany: never,
    updateMany: never,
  };
  const seeding = seedDemo(db, Date.parse('2026-11-23T09:00:00+08:00'), 1_000);
  await expect(seeding).rejects.toThrow('has 60 people, not 1000: add --fresh or --data-dir');
});
