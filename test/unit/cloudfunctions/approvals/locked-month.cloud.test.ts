import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE } from '../support/request-company';

/** November is over; its last day can still be put right. */
const NOW = '2026-12-02T09:00:00+08:00';
const WARNING = { code: 'MONTH_LOCKED', data: { month: '2026-11' }, tone: 'warn' };

const SETTLED = {
  ...{
    _id: '2026-11',
    rev: 1,
    cursor: '',
    leaseUntil: 0,
    people: 1,
    written: 1,
    waiting: 0,
    resumesAt: null,
  },
  ...{ startedAt: 1, doneAt: 1, lockedAt: null, lockedById: null },
};

const company = openWithReset(() => openRequestCompany(NOW));
const novemberIs = (state: string) => company.db.insertMany('settlements', [{ ...SETTLED, state }]);

const correction = (day: string) => ({
  typeId: 'correction',
  values: { day, slot: 'out', time: '18:05', reason: '忘记打卡' },
});
const preview = async (day: string) => (await company.ask('staff', 'preview', correction(day))).data.warnings;
const submit = (day: string) =>
  company.ask('staff', 'submit', { key: 'locked-month-key-0001', version: 1, ...correction(day) });

test('applicants and approvers are told that the month is locked', async () => {
  await novemberIs('locked');
  expect(await preview('2026-11-30')).toEqual([WARNING]);
  expect(await preview('2026-12-01')).toEqual([]);
  const { data, error } = await submit('2026-11-30');
  expect(error).toBeUndefined();
  expect(data.warnings).toEqual([WARNING]);
  const [card] = (await company.ask('head', 'pending')).data.items;
  expect(card.warnings).toEqual([WARNING]);
  expect((await company.ask('head', 'detail', { id: card.id })).data.warnings).toEqual([WARNING]);
});

test('a month that was locked while the request waited is told to the approver', async () => {
  await novemberIs('done');
  expect(await preview('2026-11-30')).toEqual([]);
  expect((await submit('2026-11-30')).data.warnings).toEqual([]);
  await company.db.updateMany('settlements', { _id: '2026-11' }, { $set: { state: 'locked' } });
  // What an instance knows of a month may be a minute old.
  company.clock.advance(61_000);
  const [card] = (await company.ask('head', 'pending')).data.items;
  expect(card.warnings).toEqual([WARNING]);
  const decided = await company.ask('head', 'decide', { id: card.id, rev: card.rev, verb: 'approve' });
  expect(decided.data).toMatchObject({ state: 'approved' });
  const account = await company.db.get('accounts', PEOPLE.staff);
  expect(Object.values(account?.spans ?? {})).toMatchObject([{ day: '2026-11-30', state: 'approved' }]);
});

test('leave over two months, one of them locked', async () => {
  await novemberIs('locked');
  const values = {
    leaveType: 'sick',
    period: { unit: 'day', from: '2026-11-30', to: '2026-12-01' },
    reason: '发烧',
  };
  const { data } = await company.ask('staff', 'preview', { typeId: 'leave', values });
  expect(data.warnings).toContainEqual(WARNING);
});
