import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findTaxYear, saveTaxYear as saveYear } from '../data/tax-years';
import { checkTaxYear } from '../domain/check-tax-year';
import { year } from '../inputs/deduction';
import { facts, yearDraft } from '../inputs/tax-year';
import { personOf } from '../services/person-of';
import { taxYearView } from '../services/tax-year-view';

const MAX_CHANGES = 20;

/**
 * Sets how a person is taxed in a year and what is taken over; never one's own.
 * @throws AppError FORBIDDEN, NOT_FOUND, ALLOWANCE_REFUSED, CARRY_IN_INVALID, VERSION_CONFLICT
 */
export const saveTaxYear = employeeAction<TaxContract['saveTaxYear']>({
  input: strictObject({ employeeId, year, version, draft: yearDraft, facts }),
  allow: can('update', 'TaxYears'),
  async run({ input, me, now }) {
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    checkTaxYear(input.draft, input.facts, input.year);
    const person = await personOf(input.employeeId, now);
    const before = taxYearView(await findTaxYear(person._id, input.year));
    if (before.version !== input.version) throw new AppError('VERSION_CONFLICT', { version: before.version });
    await recordAccess({
      ...{ what: 'tax-year', ownerId: person._id, aboutId: `tax-year:${person._id}:${input.year}` },
      ...{ readerId: me._id, readerName: me.name, at: now },
    });
    const after = {
      ...input.draft,
      version: input.version + 1,
      changes: [...before.changes, { at: now, by: briefOf(me) }].slice(-MAX_CHANGES),
    };
    if (!(await saveYear(person._id, input.year, after)))
      throw new AppError('VERSION_CONFLICT', { version: input.version + 1 });
    return taxYearView(after);
  },
});
