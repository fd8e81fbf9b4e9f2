import { openWithReset } from '../../../support/open';
import { openCompany } from '../support/company';

/** The timer of `people` runs at twenty past. */
const NIGHT = '2026-11-23T03:20:30+08:00';
const company = openWithReset(() => openCompany(NIGHT));

const DAY = 86_400_000;
const ago = (days: number) => company.clock.now() - days * DAY;
const dayAgo = (days: number) => new Date(ago(days) + 8 * 3_600_000).toISOString().slice(0, 10);
const night = async () => {
  const as = { kind: 'timer', name: 'people' } as const;
  const { result } = await company.invoke('people', { Type: 'Timer' }, { as });
  const { ok, data } = result as { ok: boolean; data: Record<string, object> };
  expect(ok).toBe(true);
  return data.retention;
};
const ids = async (collection: string) =>
  (await company.db.find(collection, {})).map(({ _id }) => String(_id)).sort();

const message = (_id: string, days: number, delivery = 'done') => ({
  _id,
  event: 'comp-time.expiring',
  to: ['E0001'],
  data: {},
  aboutId: null,
  at: ago(days),
  template: null,
  delivery,
});

/** By collection: what is kept, and what is over by a day. */
const DOCUMENTS: readonly [string, () => object[], () => object[]][] = [
  ['messages', () => [message('new', 365), message('due', 400, 'due')], () => [message('old', 366)]],
  [
    'invites',
    () => [{ _id: 'new', employeeId: 'E0006', expiresAt: ago(30), usedBy: null }],
    () => [{ _id: 'old', employeeId: 'E0007', expiresAt: ago(31), usedBy: 'openid-somebody' }],
  ],
  [
    'bind_attempts',
    () => [{ _id: 'new', count: 5, until: ago(30) }],
    () => [{ _id: 'old', count: 5, until: ago(31) }],
  ],
  [
    'leavings',
    () => [{ _id: 'new', state: 'done', at: ago(365) }],
    () => [{ _id: 'old', state: 'done', at: ago(366) }],
  ],
  [
    'punch_tries',
    () => [{ _id: 'new', count: 3, day: dayAgo(90) }],
    () => [{ _id: 'old', count: 3, day: dayAgo(91) }],
  ],
  [
    'flag_runs',
    () => [{ _id: dayAgo(365), rev: 3, state: 'done', cursor: '', found: 0 }],
    () => [{ _id: dayAgo(366), rev: 3, state: 'done', cursor: '', found: 0 }],
  ],
  [
    'phones',
    () => [{ _id: 'new', users: {}, lastOn: dayAgo(90) }],
    () => [{ _id: 'old', users: {}, lastOn: dayAgo(91) }],
  ],
  [
    'request_wishes',
    () => [
      { _id: 'new', state: 'done', at: ago(365) },
      { _id: 'due', state: 'due', at: ago(400) },
    ],
    () => [{ _id: 'old', state: 'refused', at: ago(366) }],
  ],
  [
    'saved_changes',
    () => [
      { _id: 'new', state: 'done', dueAt: ago(365) },
      { _id: 'due', state: 'due', dueAt: ago(400) },
    ],
    () => [{ _id: 'old', state: 'done', dueAt: ago(366) }],
  ],
  [
    'data_faults',
    () => [
      {
        _id: 'new',
        collection: 'a',
        document: 'b',
        field: 'c',
        rule: 'text',
        seenAt: ago(180),
        toldOn: null,
      },
    ],
    () => [
      {
        _id: 'old',
        collection: 'a',
        document: 'b',
        field: 'c',
        rule: 'text',
        seenAt: ago(181),
        toldOn: null,
      },
    ],
  ],
];
const seed = async () => {
  for (const [collection, kept, over] of DOCUMENTS)
    await company.db.insertMany(collection, [...kept(), ...over()] as Record<string, unknown>[]);
};

test('at night what is over goes, and what is kept or not done yet stays', async () => {
  await seed();
  const kept = new Map(DOCUMENTS.map(([name, documents]) => [name, documents()]));
  expect(await night()).toEqual(Object.fromEntries(DOCUMENTS.map(([name]) => [name, 1])));
  for (const [name, documents] of kept)
    expect([name, await ids(name)]).toEqual([name, documents.map((each) => String(Object(each)._id)).sort()]);
  expect(await night()).toEqual({});
});

test('by day nothing is removed', async () => {
  await seed();
  company.clock.advance(3_600_000);
  expect(await night()).toEqual({});
  expect(await ids('messages')).toEqual(['due', 'new', 'old']);
});

test('more than one step takes goes in the same night', async () => {
  const many = Array.from({ length: 450 }, (_, n) => message(`m${n}`, 400 + (n % 7)));
  await company.db.insertMany('messages', [message('new', 1), ...many]);
  expect(await night()).toEqual({ messages: 450 });
  expect(await ids('messages')).toEqual(['new']);
});
