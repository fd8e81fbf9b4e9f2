import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE, trip, type Who } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const openidOf = (who: Who) => `openid-of-${PEOPLE[who].toLowerCase()}`;
const waitingOf = async (who: Who): Promise<number> =>
  (await company.act(openidOf(who), 'today')).data.waiting;
const send = async (who: Who) => {
  const answer = await company.ask(who, 'submit', trip('2026-12-01'));
  expect(answer).toMatchObject({ ok: true });
  return answer.data as { id: string; rev: number };
};

test('a manager who never opened Pending sees on Today how many requests wait', async () => {
  await send('staff');
  await send('peer');
  const { id, rev } = await send('other');
  expect(await waitingOf('head')).toBe(3);
  expect(await waitingOf('staff')).toBe(0);
  await company.ask('head', 'decide', { id, rev, verb: 'approve' });
  expect(await waitingOf('head')).toBe(2);
});

test('a delegate sees the requests of the absent manager, but not the own one', async () => {
  const days = { from: '2026-11-23', to: '2026-11-27' };
  const answer = await company.ask('head', 'delegate', {
    delegateId: PEOPLE.staff,
    ...days,
  });
  expect(answer).toMatchObject({ ok: true });
  await send('staff');
  await send('peer');
  expect(await waitingOf('staff')).toBe(1);
});

test('a person without requests still sees the own day, with nothing waiting', async () => {
  const { ok, data } = await company.act(openidOf('elsewhere'), 'today');
  expect({ ok, waiting: data.waiting, day: data.day }).toEqual({ ok: true, waiting: 0, day: '2026-11-23' });
});

const returnedOf = async (who: Who) => (await company.act(openidOf(who), 'today')).data.returned;

test('a rejected request is on Today of its applicant for two weeks, and on nobody else’s', async () => {
  const { id, rev } = await send('staff');
  await company.ask('head', 'decide', { id, rev, verb: 'reject', comment: '人手不够' });
  expect(await returnedOf('staff')).toMatchObject([{ id, state: 'rejected' }]);
  expect(await returnedOf('head')).toEqual([]);
  company.clock.advance(15 * 24 * 3_600_000);
  expect(await returnedOf('staff')).toEqual([]);
});

test('a returned request leaves Today once it is withdrawn', async () => {
  const { id, rev } = await send('staff');
  await company.ask('head', 'decide', { id, rev, verb: 'return', comment: '改一下日期' });
  const [back] = await returnedOf('staff');
  expect(back).toMatchObject({ id, state: 'returned' });
  expect(await company.ask('staff', 'withdraw', { id, rev: rev + 1 })).toMatchObject({ ok: true });
  expect(await returnedOf('staff')).toEqual([]);
});

test('payroll sees what is to be paid, a manager what is to be taken over; others see neither', async () => {
  await company.db.insertMany('expense_payments', [
    { _id: 'P1', state: 'due' },
    { _id: 'P2', state: 'paid' },
  ]);
  await company.db.insertMany('handover_tasks', [
    { _id: 'H1', managerId: PEOPLE.head, state: 'open', lastDay: '2026-12-31' },
    { _id: 'H2', managerId: PEOPLE.head, state: 'done', lastDay: '2026-12-31' },
  ]);
  const office = async (who: Who) => (await company.act(openidOf(who), 'today')).data.office;
  expect(await office('payroll')).toEqual([{ kind: 'payments', count: 1 }]);
  expect(await office('head')).toEqual([{ kind: 'handover', count: 1 }]);
  expect(await office('staff')).toEqual([]);
});
