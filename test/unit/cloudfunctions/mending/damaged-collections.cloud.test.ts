import { openWithReset } from '../../../support/open';
import { holiday, stepsIn } from '../support/change-steps';
import { OFFICE, tap } from '../support/company';
import { newKey, openidOf, openRequestCompany, PEOPLE, trip, type Who } from '../support/request-company';

/** A Monday morning; October is over. */
const NOW = '2026-11-23T09:00:00+08:00';
const MONTH = '2026-10';
const text = (words: string) => ({ 'zh-CN': words, en: words });
const site = { _id: 'S1', name: text('HQ'), ...OFFICE, radius: 300, tolerance: 50 };
const company = openWithReset(() => openRequestCompany(NOW, { seed: { sites: [site] } }));

const act = (who: Who, action: string, input: object = {}) => company.act(openidOf(who), action, input);
const damage = (collection: string, _id: string, change: Record<string, unknown>) =>
  company.db.updateMany(collection, { _id }, change);
/** What HR sees under data to mend. */
const faults = async (): Promise<string[]> => {
  const { data } = await company.ask('hr', 'dataFaults', {});
  return data.items.map((each: Record<string, string>) =>
    [each.collection, each.document, each.field, each.rule].join(' '),
  );
};
/** Named to HR, and gone from there as soon as it is mended. */
async function expectNamed(fault: string, mend: () => Promise<unknown>): Promise<void> {
  expect(await faults()).toEqual([fault]);
  await mend();
  expect(await faults()).toEqual([]);
}
const faulty = (collection: string, document: string, field: string) => ({
  code: 'RECORD_FAULTY',
  data: { collection, document, field },
});
const submitTrip = (day = '2026-12-01') => company.ask('staff', 'submit', trip(day));

test('damaged company rules switch no rule off: requests are refused, and everybody still punches', async () => {
  await company.db.insertMany('request_rules', [
    { _id: 'company', version: 2, correction: { monthlyQuota: 'three' }, attendance: { trustMinutes: 120 } },
  ]);
  const correction = { day: '2026-11-20', slot: 'in', time: '09:00', reason: '忘记打卡' };
  const asked = await company.ask('staff', 'submit', {
    key: newKey(),
    typeId: 'correction',
    version: 1,
    values: correction,
  });
  expect(asked.error).toEqual(faulty('request_rules', 'company', ''));
  expect(await company.db.count('requests')).toBe(0);
  expect((await company.ask('hr', 'companyRules', {})).error).toEqual(
    faulty('request_rules', 'company', 'correction'),
  );
  expect((await act('staff', 'today')).data.next).toMatchObject({ slot: 'in' });
  // A tap of five minutes ago would be trusted by any rules that can be used.
  const input = tap(company, { tappedAt: company.clock.now() - 5 * 60_000 });
  expect((await act('staff', 'punch', input)).data.outcome).toBe('booked');
  const stored = Object(await company.db.get('attendance_days', `${PEOPLE.staff}:2026-11-23`));
  expect(stored.punches).toMatchObject([{ claim: 'open' }]);
  await expectNamed('request_rules company correction object', () =>
    damage('request_rules', 'company', { $set: { 'correction.monthlyQuota': 3 } }),
  );
});

test('of a damaged inbox nothing is read: its person sees every message, and others theirs', async () => {
  const { data } = await submitTrip();
  await company.ask('head', 'decide', { id: data.id, rev: 1, verb: 'approve' });
  await act('staff', 'notices.markRead', { until: company.clock.now() });
  expect((await act('staff', 'notices.me')).data.unread).toBe(0);
  await damage('inboxes', PEOPLE.staff, { $set: { readUntil: 'yesterday' } });
  const inbox = await act('staff', 'notices.inbox');
  expect(inbox.data).toMatchObject({ unread: 1, items: [{ read: false }] });
  expect((await act('head', 'notices.inbox')).data.items).toHaveLength(1);
  await expectNamed(`inboxes ${PEOPLE.staff} readUntil number`, () =>
    damage('inboxes', PEOPLE.staff, { $set: { readUntil: company.clock.now() } }),
  );
});

