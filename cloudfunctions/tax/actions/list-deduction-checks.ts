import { optional, strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findWaitingFiles } from '../data/deduction-files';
import { cursor } from '../inputs/deduction';

const PAGE = 20;

/** Who waits for a check of deductions, without what they declared. Two reads. */
export const listDeductionChecks = employeeAction<TaxContract['deductionChecks']>({
  input: strictObject({ cursor: optional(cursor) }),
  allow: can('read', 'TaxDeductions'),
  async run({ input, now }) {
    const found = await findWaitingFiles(input.cursor ?? '', PAGE);
    const people = await employeesById(
      found.map(({ employeeId }) => employeeId),
      now,
    );
    const items = found.flatMap(({ employeeId, count, since }) => {
      const person = people.get(employeeId);
      return person ? [{ person: briefOf(person), count, since }] : [];
    });
    return { items, next: found.length === PAGE ? (found.at(-1)?.waiting ?? null) : null };
  },
});
