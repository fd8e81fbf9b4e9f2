import type { ReadersContract } from '#contracts/pay-files';
import { openPerFile } from '../../../support/open';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const AT = Date.parse('2026-11-05T09:00:00+08:00');
const reading = (number: number, what: string, owner: object, at = AT + number) => ({
  ...{ _id: `${what}:${number}`, at, what, aboutId: 'x', ...owner },
  ...{ readerId: PEOPLE.payroll, readerName: '薪酬' },
});
const own = { ownerId: PEOPLE.staff };
const company = openPerFile(() =>
  openRequestCompany('2026-11-06T09:00:00+08:00', {
    seed: {
      readings: [
        reading(1, 'salary', own),
        reading(2, 'payslips', { ownerIds: [PEOPLE.peer, PEOPLE.staff] }),
        reading(3, 'salary', { ownerId: PEOPLE.peer }),
        reading(4, 'payslips', { ownerIds: [PEOPLE.peer] }),
        reading(5, 'promotion-pool', { ownerIds: [PEOPLE.staff] }),
        { ...reading(6, 'pay-file', { ownerIds: [PEOPLE.staff] }), readerId: '', readerName: '云开发控制台' },
        // As many at one moment as more than a page holds.
        ...Array.from({ length: 25 }, (_, at) => reading(100 + at, 'request', { ownerId: PEOPLE.other }, AT)),
      ],
    },
  }),
);
type Page = ReadersContract['dataReaders']['output'];
const pageOf = async (who: Who, cursor?: Page['next']): Promise<Page> =>
  (await company.act(openidOf(who), 'people.dataReaders', cursor ? { cursor } : {})).data;

test('an employee sees who has read their data, the latest first, and nobody else’s', async () => {
  const { items, next } = await pageOf('staff');
  expect(items.map(({ what, reader }) => [what, reader?.id ?? null])).toEqual([
    ['pay-file', null],
    ['payslips', PEOPLE.payroll],
    ['salary', PEOPLE.payroll],
  ]);
  expect(next).toBeNull();
  expect(JSON.stringify(items)).not.toContain(PEOPLE.peer);
});

test('pages leave out nobody, also where many read at the same moment', async () => {
  const first = await pageOf('other');
  expect(first.items).toHaveLength(20);
  const second = await pageOf('other', first.next);
  expect(second.next).toBeNull();
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(25);
});
