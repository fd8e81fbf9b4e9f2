import { strictObject } from 'valibot';
import type { PayFilesContract } from '#contracts/pay-files';
import { opening, requireOpened } from '../../second-check/public';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettings } from '../data/file-settings';
import { settingsView } from '../services/settings-view';

/** The account that pays and the chart of accounts. Two reads. @throws AppError SECOND_CHECK_NEEDED */
export const viewFileSettings = employeeAction<PayFilesContract['payFileSettings']>({
  input: strictObject({ opening }),
  allow: can('read', 'Payroll'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    return settingsView(await findSettings());
  },
});
