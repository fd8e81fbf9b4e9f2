import { openWithReset } from '../../../support/open';
import { OPENIDS } from '../support/company';
import { addCopies, openOffice, STAFF } from '../support/office';

// A Monday.
const company = openWithReset(() => openOffice('2026-11-23T08:50:00+08:00'));

interface Cell {
  readonly day: string;
  readonly state: string;
  readonly away: number;
  readonly requested: string | null;
  readonly shift: { readonly start: string } | null;
}
const week = async (input: object, as: string = STAFF.manager) =>
  (await company.act(as, 'teamWeek', input)).data;
const daysOf = async (id: string, input: object = { week: 1 }): Promise<readonly Cell[]> =>
  (await week(input)).items.find((each: { id: string }) => each.id === id).days;
const text = (cells: readonly Cell[]) =>
  cells.map(({ state, away, requested }) => `${state}${away || ''}${requested ? ` asked ${requested}` : ''}`);

const instant = (time: string) => Date.parse(`${time}:00+08:00`);
const span = (kind: string, state: string, from: string, to: string, perDay: Record<string, number>) => ({
  requestId: `R-${kind}-${from}`,
  kind,
  state,
  name: { 'zh-CN': '病假', en: 'Sick leave' },
  day: from.slice(0, 10),
  from: instant(from),
  to: instant(to),
  minutes: Object.values(perDay).reduce((sum, minutes) => sum + minutes, 0),
  perDay,
});
const account = (id: string, spans: Record<string, object>) =>
  company.db.insertMany('accounts', [{ _id: id, rev: 1, spans, entries: {} }]);

test('a manager sees who is on leave next week, and not which leave it is', async () => {
  const days = { '2026-12-01': 480, '2026-12-02': 480 };
  await account('E0001', { a: span('leave', 'approved', '2026-12-01T00:00', '2026-12-03T00:00', days) });
  const answer = await week({ week: 1 });
  expect(answer).toMatchObject({ monday: '2026-11-30', today: '2026-11-23', next: null });
  expect(text(await daysOf('E0001'))).toEqual(['work', 'leave1', 'leave1', 'work', 'work', 'off', 'off']);
  expect(answer.items.map(({ id }: { id: string }) => id)).toEqual([
    'E0001',
    'E0002',
    'E0003',
    'E0006',
    'E0007',
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/Sick leave|病假/);
});

test('half a day of leave is half a day, and a trip is a trip', async () => {
  await account('E0001', {
    a: span('leave', 'approved', '2026-12-01T13:30', '2026-12-01T18:00', { '2026-12-01': 240 }),
    b: span('trip', 'approved', '2026-12-03T00:00', '2026-12-04T00:00', { '2026-12-03': 480 }),
  });
  const cells = await daysOf('E0001');
  expect(cells[1]).toMatchObject({ state: 'leave', away: 0.5, shift: { start: '09:00' } });
  expect(cells[3]).toMatchObject({ state: 'trip', away: 1 });
});

test('what is asked for and not decided is told from what is approved', async () => {
  await account('E0003', {
    a: span('leave', 'open', '2026-12-04T00:00', '2026-12-05T00:00', { '2026-12-04': 480 }),
  });
  expect(text(await daysOf('E0003'))).toEqual([
    'work',
    'work',
    'work',
    'work',
    'work asked leave',
    'off',
    'off',
  ]);
});

test('the roster counts: a Saturday that is worked, and a workday that is off', async () => {
  await company.db.insertMany('rosters', [
    { _id: 'E0006:2026-12', rev: 1, days: { '2026-12-01': 'off', '2026-12-05': 'SH-NIGHT' }, history: [] },
  ]);
  const cells = await daysOf('E0006');
  expect(text(cells)).toEqual(['work', 'off', 'work', 'work', 'work', 'work', 'off']);
  expect(cells[5]?.shift).toMatchObject({ start: '22:00' });
});

test('who starts or leaves within the week is there from and to that day', async () => {
  await company.db.updateMany('employees', { _id: 'E0007' }, { $set: { hiredOn: '2026-12-02' } });
  await company.db.updateMany('employees', { _id: 'E0003' }, { $set: { leftOn: '2026-11-30' } });
  expect(text(await daysOf('E0007')).slice(0, 3)).toEqual(['none', 'none', 'work']);
  expect(text(await daysOf('E0003')).slice(0, 2)).toEqual(['work', 'none']);
  const later = await week({ week: 2 });
  expect(later.items.map(({ id }: { id: string }) => id)).not.toContain('E0003');
});

test('a public holiday of a later week is off', async () => {
  expect(text(await daysOf('E0001', { week: 5 }))[4]).toBe('off');
});

test('weeks begin on Monday, also on a Sunday, and reach eight weeks ahead', async () => {
  company.clock.set(Date.parse('2026-11-29T23:00:00+08:00'));
  expect((await week({ week: 0 })).monday).toBe('2026-11-23');
  expect((await week({ week: 8 })).monday).toBe('2027-01-18');
  for (const wrong of [-1, 9, 0.5])
    expect((await company.act(STAFF.manager, 'teamWeek', { week: wrong })).error?.code).toBe('INPUT_INVALID');
});

test('HR sees any department, a manager none, and nobody else a week', async () => {
  expect((await week({ week: 1, departmentId: 'D1' }, STAFF.hr)).items).toHaveLength(4);
  const refused = async (as: string, input = {}) =>
    (await company.act(as, 'teamWeek', { week: 1, ...input })).error?.code;
  expect(await refused(STAFF.manager, { departmentId: 'D1' })).toBe('FORBIDDEN');
  for (const as of [OPENIDS.day, STAFF.keeper, STAFF.payroll, STAFF.admin])
    expect(await refused(as)).toBe('FORBIDDEN');
});

test('a large team comes in pages of forty, with few calls each', async () => {
  await addCopies(company, 'E0001', 90);
  await week({ week: 1 });
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let pages = 0; cursor !== null && pages < 5; pages += 1) {
    const { items, next }: { items: { id: string }[]; next: string | null } = await week({
      week: 1,
      ...(cursor && { cursor }),
    });
    expect(company.lastCalls()).toBeLessThanOrEqual(3);
    seen.push(...items.map(({ id }) => id));
    cursor = next;
  }
  expect([new Set(seen).size, seen.length]).toEqual([95, 95]);
});
