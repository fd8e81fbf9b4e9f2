import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE, trip } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

test('a trip: sent, seen, approved, told', async () => {
  const input = trip('2026-12-01', '2026-12-02');
  const sent = await company.ask('staff', 'submit', input);
  expect(sent).toMatchObject({
    ok: true,
    data: {
      id: `${PEOPLE.staff}-${input.key}`,
      rev: 1,
      state: 'pending',
      amountMinutes: 960,
      reason: '客户现场',
      waitingFor: [{ id: PEOPLE.head }],
    },
  });
  expect(await company.db.find('messages')).toMatchObject([
    { event: 'request.waiting', to: [PEOPLE.head], aboutId: sent.data.id, template: 'waiting' },
  ]);
  const waiting = await company.ask('head', 'pending');
  expect(waiting.data).toMatchObject({
    items: [{ id: sent.data.id, applicant: { id: PEOPLE.staff } }],
    next: null,
    counts: { waiting: 1 },
  });
  const { id, rev } = waiting.data.items[0];
  const decided = await company.ask('head', 'decide', { id, rev, verb: 'approve', comment: '注意安全' });
  expect(decided).toMatchObject({ ok: true, data: { state: 'approved', waitingFor: [], rev: 2 } });
  expect(await company.db.get('accounts', PEOPLE.staff)).toMatchObject({
    rev: 2,
    spans: { [id]: { state: 'approved', kind: 'trip', minutes: 960 } },
  });
  expect((await company.db.find('messages')).map(({ event, to }) => [event, to])).toContainEqual([
    'request.approved',
    [PEOPLE.staff],
  ]);
  expect((await company.ask('staff', 'mine')).data.items).toMatchObject([{ id, state: 'approved' }]);
  expect((await company.ask('head', 'done')).data.items).toMatchObject([{ id, state: 'approved' }]);
  expect((await company.ask('head', 'pending')).data.counts).toEqual({ waiting: 0 });
  const opened = await company.ask('staff', 'detail', { id });
  expect(opened.data).toMatchObject({
    may: ['cancel', 'shorten'],
    timeline: [
      { verb: 'submit', byId: PEOPLE.staff },
      { verb: 'approve', byId: PEOPLE.head, comment: '注意安全' },
    ],
    steps: [{ state: 'done', people: [{ id: PEOPLE.head, decision: 'approved' }] }],
  });
});
