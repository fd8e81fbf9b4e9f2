import { openWithReset } from '../../../support/open';
import { openCompany } from '../support/company';

const company = openWithReset(() => openCompany('2026-11-23T10:00:00+08:00'));

const KEY = 'punch-key-of-a-field-punch';
const queuedRequest = (more: object = {}) => ({
  _id: `field-${KEY}`,
  kind: 'field',
  state: 'due',
  employeeId: 'E0001',
  day: '2026-11-23',
  slot: 'in',
  at: Date.parse('2026-11-23T09:12:00+08:00'),
  punchKey: KEY,
  place: '示例客户大厦',
  photo: 'cloud://local-env/field-punches/E0001/p.jpg',
  note: '客户拜访',
  ...more,
});
const timer = () =>
  company.invoke('requests', { Type: 'Timer' }, { as: { kind: 'timer', name: 'requests' } });
const states = async () => (await company.db.find('request_wishes', {})).map(({ state }) => state);

test('a field punch that needs approval becomes one request, however often the timer runs', async () => {
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  await timer();
  expect(await company.db.find('requests', {})).toMatchObject([
    {
      kind: 'field',
      applicantId: 'E0001',
      state: 'pending',
      waitingFor: ['E0005'],
      reason: '客户拜访',
      values: { photo: ['cloud://local-env/field-punches/E0001/p.jpg'] },
    },
  ]);
  const account = await company.db.get('accounts', 'E0001');
  expect(Object.values(Object(account?.spans))).toMatchObject([
    { kind: 'field', punchKey: KEY, state: 'open' },
  ]);
  expect(await states()).toEqual(['done']);
});

test('a run that died after the sending makes no second request', async () => {
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  await company.db.updateMany('request_wishes', {}, { $set: { state: 'due' } });
  await timer();
  expect(await company.db.count('requests')).toBe(1);
  expect(await states()).toEqual(['done']);
});

test('a queued request of nobody is closed, and the next one is not held up', async () => {
  await company.db.insertMany('request_wishes', [
    queuedRequest({ _id: 'field-of-nobody-0000000', employeeId: 'E9999', at: 1 }),
    queuedRequest(),
  ]);
  await timer();
  expect((await states()).sort()).toEqual(['done', 'refused']);
});
