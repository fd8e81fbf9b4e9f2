import { openWithReset } from '../../../support/open';
import { OPENIDS, tap } from '../support/company';
import { addCopies, openOffice, STAFF } from '../support/office';

const company = openWithReset(() => openOffice('2026-11-23T08:50:00+08:00'));

const at = (time: string) => company.clock.set(Date.parse(`2026-11-23T${time}:00+08:00`));
const team = async (as: string, input: Record<string, unknown> = {}) =>
  (await company.act(as, 'teamToday', input)).data;
const states = async (as: string = STAFF.manager) =>
  Object.fromEntries(
    (await team(as)).items.map((each: { id: string; state: string; lateMinutes: number }) => [
      each.id,
      each.lateMinutes > 0 ? `${each.state} ${each.lateMinutes}` : each.state,
    ]),
  );

test('a manager sees the direct reports who are employed, as they come and go', async () => {
  expect(await states()).toEqual({
    E0001: 'not-yet',
    // Between 14:00 yesterday and 14:00 today the night shift is yesterday's, which was a Sunday.
    E0002: 'off',
    E0003: 'not-yet',
    E0006: 'not-yet',
    E0007: 'not-yet',
  });
  await company.punch(OPENIDS.day, tap(company));
  at('09:45');
  await company.punch(OPENIDS.fieldForbidden, tap(company));
  expect(await states()).toMatchObject({ E0001: 'in', E0003: 'in 15', E0006: 'late 15' });
  at('15:00');
  await company.punch(OPENIDS.day, tap(company));
  expect(await states()).toMatchObject({ E0001: 'left-early', E0002: 'not-yet' });
  at('18:00');
  await company.punch(OPENIDS.day, tap(company));
  expect((await states()).E0001).toBe('left');
  const [first] = (await team(STAFF.manager)).items;
  expect(first).toMatchObject({
    name: '员工E0001',
    day: '2026-11-23',
    shift: { start: '09:00', end: '18:00' },
    firstIn: { slot: 'in', site: { id: 'S1' } },
    lastOut: { slot: 'out' },
  });
  expect(JSON.stringify(first)).not.toMatch(/latitude|device|key/);
});

test('approved leave and the roster are seen', async () => {
  const span = (requestId: string, state: string) => ({
    requestId,
    kind: 'leave',
    state,
    name: { 'zh-CN': '年假', en: 'Annual leave' },
    day: '2026-11-23',
    from: Date.parse('2026-11-23T00:00:00+08:00'),
    to: Date.parse('2026-11-24T00:00:00+08:00'),
    minutes: 480,
    perDay: { '2026-11-23': 480 },
  });
  await company.db.insertMany('accounts', [
    { _id: 'E0001', rev: 1, spans: { a: span('R1', 'approved') }, entries: {} },
    { _id: 'E0003', rev: 1, spans: { a: span('R2', 'open') }, entries: {} },
  ]);
  await company.db.insertMany('rosters', [
    { _id: 'E0006:2026-11', rev: 1, days: { '2026-11-23': 'off' }, history: [] },
  ]);
  at('10:00');
  expect(await states()).toMatchObject({ E0001: 'leave', E0003: 'late 30', E0006: 'off', E0007: 'late 30' });
});

test('HR sees any department, a manager none', async () => {
  expect((await team(STAFF.hr, { departmentId: 'D1' })).items).toHaveLength(4);
  expect((await team(STAFF.hr)).items).toEqual([]);
  const refused = async (as: string, input = {}) => (await company.act(as, 'teamToday', input)).error?.code;
  expect(await refused(STAFF.manager, { departmentId: 'D1' })).toBe('FORBIDDEN');
  for (const as of [OPENIDS.day, STAFF.keeper, STAFF.payroll, STAFF.admin])
    expect(await refused(as)).toBe('FORBIDDEN');
});

test('a large team comes in pages of forty, each with four calls at most', async () => {
  await addCopies(company, 'E0001', 90);
  await team(STAFF.manager);
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const { items, next } = await team(STAFF.manager, cursor ? { cursor } : {});
    expect(company.lastCalls()).toBeLessThanOrEqual(4);
    seen.push(...items.map(({ id }: { id: string }) => id));
    cursor = next ?? undefined;
    pages += 1;
  } while (cursor);
  expect([pages, new Set(seen).size, seen.length]).toEqual([3, 95, 95]);
});