test('a damaged message is left out of its list and of the sending, and those behind it are shown', async () => {
  for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) await submitTrip(day);
  const [first] = await company.db.find('messages', { to: PEOPLE.head });
  await damage('messages', String(first?._id), { $set: { event: null } });
  const { data } = await act('head', 'notices.inbox');
  expect(data.items).toHaveLength(2);
  await expectNamed(`messages ${first?._id} event text`, () =>
    damage('messages', String(first?._id), { $set: { event: first?.event } }),
  );
});

test('a damaged settled month is neither settled again nor a difference, and the others are settled', async () => {
  await act('hr', 'settle', { month: MONTH });
  const _id = `${PEOPLE.staff}:${MONTH}`;
  const before = Object(await company.db.get('settled_months', _id));
  await damage('settled_months', _id, { $set: { days: 'all of them' } });
  const broken = await company.db.get('settled_months', _id);
  const again = await act('hr', 'settle', { month: MONTH, again: true });
  expect(again.data).toMatchObject({ state: 'done', leftOut: 1 });
  expect(again.data.people).toBeGreaterThan(5);
  expect(await company.db.get('settled_months', _id)).toEqual(broken);
  const differences = await act('hr', 'differences', { month: MONTH });
  expect(differences.data.items).toEqual([]);
  await expectNamed(`settled_months ${_id} days list`, () =>
    damage('settled_months', _id, { $set: { days: before.days } }),
  );
});

test('a month whose settlement is damaged stays locked for requests, and nobody unlocks it', async () => {
  const settled = await act('hr', 'settle', { month: MONTH });
  await act('hr', 'lockMonth', { month: MONTH, rev: settled.data.rev });
  await damage('settlements', MONTH, { $set: { state: 'unlocked' } });
  const input = { month: MONTH };
  const error = faulty('settlements', MONTH, 'state');
  expect((await act('hr', 'settle', { ...input, again: true })).error).toEqual(error);
  expect((await act('hr', 'settlement', input)).error).toEqual(error);
  expect((await act('hr', 'askUnlock', { ...input, rev: 1, reason: '更正' })).error).toEqual(error);
  expect((await act('staff', 'month', input)).data.isLocked).toBe(true);
  // The timer goes on, and so do other months.
  company.clock.set(Date.parse('2026-11-02T10:10:00+08:00'));
  const as = { kind: 'timer', name: 'attendance' } as const;
  const { result } = await company.invoke('attendance', { Type: 'Timer' }, { as });
  expect(result).toMatchObject({ ok: true, data: { settlement: {} } });
  expect(await company.db.get('settlements', MONTH)).toMatchObject({ state: 'unlocked' });
  company.clock.set(Date.parse(NOW) + 3_600_000);
  expect((await act('hr', 'settle', { month: '2026-09' })).data.state).toBe('done');
  await expectNamed(`settlements ${MONTH} state choice`, () =>
    damage('settlements', MONTH, { $set: { state: 'locked' } }),
  );
});

