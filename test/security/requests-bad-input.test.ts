import {
  newKey,
  openRequestCompany,
  PEOPLE,
  type RequestCompany,
  trip,
} from '../unit/cloudfunctions/support/request-company';

let company: RequestCompany;
let sent: ReturnType<typeof trip>;
beforeAll(async () => {
  company = await openRequestCompany('2026-11-23T09:00:00+08:00');
  sent = trip('2026-12-01');
  expect((await company.ask('staff', 'submit', sent)).ok).toBe(true);
});
afterAll(() => company.close());

const everything = async () =>
  Promise.all(company.db.collectionNames().map(async (name) => [name, await company.db.find(name, {})]));

const of = (typeId: string, values: object) => ({ key: newKey(), typeId, version: 1, values });
const days = (from: string, to: string) => ({ unit: 'day', from, to });
const hours = (start: number, end: number) => ({ unit: 'hour', from: '2026-12-07', start, end });
const leave = (period: object, more: object = {}) =>
  of('leave', { leaveType: 'annual', period, reason: 'x', ...more });
const line = { day: '2026-11-20', category: 'travel', fen: 100, files: [], note: '' };
const onAnother = `${PEOPLE.staff}-${'k'.repeat(20)}`;

/** What a broken or dishonest phone may send. */
const BAD: readonly (readonly [what: string, action: string, input: () => unknown])[] = [
  ['dates the wrong way round', 'submit', () => leave(days('2026-12-05', '2026-12-01'))],
  ['a day that is none', 'submit', () => leave(days('2026-02-30', '2026-02-30'))],
  ['a year of leave', 'submit', () => leave(days('2026-12-01', '2027-12-01'))],
  ['a thousand years', 'submit', () => leave(days('2026-12-01', '3026-12-01'))],
  ['hours over a day', 'submit', () => leave(hours(540, 3_000))],
  ['hours the wrong way round', 'submit', () => leave(hours(1_080, 540))],
  ['25 hours of overtime', 'submit', () => of('overtime', { period: hours(0, 1_500), reason: 'x' })],
  ['an expense of 10,000 lines', 'submit', () => of('expense', { lines: Array(10_000).fill(line) })],
  ['an expense of 200 lines', 'submit', () => of('expense', { lines: Array(200).fill(line) })],
  [
    'text of 100 KB',
    'submit',
    () => leave(days('2026-12-01', '2026-12-01'), { reason: '长'.repeat(34_000) }),
  ],
  [
    'a file of somebody else',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.peer}/a.jpg` }),
  ],
  [
    'a file beside the folder',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.staff}/../x.jpg` }),
  ],
  [
    'a file that is not there',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.staff}/a.jpg` }),
  ],
  ['the balance of another', 'balances', () => ({ employeeId: PEOPLE.peer })],
  [
    'a change of one’s balance',
    'adjustBalance',
    () => ({
      key: newKey(),
      employeeId: PEOPLE.staff,
      typeId: 'annual',
      minutes: 4_800,
      reason: 'x',
    }),
  ],
  ['the key again, with other values', 'submit', () => ({ ...trip('2026-12-15'), key: sent.key })],
  ['a type that is not there', 'submit', () => of('nonsense', {})],
  ['a version to come', 'submit', () => ({ ...trip('2026-12-15'), version: 99 })],
  [
    'a decision of one’s own',
    'decide',
    () => ({ id: `${PEOPLE.staff}-${sent.key}`, rev: 1, verb: 'approve' }),
  ],
  ['a request that is not there', 'withdraw', () => ({ id: onAnother, rev: 1 })],
  ['a revision to come', 'withdraw', () => ({ id: `${PEOPLE.staff}-${sent.key}`, rev: 2 ** 53 })],
  ['an operator as an id', 'detail', () => ({ id: { $ne: '' } })],
];

test.each(BAD)('%s (%s): a typed error, and nothing changes', async (_, action, input) => {
  const before = await everything();
  const bad = input();
  const outcome = await company.ask('staff', action, bad).then(
    ({ ok, error }) => (ok ? 'ok' : (error?.code ?? 'none')),
    // The platform itself refuses an event over 100 KB.
    (error: { code?: string }) => error.code ?? 'none',
  );
  expect(outcome).toMatch(/^[A-Z][A-Z_]+$/);
  expect(['INTERNAL', 'BUSY', 'SYS_ERR', 'FUNCTIONS_EXECUTE_FAIL']).not.toContain(outcome);
  expect(await everything()).toEqual(before);
});

test('sent again as it was, it is the same request, and its timeline has one line', async () => {
  const before = await everything();
  expect(await company.ask('staff', 'submit', sent)).toMatchObject({ ok: true });
  expect(await everything()).toEqual(before);
  const { data } = await company.ask('staff', 'detail', { id: `${PEOPLE.staff}-${sent.key}` });
  expect(data.timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['submit']);
});
