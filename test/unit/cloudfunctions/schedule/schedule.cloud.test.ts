import { openWithReset } from '../../../support/open';
import { OPENID_ROLES, OPENIDS, openCompany, tap, withRoles } from '../support/company';
import { words } from '../support/rules';
import { DRAFT } from '../support/shift-draft';

const company = openWithReset(
  () => openCompany('2026-11-23T08:57:00+08:00'),
  (opened) => withRoles(opened, 'hr'),
);

const ask = (action: string, input: unknown = {}) => company.act(OPENID_ROLES, action, input);
const save = (more: object = {}, expectedVersion = 0) =>
  ask('saveShift', { shift: { ...DRAFT, ...more }, expectedVersion });
const row = (employeeId: string, days: Record<string, string>, rev = 0) => ({ employeeId, rev, days });
const saveRows = (...rows: object[]) => ask('saveRoster', { month: '2026-12', rows });

describe('shifts', () => {
  test('are listed, older documents as fixed', async () => {
    const { data } = await ask('shifts');
    expect(data.shifts.map(({ value }: { value: { id: string } }) => value.id)).toEqual([
      'SH-DAY',
      'SH-NIGHT',
    ]);
    expect(data.shifts[0]).toMatchObject({
      value: { kind: 'fixed', version: 3, requiredMinutes: null, core: null, start: 540 },
      history: [],
    });
  });
  test('are added and changed with who, when and what', async () => {
    expect((await save()).data.shift).toMatchObject({ id: 'SH-NEW', version: 1, start: 420 });
    const changed = await save({ start: 450, name: words('Later shift') }, 1);
    expect(changed.data.shift).toMatchObject({ version: 2, start: 450 });
    const { data } = await ask('shifts');
    const { history } = data.shifts.find(({ value }: { value: { id: string } }) => value.id === 'SH-NEW');
    expect(history).toMatchObject([
      { version: 2, what: ['name', 'start'], byName: '员工E0005', byNameEn: 'Person E0005' },
      { version: 1 },
    ]);
    expect(history[0]).not.toHaveProperty('byId');
    expect(history[0].at).toBeGreaterThanOrEqual(history[1].at);
  });
  test('keep the last fifty changes', async () => {
    for (let version = 0; version < 53; version += 1) await save({ flexMinutes: version }, version);
    const stored = await company.db.get('shifts', 'SH-NEW');
    expect(stored?.history).toHaveLength(50);
    expect(stored?.history).toMatchObject({ 0: { version: 53 }, 49: { version: 4 } });
  });
  test('the same save again is no conflict, another one is', async () => {
    await save();
    expect((await save()).ok).toBe(true);
    expect((await save({ start: 430 })).error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 1 } });
    expect((await save({ start: 430 }, 7)).error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 1 } });
    expect((await save({ id: 'SH-GONE' }, 7)).error).toMatchObject({ code: 'NOT_FOUND' });
  });
  test('a changed shift is used, without its history', async () => {
    await company.punch(OPENIDS.night, tap(company));
    await save({ id: 'SH-DAY', start: 600, end: 1_140, breaks: [{ start: 720, end: 780 }] }, 3);
    company.clock.advance(61_000);
    const { data } = await company.act(OPENIDS.day, 'today');
    expect(data.shift).toMatchObject({ start: '10:00', end: '19:00' });
    await company.punch(OPENIDS.day, tap(company));
    const stored = await company.db.get('attendance_days', 'E0001:2026-11-23');
    expect(stored?.shift).toMatchObject({ version: 4 });
    expect(stored?.shift).not.toHaveProperty('history');
  });

  test('hours that begin on a later day leave today as it is, and are told with what was before', async () => {
    const hours = { id: 'SH-DAY', start: 600, end: 1_140, breaks: [{ start: 720, end: 780 }] };
    const shift = { ...DRAFT, ...hours };
    await ask('saveShift', { shift, expectedVersion: 3, from: '2026-11-24' });
    company.clock.advance(61_000);
    expect((await company.act(OPENIDS.day, 'today')).data.shift).toMatchObject({ start: '09:00' });
    const { data } = await ask('shifts');
    expect(data.shifts[0]).toMatchObject({
      value: { start: 540, version: 4 },
      versions: [
        { from: null, shift: { start: 540 } },
        { from: '2026-11-24', shift: { start: 600 } },
      ],
    });
    expect(data.shifts[0].history[0].values).toMatchObject({
      start: ['540', '600'],
      from: [null, '2026-11-24'],
    });
    const { data: sheet } = await ask('roster', { departmentId: 'D2', month: '2026-11' });
    expect(sheet.shifts.find(({ id }: { id: string }) => id === 'SH-DAY')).toMatchObject({
      start: 540,
      changes: [{ from: '2026-11-24', start: 600 }],
    });
    company.clock.set(Date.parse('2026-11-24T08:57:00+08:00'));
    expect((await company.act(OPENIDS.day, 'today')).data.shift).toMatchObject({ start: '10:00' });
    // Yesterday was not punched: it is still counted by the hours that it had.
    const month = await company.act(OPENIDS.day, 'month', { month: '2026-11' });
    const yesterday = month.data.days.find(({ day }: { day: string }) => day === '2026-11-23');
    expect(yesterday.shift).toMatchObject({ start: '09:00' });
  });

  const flexible = { kind: 'flexible', flexMinutes: 0, requiredMinutes: 480, core: { start: 600, end: 900 } };
  test.each([
    ['flexible with a core', { ...flexible, start: 420, end: 1_200 }],
    ['two punched segments', { start: 600, end: 1_260, breaks: [{ start: 840, end: 1_020, punched: true }] }],
    ['across midnight', { start: 1_320, end: 1_800, breaks: [{ start: 1_560, end: 1_590 }] }],
    ['a whole day', { start: 480, end: 1_920, breaks: [] }],
  ])('%s is a shift', async (_, more) => {
    expect(await save(more)).toMatchObject({ ok: true });
  });
});

