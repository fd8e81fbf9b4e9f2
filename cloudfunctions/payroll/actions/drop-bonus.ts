import { strictObject } from 'valibot';
import type { OneOffPayContract } from '#contracts/one-off-pay';
import { employeeId, month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { changeOneOff } from '../services/change-one-off';

/** Takes a bonus back before its run is locked. @throws AppError FORBIDDEN, NOT_FOUND, PAY_RUN_REFUSED, VERSION_CONFLICT */
export const dropBonus = employeeAction<OneOffPayContract['dropBonus']>({
  input: strictObject({ employeeId, month, rev: revision }),
  allow: can('update', 'Payroll'),
  async run({ input: { employeeId: id, month: of, rev }, me, now }) {
    const { after } = await changeOneOff({
      ...{ employeeId: id, month: of, rev, me, now },
      change: ({ leaving }) => ({ leaving, bonus: null }),
    });
    return { rev: after.rev };
  },
});
