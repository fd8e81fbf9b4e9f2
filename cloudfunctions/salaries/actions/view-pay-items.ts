import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayItems } from '../data/pay-items';
import { inOrderOfWork } from '../domain/compile-items';
import { SHIPPED_ITEMS } from '../domain/shipped-items';

/** The company's pay items with their versions, each in the order of work. One read. */
export const viewPayItems = employeeAction<PayrollContract['payItems']>({
  input: strictObject({}),
  allow: can('read', 'Payroll'),
  async run() {
    const stored = await findPayItems();
    return {
      version: stored?.version ?? 0,
      versions: (stored?.versions ?? [SHIPPED_ITEMS]).map(({ from, items }) => ({
        from,
        items: inOrderOfWork(items),
      })),
      history: changeEntries(stored?.history),
    };
  },
});
