import { openWithReset } from '../../../support/open';
import { fieldTap, OPENIDS, openCompany, tap } from '../support/company';
import { correction, span } from '../support/spans';

const company = openWithReset(() => openCompany('2026-11-23T09:05:00+08:00'));

const goTo = (time: string) => company.clock.set(Date.parse(`${time.replace(' ', 'T')}:00+08:00`));
async function account(spans: Record<string, unknown>): Promise<void> {
  await company.db.replaceAll({ accounts: [{ _id: 'E0001', rev: 3, spans, entries: {} }] });
}
const setPolicy = (fieldPolicy: string) =>
  company.db.updateMany(
    'employees',
    { _id: 'E0001' },
    { $set: { 'assignments.0.fieldPolicy': fieldPolicy } },
  );
const queued = () => company.db.find('request_wishes', {});
const decideField = (punchKey: string, state: 'approved' | 'rejected') =>
  account({
    'R1-field': span('field', state, '2026-11-23 09:05', '2026-11-23 09:05', { punchKey }),
  });

test('the month shows approved leave and what is asked for', async () => {
  await account({
    'R1-leave': span('leave', 'approved', '2026-11-18 09:00', '2026-11-18 18:00', {
      perDay: { ['2026-11-18' as never]: 480 },
    }),
    'R2-correction': correction('open', 'in', '2026-11-19 09:00'),
  });
  const { data } = await company.act(OPENIDS.day, 'month', { month: '2026-11' });
  const day = (date: number) => data.days[date - 1];
  expect(day(18)).toMatchObject({ state: 'leave', marks: [{ kind: 'leave', days: 1 }] });
  expect(day(19)).toMatchObject({
    state: 'absent',
    marks: [{ kind: 'absent' }, { kind: 'requested', of: 'correction', requestId: 'R-correction' }],
  });
  expect(data.totals).toMatchObject({ leave: 1 });
});

test('today’s next punch and reminders follow the requests', async () => {
  await account({
    'R1-leave': span('leave', 'approved', '2026-11-16 00:00', '2026-11-20 00:00'),
    'R2-correction': correction('approved', 'in', '2026-11-23 09:00'),
  });
  const { data } = await company.act(OPENIDS.day, 'today');
  expect(data.next).toEqual({ slot: 'out', update: false });
  expect(data.todos.map(({ day }: { day: string }) => day)).toEqual([
    '2026-11-20',
    '2026-11-13',
    '2026-11-12',
  ]);
  const booked = await company.punch(OPENIDS.day, tap(company));
  expect(booked.data.punch.slot).toBe('out');
});

test('a field punch that needs approval is booked, queued as a request once, and counts when it is approved', async () => {
  await setPolicy('approval');
  const input = fieldTap(company, 'E0001');
  const first = await company.punch(OPENIDS.day, input);
  expect(first.data).toMatchObject({
    outcome: 'booked',
    punch: { slot: 'in', flags: ['field', 'needs-approval'] },
    next: { slot: 'out', update: false },
    status: { marks: [{ kind: 'requested', of: 'field', requestId: null }] },
  });
  expect((await company.punch(OPENIDS.day, input)).data.outcome).toBe('already');
  // Its approver has it in the same call, once.
  expect(await company.db.find('requests', {})).toMatchObject([
    { kind: 'field', applicantId: 'E0001', state: 'pending', waitingFor: ['E0005'] },
  ]);
  expect(await company.db.find('messages', {})).toMatchObject([{ event: 'request.waiting', to: ['E0005'] }]);
  expect(await queued()).toEqual([
    {
      _id: `field-${input.punchKey}`,
      kind: 'field',
      state: 'done',
      employeeId: 'E0001',
      day: '2026-11-23',
      slot: 'in',
      at: first.data.punch.at,
      punchKey: input.punchKey,
      place: '客户公司',
      photo: (input.field as { photo: string }).photo,
      note: '',
    },
  ]);
  await decideField(input.punchKey, 'approved');
  goTo('2026-11-23 18:30');
  const today = await company.act(OPENIDS.day, 'today');
  expect(today.data.status).toMatchObject({ state: 'ongoing', marks: [{ kind: 'field', slot: 'in' }] });
});

test('after a rejection the next punch is a clock-in again', async () => {
  await setPolicy('approval');
  const input = fieldTap(company, 'E0001');
  await company.punch(OPENIDS.day, input);
  await decideField(input.punchKey, 'rejected');
  goTo('2026-11-23 10:30');
  const { data } = await company.punch(OPENIDS.day, tap(company));
  expect(data).toMatchObject({ punch: { slot: 'in' }, status: { marks: [{ kind: 'late', minutes: 60 }] } });
  expect(data.punches).toHaveLength(1);
});

test('a request that is there already is not queued again', async () => {
  await setPolicy('approval');
  const input = fieldTap(company, 'E0001');
  await company.punch(OPENIDS.day, input);
  await decideField(input.punchKey, 'approved');
  await company.act(OPENIDS.day, 'today');
  expect((await company.punch(OPENIDS.day, input)).data.outcome).toBe('already');
  // The read of the days, and no write.
  expect(company.lastCalls()).toBe(1);
  expect(await queued()).toHaveLength(1);
});

test('a free field punch queues no request', async () => {
  const { data } = await company.punch(OPENIDS.day, fieldTap(company, 'E0001'));
  expect(data.punch.flags).toEqual(['field']);
  expect(await queued()).toEqual([]);
});

test('a punch at a site needs no approval', async () => {
  await setPolicy('approval');
  const { data } = await company.punch(OPENIDS.day, tap(company));
  expect(data.punch.flags).toEqual([]);
  expect(await queued()).toEqual([]);
});
