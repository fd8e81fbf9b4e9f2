import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findTaxYear } from '../data/tax-years';
import { year } from '../inputs/deduction';
import { personOf } from '../services/person-of';
import { taxYearView } from '../services/tax-year-view';

/** What payroll has set for a person's tax year; the reading is recorded before it is shown. @throws AppError NOT_FOUND */
export const viewTaxYear = employeeAction<TaxContract['taxYear']>({
  input: strictObject({ employeeId, year }),
  allow: can('read', 'TaxYears'),
  async run({ input, me, now }) {
    const person = await personOf(input.employeeId, now);
    const found = await findTaxYear(person._id, input.year);
    await recordAccess({
      ...{ what: 'tax-year', ownerId: person._id, aboutId: `tax-year:${person._id}:${input.year}` },
      ...{ readerId: me._id, readerName: me.name, at: now },
    });
    return taxYearView(found);
  },
});
