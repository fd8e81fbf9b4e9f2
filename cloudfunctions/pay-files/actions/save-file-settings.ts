import { strictObject } from 'valibot';
import type { PayFilesContract } from '#contracts/pay-files';
import { opening, requireOpened } from '../../second-check/public';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { changedKeys } from '../../shared/history/changed-keys';
import { withChange } from '../../shared/history/history';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettings, putSettings } from '../data/file-settings';
import { settings } from '../inputs/settings';
import { settingsView } from '../services/settings-view';

/**
 * Sets the account that pays and the chart of accounts; files that were made stay as they are. The same again changes
 * nothing. @throws AppError SECOND_CHECK_NEEDED, VERSION_CONFLICT
 */
export const saveFileSettings = employeeAction<PayFilesContract['savePayFileSettings']>({
  input: strictObject({ settings, expectedVersion: version, opening }),
  allow: can('update', 'Payroll'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const before = await findSettings();
    const what = changedKeys(before.settings, input.settings);
    if (what.length === 0 && before.version > 0) return settingsView(before);
    const { version: stored } = before;
    const history = withChange(before.history, changeBy(me, now, stored + 1, what));
    const after = { version: stored, settings: input.settings, history };
    if (stored !== input.expectedVersion || !(await putSettings(after)))
      throw new AppError('VERSION_CONFLICT', { version: stored });
    return settingsView({ ...after, version: stored + 1 });
  },
});