describe('rosters', () => {
  test('show the people of a department who are employed in the month', async () => {
    const { data } = await ask('roster', { departmentId: 'D2', month: '2026-12' });
    expect(data.rows.map(({ employeeId }: { employeeId: string }) => employeeId)).toEqual([
      'E0001',
      'E0002',
      'E0003',
      'E0005',
      'E0006',
      'E0007',
    ]);
    // One's own row is marked: somebody else fills it in.
    expect(data.rows.map(({ isOwn }: { isOwn?: true }) => isOwn ?? false)).toEqual(
      data.rows.map(({ employeeId }: { employeeId: string }) => employeeId === 'E0005'),
    );
    expect(data).toMatchObject({ shifts: [{ id: 'SH-DAY' }, { id: 'SH-NIGHT' }], next: null });
    expect(data.rows[0].usual).toHaveLength(31);
    const october = await ask('roster', { departmentId: 'D2', month: '2026-10' });
    expect(october.data.rows).toHaveLength(7);
    expect((await ask('roster', { departmentId: 'D9', month: '2026-10' })).error).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'department' },
    });
  });
  test('show the usual plan with them: week, holidays, company days, and nothing outside of the employment', async () => {
    const holiday = { day: '2026-10-23', kind: 'company', name: words('Anniversary') };
    await ask('saveCalendar', { year: '2026', rev: 0, days: [holiday] });
    const { data } = await ask('roster', { departmentId: 'D2', month: '2026-10' });
    const usual = (id: string) =>
      data.rows.find((each: { employeeId: string }) => each.employeeId === id).usual;
    expect(usual('E0002').slice(7, 12)).toEqual(['SH-NIGHT', 'SH-NIGHT', 'SH-NIGHT', 'off', 'SH-NIGHT']);
    expect(usual('E0001')[0]).toBe('off');
    expect(usual('E0001')[22]).toBe('off');
    expect(data.days[22]).toEqual(holiday);
    expect(data.days[0]).toMatchObject({ kind: 'holiday' });
    expect(data.days[11]).toEqual({ day: '2026-10-12', kind: 'workday', name: null });
    const before = await ask('roster', { departmentId: 'D2', month: '2026-01' });
    expect(before.data.rows[0].usual.slice(0, 6)).toEqual([null, null, null, null, 'SH-DAY', 'SH-DAY']);
  });
  test('tell the newest five changes of a person', async () => {
    for (let rev = 0; rev < 7; rev += 1)
      await saveRows(row('E0001', { '2026-12-01': rev % 2 ? 'off' : 'SH-DAY' }, rev));
    const { data } = await ask('roster', { departmentId: 'D2', month: '2026-12' });
    expect(data.rows[0].history.map(({ version }: { version: number }) => version)).toEqual([7, 6, 5, 4, 3]);
    expect(data.rows[0].history[0]).toMatchObject({ byName: '员工E0005', what: ['2026-12-01'] });
    expect(data.rows[0].history[0].values).toEqual({ '2026-12-01': ['off', 'SH-DAY'] });
    expect(data.rows[0].history[0]).not.toHaveProperty('byId');
  });
  test('page by page, nobody twice and nobody left out', async () => {
    const [person] = await company.db.find('employees', { _id: 'E0001' });
    const more = Array.from({ length: 75 }, (_, index) => ({
      ...person,
      _id: `E1${String(index).padStart(3, '0')}`,
    }));
    await company.db.insertMany('employees', more);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { data } = await ask('roster', {
        departmentId: 'D2',
        month: '2026-12',
        ...(cursor ? { cursor } : {}),
      });
      expect(data.rows.length).toBeLessThanOrEqual(40);
      seen.push(...data.rows.map(({ employeeId }: { employeeId: string }) => employeeId));
      cursor = data.next;
    } while (cursor);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(81);
  });
  test('keep what a day was before, but not a whole month of it', async () => {
    const month = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`2026-12-0${index + 1}`, 'SH-DAY']),
    );
    await saveRows(row('E0001', month));
    const { '2026-12-01': _, ...rest } = month;
    await saveRows(row('E0001', { ...rest, '2026-12-02': 'off' }, 1));
    const { data } = await ask('roster', { departmentId: 'D2', month: '2026-12' });
    expect(data.rows[0].history.map(({ values }: { values?: object }) => values)).toEqual([
      { '2026-12-01': ['SH-DAY', null], '2026-12-02': ['SH-DAY', 'off'] },
      undefined,
    ]);
  });
  test('are saved with history, and saving the same again changes nothing', async () => {
    const first = await saveRows(row('E0001', { '2026-12-05': 'SH-NIGHT' }), row('E0002', {}));
    expect(first.data.rows).toEqual([
      { employeeId: 'E0001', rev: 1 },
      { employeeId: 'E0002', rev: 0 },
    ]);
    const again = await saveRows(row('E0001', { '2026-12-05': 'SH-NIGHT' }), row('E0002', {}));
    expect(again.data).toEqual(first.data);
    const second = await saveRows(row('E0001', { '2026-12-05': 'SH-NIGHT', '2026-12-06': 'off' }, 1));
    expect(second.data.rows).toEqual([{ employeeId: 'E0001', rev: 2 }]);
    expect(await company.db.get('rosters', 'E0001:2026-12')).toMatchObject({
      rev: 2,
      days: { '2026-12-05': 'SH-NIGHT', '2026-12-06': 'off' },
      history: [
        { byId: 'E0005', version: 2, what: ['2026-12-06'] },
        { version: 1, what: ['2026-12-05'] },
      ],
    });
    expect(await company.db.get('rosters', 'E0002:2026-12')).toBeUndefined();
    const { data } = await ask('roster', { departmentId: 'D2', month: '2026-12' });
    expect(data.rows[0]).toMatchObject({ rev: 2, days: { '2026-12-06': 'off' } });
  });
  test('one row that somebody else changed leaves all as they are', async () => {
    await saveRows(row('E0003', { '2026-12-01': 'off' }));
    const { error } = await saveRows(
      row('E0001', { '2026-12-01': 'off' }),
      row('E0002', { '2026-12-01': 'off' }),
      row('E0003', { '2026-12-02': 'off' }),
    );
    expect(error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 1 } });
    expect(await company.db.count('rosters')).toBe(1);
  });
  test('a full sheet of forty people and a month goes in', async () => {
    const [person] = await company.db.find('employees', { _id: 'E0001' });
    const ids = Array.from({ length: 40 }, (_, index) => `E1${String(index).padStart(3, '0')}`);
    await company.db.insertMany(
      'employees',
      ids.map((_id) => ({ ...person, _id })),
    );
    const days = Object.fromEntries(
      Array.from({ length: 31 }, (_, index) => [`2026-12-${String(index + 1).padStart(2, '0')}`, 'SH-NIGHT']),
    );
    const saved = await saveRows(...ids.map((id) => row(id, days)));
    expect(saved.data.rows).toHaveLength(40);
    // Person, binding, people, shifts, begin, read, forty writes, commit.
    expect(company.lastCalls()).toBeLessThanOrEqual(47);
    expect(await company.db.count('rosters')).toBe(40);
    expect((await saveRows(...ids.map((id) => row(id, {})), row('E0001', {}))).error?.code).toBe(
      'INPUT_INVALID',
    );
  });
  test('decide the day, also against week and holiday', async () => {
    await ask('saveRoster', {
      month: '2026-11',
      rows: [row('E0001', { '2026-11-22': 'SH-NIGHT', '2026-11-20': 'off' })],
    });
    const { data } = await company.act(OPENIDS.day, 'month', { month: '2026-11' });
    expect(data.days[21]).toMatchObject({
      kind: 'workday',
      state: 'absent',
      shift: { id: 'SH-NIGHT', start: '22:00', end: '06:00+1' },
    });
    expect(data.days[19]).toMatchObject({ kind: 'restday', state: 'rest', shift: null });
    // Between the end of the night, 06:00, and the start at 09:00 lies 07:30: since then it is Monday.
    const today = await company.act(OPENIDS.day, 'today');
    expect(today.data.day).toBe('2026-11-23');
    expect(today.data.todos.map(({ day }: { day: string }) => day)).not.toContain('2026-11-20');
  });
});

