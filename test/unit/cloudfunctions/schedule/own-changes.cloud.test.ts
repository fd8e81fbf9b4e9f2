import { openWithReset } from '../../../support/open';
import { SITE } from '../support/company';
import { openOffice, STAFF } from '../support/office';
import { DRAFT } from '../support/shift-draft';

const company = openWithReset(() => openOffice('2026-11-23T08:57:00+08:00'));
/** HR of the office, and the administrator beside them. */
const [HR, ADMIN] = ['E0011', 'E0012'];

const told = () => company.db.find('messages', { event: { $regex: '^own' } });
const saveShift = (id: string, more: object = {}, expectedVersion = 3) =>
  company.act(STAFF.hr, 'saveShift', { shift: { ...DRAFT, id, ...more }, expectedVersion });
const assign = (...assignments: object[]) =>
  company.db.updateMany('employees', { _id: HR }, { $set: { assignments } });
const from = (day: string, shiftId: string, siteId = 'S1') => ({
  ...{ from: day, shiftId, siteIds: [siteId], fieldPolicy: 'record' },
});

test('HR who changes the shift they work themselves is seen: the rest of the office is told, once', async () => {
  await assign(from('2026-01-01', 'SH-DAY'));
  expect((await saveShift('SH-DAY')).ok).toBe(true);
  expect((await saveShift('SH-DAY')).ok).toBe(true);
  expect(await told()).toMatchObject([
    { event: 'own.shift', to: [ADMIN], aboutId: 'SH-DAY', data: { title: DRAFT.name } },
  ]);
});

test('a shift that holds for them later is theirs, one that they no longer work is not', async () => {
  await assign(from('2026-01-01', 'SH-DAY'), from('2026-11-01', 'SH-OTHER'), from('2026-12-01', 'SH-NIGHT'));
  await saveShift('SH-DAY');
  expect(await told()).toEqual([]);
  const night = await company.db.get('shifts', 'SH-NIGHT');
  await saveShift('SH-NIGHT', {}, Number(night?.version));
  expect(await told()).toMatchObject([{ event: 'own.shift', aboutId: 'SH-NIGHT' }]);
});

test('the site where they clock in themselves likewise, another one not', async () => {
  await assign(from('2026-01-01', 'SH-DAY', 'S2'));
  await company.act(STAFF.hr, 'saveSite', { site: { ...SITE, radius: 900 }, expectedVersion: 1 });
  expect(await told()).toEqual([]);
  await assign(from('2026-01-01', 'SH-DAY', 'S1'));
  company.clock.advance(61_000);
  await company.act(STAFF.hr, 'saveSite', { site: { ...SITE, radius: 950 }, expectedVersion: 2 });
  await company.act(STAFF.hr, 'saveSite', { site: { ...SITE, radius: 950 }, expectedVersion: 2 });
  expect(await told()).toMatchObject([{ event: 'own.site', to: [ADMIN], aboutId: 'S1' }]);
});

test('the calendar holds for everybody, so for who changes it', async () => {
  const days = [{ day: '2026-12-24', kind: 'company', name: SITE.name }];
  await company.act(STAFF.hr, 'saveCalendar', { year: '2026', rev: 0, days });
  expect(await told()).toMatchObject([{ event: 'own.calendar', to: [ADMIN], data: { year: '2026' } }]);
});