test('a delegation without an end gives the delegate nothing, and can be set anew', async () => {
  const { data } = await submitTrip();
  const away = { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-25' };
  await company.ask('head', 'delegate', away);
  await damage('delegations', PEOPLE.head, { $set: { to: 'open' } });
  company.clock.advance(61_000);
  expect((await company.ask('peer', 'pending')).data.items).toEqual([]);
  expect((await company.ask('peer', 'detail', { id: data.id })).error?.code).toBe('NOT_FOUND');
  expect((await company.ask('peer', 'decide', { id: data.id, rev: 1, verb: 'approve' })).error?.code).toBe(
    'NOT_FOUND',
  );
  expect((await company.ask('head', 'start')).data.delegation).toBeNull();
  expect((await company.ask('head', 'pending')).data.items).toHaveLength(1);
  await expectNamed(`delegations ${PEOPLE.head} to day`, () => company.ask('head', 'delegate', away));
  company.clock.advance(61_000);
  expect((await company.ask('peer', 'pending')).data.items).toHaveLength(1);
});

test('a damaged change of the calendar waits, and the one behind it is worked off', async () => {
  const { saveCalendar } = stepsIn(company);
  await saveCalendar(holiday('2027-01-12'));
  const [first] = await company.db.find('saved_changes', {});
  await damage('saved_changes', String(first?._id), { $set: { state: 'due', dueAt: 0, from: 'December' } });
  await saveCalendar(holiday('2027-01-12', '2027-01-13'), 1);
  company.clock.advance(180_000);
  await company.tick();
  const after = await company.db.find('saved_changes', {});
  expect(after.filter(({ _id }) => _id !== first?._id)).toMatchObject([{ state: 'done' }]);
  await expectNamed(`saved_changes ${first?._id} from day`, () =>
    damage('saved_changes', String(first?._id), { $set: { from: first?.from } }),
  );
});

test('a damaged binding gives no access and is not taken for a free place', async () => {
  const openid = openidOf('staff');
  await damage('bindings', openid, { $set: { employeeId: 3 } });
  company.clock.advance(61_000);
  expect((await act('staff', 'today')).error).toEqual(faulty('bindings', openid, 'employeeId'));
  const invite = await company.act('console', 'createInvite', { employeeId: PEOPLE.staff });
  const bound = await act('staff', 'bind', { code: invite.data.code });
  expect(bound.error).toEqual(faulty('bindings', openid, 'employeeId'));
  expect((await act('peer', 'today')).ok).toBe(true);
  await expectNamed(`bindings ${openid} employeeId text`, () =>
    damage('bindings', openid, { $set: { employeeId: PEOPLE.staff } }),
  );
});

test('a damaged payment is neither paid nor undone, and the others are paid', async () => {
  const values = { lines: [{ day: '2026-11-20', category: 'travel', amount: 12_345 }] };
  const ids: string[] = [];
  for (const _ of ['one', 'two']) {
    const sent = { key: newKey(), typeId: 'expense', version: 1, values };
    const { data } = await company.ask('staff', 'submit', sent);
    await company.ask('head', 'decide', { id: data.id, rev: 1, verb: 'approve' });
    await company.ask('payroll', 'decide', { id: data.id, rev: 2, verb: 'approve' });
    ids.push(data.id);
  }
  const [broken = '', whole = ''] = ids;
  await damage('expense_payments', broken, { $set: { fen: '123.45' } });
  const due = (await company.ask('payroll', 'payments')).data.due as { id: string }[];
  expect(due.map(({ id }) => id)).toEqual([whole]);
  const pay = (id: string) => company.ask('payroll', 'markPaid', { id, rev: 1, reference: '工行 001' });
  expect((await pay(broken)).error).toEqual(faulty('expense_payments', broken, 'fen'));
  expect((await pay(whole)).ok).toBe(true);
  const { rev } = Object(await company.db.get('requests', broken));
  const cancelled = await company.ask('staff', 'cancel', {
    id: broken,
    rev,
    key: newKey(),
    reason: '填错了',
  });
  expect(cancelled.error).toEqual(faulty('expense_payments', broken, 'fen'));
  await expectNamed(`expense_payments ${broken} fen number`, () =>
    damage('expense_payments', broken, { $set: { fen: 12_345 } }),
  );
});

test.each([
  ['without a day', { lastDay: null, ends: true }, 'lastDay'],
  ['that does not say whether it ends or stays', { lastDay: '2026-10-31' }, 'ends'],
])('a damaged leaving %s gives nobody access again, and is named to HR', async (_, wrong, field) => {
  await company.db.insertMany('leavings', [
    { _id: 'R-x-ends', employeeId: PEOPLE.left, at: 1, state: 'due', ...wrong },
  ]);
  await company.timers.runNow('people');
  expect(await company.db.get('employees', PEOPLE.left)).toMatchObject({ leftOn: '2026-10-31' });
  expect((await act('left', 'requests.start')).error?.code).toBe('ACCESS_ENDED');
  expect(await faults()).toEqual([expect.stringContaining(`leavings R-x-ends ${field}`)]);
});
