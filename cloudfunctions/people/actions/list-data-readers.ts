import { optional, pipe, regex, strictObject, string, transform } from 'valibot';
import type { Instant } from '#contracts/common';
import type { DataReading, ReadersContract } from '#contracts/pay-files';
import { findReadingsOf } from '../../shared/audit/find-readings';
import { integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { employeesById } from '../data/employees';
import { briefOf } from '../rules';

const PAGE_SIZE = 20;
const MAX_INSTANT = 8.64e15;

/**
 * Who has read data of the caller: pay, accounts and identity cards, bases, deductions, appraisals and private fields, the
 * latest first. Not what was read, and nobody else whom a record is about. Two reads, and one for readers that are new.
 */
export const listDataReaders = employeeAction<ReadersContract['dataReaders']>({
  input: strictObject({
    cursor: optional(
      strictObject({
        at: pipe(
          integerBetween(0, MAX_INSTANT),
          transform((value) => value as Instant),
        ),
        id: pipe(string(), regex(/^[\x21-\x7e]{1,200}$/)),
      }),
    ),
  }),
  allow: can('read', 'OwnProfile'),
  async run({ input: { cursor }, me, now }) {
    const found = await findReadingsOf(me._id, cursor ?? null, PAGE_SIZE);
    const readers = await employeesById([...new Set(found.map(({ readerId }) => readerId))], now);
    const items = found.map(({ _id, at, what, readerId, readerName }): DataReading => {
      const person = readers.get(readerId);
      const known = person ? briefOf(person) : { id: readerId, name: readerName, nameEn: '' };
      // The console is nobody in particular.
      return { id: _id, at, what, reader: readerId === '' ? null : known, job: person?.job ?? null };
    });
    const last = found.at(-1);
    const isMore = found.length === PAGE_SIZE && last !== undefined;
    return { items, next: isMore ? { at: last.at, id: last._id } : null };
  },
});
