const done = jest.fn();
jest.mock('../../../../miniprogram/services/cloud', () => ({
  cloud: { requests: { done: (input: unknown) => done(input) } },
}));

import { loadRequests } from '../../../../miniprogram/services/requests-data';
import { card } from '../support/request-card';

const page = (items: readonly object[], next: string | null) => ({
  data: { items, next, counts: { waiting: 3 } },
});
const search = { text: '王', state: 'approved' as const, kind: null };
beforeEach(() => done.mockReset());

test('a search continues past pages without a hit', async () => {
  done
    .mockResolvedValueOnce(page([], '1.a'))
    .mockResolvedValueOnce(page([], '2.b'))
    .mockResolvedValueOnce(page([card()], '3.c'));
  expect(await loadRequests('done', null, search)).toEqual({ items: [card()], next: '3.c', waiting: 3 });
  expect(done.mock.calls).toEqual([
    [{ text: '王', state: 'approved' }],
    [{ cursor: '1.a', text: '王', state: 'approved' }],
    [{ cursor: '2.b', text: '王', state: 'approved' }],
  ]);
});

test('it ends with the last page, and after five looks says that there is more', async () => {
  done.mockResolvedValueOnce(page([], '1.a')).mockResolvedValueOnce(page([], null));
  expect((await loadRequests('done', null, search)).next).toBeNull();
  done.mockReset().mockResolvedValue(page([], '9.z'));
  expect(await loadRequests('done', null, search)).toMatchObject({ items: [], next: '9.z' });
  expect(done).toHaveBeenCalledTimes(5);
});