describe('the calendar', () => {
  const party = { day: '2026-12-24', kind: 'company', name: words('Party') };
  test('shows the company’s days and the public ones', async () => {
    const { data } = await ask('calendar', { year: '2026' });
    expect(data).toMatchObject({ year: '2026', rev: 0, days: [], history: [] });
    const byDay = new Map(data.statutory.map((each: { day: string; kind: string }) => [each.day, each.kind]));
    expect(['2026-10-01', '2026-10-05', '2026-10-10', '2026-11-23'].map((day) => byDay.get(day))).toEqual([
      'holiday',
      'restday',
      'makeup',
      undefined,
    ]);
  });
  test('is saved as a whole with history, and used', async () => {
    expect((await ask('saveCalendar', { year: '2026', rev: 0, days: [party] })).data).toEqual({ rev: 1 });
    expect((await ask('saveCalendar', { year: '2026', rev: 0, days: [party] })).data).toEqual({ rev: 1 });
    const monday = { ...party, day: '2026-11-23' };
    expect((await ask('saveCalendar', { year: '2026', rev: 1, days: [party, monday] })).data).toEqual({
      rev: 2,
    });
    const { data } = await ask('calendar', { year: '2026' });
    expect(data.days.map(({ day }: { day: string }) => day)).toEqual(['2026-11-23', '2026-12-24']);
    expect(data.history).toMatchObject([
      { version: 2, what: ['2026-11-23'] },
      { version: 1, what: ['2026-12-24'] },
    ]);
    const today = await company.act(OPENIDS.day, 'today');
    expect(today.data.status).toMatchObject({ kind: 'company', state: 'rest' });
  });
  test('of a year that is not announced has the statutory days and is open until HR has entered the rest', async () => {
    const before = (await ask('calendar', { year: '2027' })).data;
    expect(before).toMatchObject({ announced: false, complete: false });
    expect(before.statutory.map(({ day }: { day: string }) => day)).toContain('2027-02-05');
    const open = await company.act(OPENID_ROLES, 'roster', { departmentId: 'D2', month: '2027-01' });
    expect(open.data.days.slice(0, 2)).toMatchObject([{ kind: 'holiday' }, { kind: 'restday', open: true }]);
    expect(open.data.days[0].open).toBeUndefined();

    expect((await ask('saveCalendar', { year: '2027', rev: 0, days: [], complete: true })).data).toEqual({
      rev: 1,
    });
    expect((await ask('saveCalendar', { year: '2027', rev: 0, days: [], complete: true })).data).toEqual({
      rev: 1,
    });
    const after = (await ask('calendar', { year: '2027' })).data;
    expect(after).toMatchObject({ rev: 1, complete: true, history: [{ what: ['complete'] }] });
    // Without the field it stays.
    await ask('saveCalendar', { year: '2027', rev: 1, days: [{ ...party, day: '2027-12-24' }] });
    expect((await ask('calendar', { year: '2027' })).data).toMatchObject({ rev: 2, complete: true });
  });
  test('of a company that kept one before is taken over', async () => {
    await company.db.insertMany('calendars', [{ _id: '2026', overrides: [party] }]);
    expect((await ask('calendar', { year: '2026' })).data).toMatchObject({ rev: 0, days: [party] });
    expect((await ask('saveCalendar', { year: '2026', rev: 0, days: [] })).data).toEqual({ rev: 1 });
    expect(await company.db.get('calendars', '2026')).toMatchObject({ rev: 1, overrides: [] });
  });
});
