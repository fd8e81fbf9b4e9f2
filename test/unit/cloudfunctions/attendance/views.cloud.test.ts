import { openPerFile } from '../../../support/open';
import { OPENIDS, openCompany, tap } from '../support/company';

const company = openPerFile(() => openCompany('2026-11-23T08:57:00+08:00'));

const goTo = (time: string) => company.clock.set(Date.parse(`${time.replace(' ', 'T')}:00+08:00`));

test('today shows everything of the screen in one call', async () => {
  const { data } = await company.act(OPENIDS.day, 'today');
  expect(data).toMatchObject({
    me: { employeeId: 'E0001', name: '员工E0001', nameEn: 'Person E0001' },
    timeZone: 'Asia/Shanghai',
    utcOffset: 480,
    day: '2026-11-23',
    shift: { id: 'SH-DAY', start: '09:00', end: '18:00', flexMinutes: 30 },
    sites: [{ id: 'S1', radius: 300, tolerance: 50 }],
    maxAccuracy: 200,
    fieldPolicy: 'free',
    punches: [],
    next: { slot: 'in', update: false },
    status: { state: 'upcoming', kind: 'workday' },
  });
  // Nobody has punched before: every workday that can be corrected is pointed out, the latest first.
  expect(data.todos.map(({ day }: { day: string }) => day)).toEqual([
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-17',
    '2026-11-16',
    '2026-11-13',
    '2026-11-12',
  ]);
});

test('a day off has no shift, and its first punch is a clock-in', async () => {
  goTo('2026-11-22 20:00');
  const { data } = await company.act(OPENIDS.day, 'today');
  expect(data).toMatchObject({
    shift: null,
    next: { slot: 'in', update: false },
    status: { state: 'rest', kind: 'restday' },
  });
});

test('a month has every day with its reasons, and totals', async () => {
  goTo('2026-10-12 09:10');
  await company.punch(OPENIDS.day, tap(company));
  goTo('2026-10-12 18:30');
  await company.punch(OPENIDS.day, tap(company));
  goTo('2026-10-14 12:00');
  const { data } = await company.act(OPENIDS.day, 'month', { month: '2026-10' });
  expect(data).toMatchObject({ month: '2026-10', today: '2026-10-14', from: '2026-01', to: '2026-12' });
  expect(data.days).toHaveLength(31);
  const states = Object.fromEntries(
    data.days.map((each: { day: string; state: string }) => [each.day.slice(8), each.state]),
  );
  expect(states).toMatchObject({
    '01': 'rest',
    '08': 'absent',
    '10': 'absent',
    '11': 'rest',
    '12': 'normal',
    '14': 'ongoing',
    '15': 'upcoming',
    '31': 'rest',
  });
  expect(data.totals).toMatchObject({ attended: 1, absent: 4, late: 0 });
  expect(data.days[9]).toMatchObject({ kind: 'makeup', kindName: { 'zh-CN': '国庆节' } });
  for (const each of data.days) expect(each.reasons.length).toBeGreaterThan(0);
});

test.each(['2025-12', '2027-02', '2001-01'])('the month %s is out of range', async (month) => {
  goTo('2026-11-23 10:00');
  expect((await company.act(OPENIDS.day, 'month', { month })).error).toEqual({
    code: 'MONTH_OUT_OF_RANGE',
    data: { from: '2026-01', to: '2027-01' },
  });
});

test.each(['2026-13', '2026-1', '', 202_611, null])('the month %p is no month', async (month) => {
  const { error } = await company.act(OPENIDS.day, 'month', { month });
  expect(error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'month' } });
});
