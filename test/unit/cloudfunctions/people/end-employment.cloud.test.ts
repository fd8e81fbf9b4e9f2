import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';

const company = openWithReset(() => openCompany('2026-11-23T10:00:00+08:00'));

const leaving = (id: string, more: Record<string, unknown> = {}) => ({
  _id: id,
  employeeId: 'E0001',
  lastDay: '2026-11-23',
  ends: true,
  at: 1,
  state: 'due',
  ...more,
});
const run = async () => {
  const { result, warnings } = await company.invoke(
    'people',
    { Type: 'Timer' },
    { as: { kind: 'timer', name: 'people' } },
  );
  // The transaction reads the person as it writes them.
  expect(warnings.filter(({ kind }) => kind !== 'where-in-transaction')).toEqual([]);
  return (result as { data: Record<string, unknown> }).data['end-employment'];
};
const leftOn = async () => (await company.db.find('employees', { _id: 'E0001' }))[0]?.leftOn;

test('an approved resignation ends the access the day after the last one', async () => {
  await company.db.insertMany('leavings', [leaving('R1-ends')]);
  expect(await run()).toEqual({ changed: 1 });
  expect(await leftOn()).toBe('2026-11-23');
  expect(await company.db.find('saved_changes')).toMatchObject([{ cause: 'person', employeeIds: ['E0001'] }]);
  company.clock.advance(61_000);
  expect((await company.act(OPENIDS.day, 'today')).ok).toBe(true);
  company.clock.set(Date.parse('2026-11-24T00:00:01+08:00'));
  expect((await company.act(OPENIDS.day, 'today')).error?.code).toBe('ACCESS_ENDED');
  expect(await run()).toEqual({ changed: 0 });
});

test('one that was undone keeps the person, in the order of the decisions', async () => {
  await company.db.insertMany('leavings', [leaving('R1-stays', { ends: false, at: 2 }), leaving('R1-ends')]);
  expect(await run()).toEqual({ changed: 2 });
  expect(await leftOn()).toBeNull();
});

test('a last day that was entered since stays', async () => {
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { leftOn: '2026-12-31' } });
  await company.db.insertMany('leavings', [leaving('R1-stays', { ends: false })]);
  await run();
  expect(await leftOn()).toBe('2026-12-31');
});

test('nobody but the platform’s timer runs it', async () => {
  const { result } = await company.invoke(
    'people',
    { Type: 'Timer' },
    { as: { kind: 'user', openid: OPENIDS.day } },
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'CALLER_REFUSED' } });
});
