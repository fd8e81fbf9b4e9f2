import { openPerTest } from '../../../support/open';
import { ELSEWHERE, fieldTap, OPENIDS, tap } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const PHONE = 'phone-of-somebody-0001';
/** About 1,070 km from the office. */
const BEIJING = { latitude: 39.909104, longitude: 116.461841, accuracy: 20 };

const company = openPerTest(() => openOffice('2026-11-23T08:50:00+08:00'));

const at = (time: string, day = '2026-11-23') => company.clock.set(Date.parse(`${day}T${time}:00+08:00`));
/** Two people with one phone, and one of them an hour later far away. */
async function strangeDay() {
  await company.punch(OPENIDS.day, tap(company, { device: PHONE }));
  await company.punch(OPENIDS.fieldForbidden, tap(company, { device: PHONE }));
  at('09:50');
  const { data } = await company.punch(OPENIDS.day, fieldTap(company, 'E0001', { location: BEIJING }));
  return data;
}
const runJobs = async () => (await company.timers.runNow('attendance')).result as { data: { flags: object } };
const flags = async (state = 'open') => (await company.act(STAFF.hr, 'flags', { state })).data.items;
const ids = async (state?: string) => (await flags(state)).map(({ id }: { id: string }) => id);
const DAY_FLAGS = [
  '2026-11-23:E0003:shared-phone',
  '2026-11-23:E0001:shared-phone',
  '2026-11-23:E0001:impossible-travel',
];

test('a punch is flagged when it is booked, never refused', async () => {
  const { outcome, punch } = await strangeDay();
  expect(outcome).toBe('booked');
  expect(punch.flags).toEqual(['field', 'impossible-travel']);
  expect(JSON.stringify(punch)).not.toContain(PHONE);
});

test('the day after, HR has one flag for each person and reason, and one message', async () => {
  await strangeDay();
  at('14:59', '2026-11-24');
  await runJobs();
  expect(await ids()).toEqual([]);
  at('15:00', '2026-11-24');
  await runJobs();
  expect(await ids()).toEqual(DAY_FLAGS);
  const [, , travel] = await flags();
  expect(travel).toMatchObject({
    employee: { id: 'E0001', name: '员工E0001' },
    day: '2026-11-23',
    state: 'open',
    rule: { id: 'honest-places', version: 1 },
    evidence: [
      {
        data: { minutes: 60, limit: 300, from: { en: 'HQ' }, to: fieldTap(company, 'E0001').field.placeName },
      },
    ],
    others: [],
  });
  expect((await flags())[0].others).toEqual([{ id: 'E0001', name: '员工E0001', nameEn: 'Person E0001' }]);
  expect(JSON.stringify(await flags())).not.toContain(PHONE);
  const before = await company.db.find('messages');
  expect(before).toMatchObject([
    { event: 'attendance.flagged', to: ['E0011'], data: { day: '2026-11-23', count: 3 }, template: null },
  ]);
  await runJobs();
  expect([await ids(), await company.db.find('messages')]).toEqual([DAY_FLAGS, before]);
});

test('a run that ended in between is gone on with: same flags, same message', async () => {
  await strangeDay();
  at('15:00', '2026-11-24');
  await runJobs();
  await company.db.updateMany('flag_runs', {}, { $set: { state: 'running', cursor: '', found: 0 } });
  const kept = await company.db.find('attendance_flags', { flag: 'impossible-travel' });
  await company.db.replaceAll({ messages: [], attendance_flags: kept });
  await runJobs();
  expect(await ids()).toEqual(DAY_FLAGS);
  expect(await company.db.find('messages')).toMatchObject([{ data: { count: 3 } }]);
});

test('a quiet day is no message', async () => {
  await company.punch(OPENIDS.day, tap(company));
  at('15:00', '2026-11-24');
  await runJobs();
  expect(await company.db.count('messages')).toBe(0);
});

