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
