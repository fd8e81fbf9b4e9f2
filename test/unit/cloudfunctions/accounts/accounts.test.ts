import {
  findAccount,
  findAccounts,
  freshAccountOf,
  warmAccountOf,
} from '../../../../cloudfunctions/accounts/data/accounts';
import { emptyAccount } from '../../../../cloudfunctions/accounts/domain/account';
import { day } from '../support/rules';

/** Every tenth person has an account. */
const mockStored = (ids: readonly string[]) =>
  ids.filter((id) => id.endsWith('0')).map((id) => ({ _id: id, rev: 7, spans: {}, entries: {} }));
const mockReads: (readonly string[])[] = [];

jest.mock('../../../../cloudfunctions/shared/data/collection', () => ({
  collection: () => ({
    usable: (found: readonly object[]) => found,
    byIds: async (ids: readonly string[]) => {
      mockReads.push(ids);
      return mockStored(ids);
    },
    byId: async (id: string) => {
      mockReads.push([id]);
      return mockStored([id])[0] ?? null;
    },
  }),
}));

beforeEach(() => {
  mockReads.length = 0;
});

test('somebody without any request has an empty account', async () => {
  expect(await findAccount('E0001')).toEqual(emptyAccount('E0001'));
  expect((await findAccount('E0010')).rev).toBe(7);
});

test('many accounts are a read for each hundred, and nobody is left out', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => `E${String(index).padStart(4, '0')}`);
  const found = await findAccounts([...ids, 'E0000'], day('2026-09-01'));
  expect(mockReads.map((read) => read.length)).toEqual([100, 100, 50]);
  expect([...found.keys()]).toEqual(ids);
  expect(found.get('E0010')?.rev).toBe(7);
  expect(found.get('E0011')).toEqual(emptyAccount('E0011'));
});

test('what was read afresh is remembered for a minute', async () => {
  await freshAccountOf('E0020', day('2026-09-01'), 1_000);
  await freshAccountOf('E0020', day('2026-09-01'), 2_000);
  expect(mockReads).toHaveLength(2);
  await warmAccountOf('E0020', 61_000);
  expect(mockReads).toHaveLength(2);
  await warmAccountOf('E0020', 62_000);
  expect(mockReads).toHaveLength(3);
});
