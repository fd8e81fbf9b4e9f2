import type { TaxYearView } from '#contracts/tax';
import type { TaxYear } from '../data/tax-years';

/** Without a document: a resident whose allowance counts by month. */
export const taxYearView = (found: TaxYear | null): TaxYearView =>
  found ?? {
    version: 0,
    kind: 'resident',
    allowance: 'monthly',
    carryIn: null,
    bonusTaxedOn: null,
    pension: [],
    changes: [],
  };