test('a person decides, once, with a note; the employee sees it', async () => {
  await strangeDay();
  at('15:00', '2026-11-24');
  await runJobs();
  const decide = (more: object = {}, as: string = STAFF.hr) =>
    company.act(as, 'decideFlag', { id: DAY_FLAGS[2], rev: 1, verdict: 'fine', note: '出差', ...more });
  const decided = await decide();
  expect(decided.data).toMatchObject({ state: 'fine', rev: 2, note: '出差', decidedByName: '王E0011' });
  expect((await decide()).data).toEqual(decided.data);
  expect((await decide({ verdict: 'follow-up' })).error).toEqual({
    code: 'VERSION_CONFLICT',
    data: { version: 2 },
  });
  expect((await decide({ rev: 2, verdict: 'follow-up' })).data).toMatchObject({ state: 'follow-up', rev: 3 });
  expect((await decide({ id: '2026-11-23:E9999:shared-phone' })).error?.code).toBe('NOT_FOUND');
  expect(await ids('follow-up')).toEqual([DAY_FLAGS[2]]);
  const own = (await company.act(OPENIDS.day, 'ownFlags', { month: '2026-11' })).data.items;
  // Who else used the phone is for HR alone to name.
  expect(own.map(({ others }: { others: unknown[] }) => others)).toEqual([[], []]);
  expect(JSON.stringify(await company.db.find('attendance_flags', { employeeId: 'E0001' }))).toContain(
    'E0003',
  );
  expect(JSON.stringify(own)).toMatch(/"people":2/);
  expect(JSON.stringify(own)).not.toContain('E0003');
  expect(own.map(({ flag, state }: { flag: string; state: string }) => [flag, state]).sort()).toEqual([
    ['impossible-travel', 'follow-up'],
    ['shared-phone', 'open'],
  ]);
  expect((await company.act(OPENIDS.night, 'ownFlags', { month: '2026-11' })).data.items).toEqual([]);
  for (const as of [OPENIDS.day, STAFF.manager, STAFF.admin, STAFF.payroll]) {
    expect((await decide({}, as)).error?.code).toBe('FORBIDDEN');
    expect((await company.act(as, 'flags', { state: 'open' })).error?.code).toBe('FORBIDDEN');
  }
});

test('HR decides no flag about themselves', async () => {
  const own = { employeeId: 'E0011', day: '2026-11-23', flag: 'shared-phone', evidence: [], state: 'open' };
  const id = '2026-11-23:E0011:shared-phone';
  await company.db.insertMany('attendance_flags', [{ _id: id, rev: 1, note: '', ...own }]);
  const decided = await company.act(STAFF.hr, 'decideFlag', { id, rev: 1, verdict: 'fine', note: '' });
  expect(decided.error).toEqual({ code: 'FORBIDDEN', data: { rule: 'own' } });
  expect(await company.db.get('attendance_flags', id)).toMatchObject({ rev: 1, state: 'open' });
});

test('flags come in pages, the latest day first', async () => {
  const many = Array.from({ length: 65 }, (_, n) => {
    const day = `2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    return {
      _id: `${day}:E0001:same-coordinates`,
      employeeId: 'E0001',
      day,
      flag: 'same-coordinates',
      evidence: [],
      state: 'open',
    };
  });
  await company.db.insertMany('attendance_flags', many);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await company.act(STAFF.hr, 'flags', { state: 'open', ...(cursor && { cursor }) });
    seen.push(...data.items.map(({ id }: { id: string }) => id));
    cursor = data.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual(many.map(({ _id }) => _id).reverse());
});

test('the same coordinates to the last digit on three days', async () => {
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    at('08:55', day);
    const { data } = await company.punch(OPENIDS.day, tap(company));
    expect(data.punch.flags).toEqual(day === '2026-11-25' ? ['same-coordinates'] : []);
  }
  at('18:05', '2026-11-25');
  const near = { ...ELSEWHERE, latitude: 31.2398, accuracy: 20 };
  expect((await company.punch(OPENIDS.day, tap(company, { location: near }))).data.punch.flags).toEqual([]);
});
