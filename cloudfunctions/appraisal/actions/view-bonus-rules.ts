import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findStoredBonusRules, SHIPPED_BONUS } from '../data/bonus-rules';

/** What each grade is worth and since when, with who changed it. One read. */
export const viewBonusRules = employeeAction<AppraisalResultsContract['bonusRules']>({
  input: strictObject({}),
  allow: can('read', 'BonusRules'),
  async run() {
    const stored = await findStoredBonusRules();
    return {
      version: stored?.version ?? 0,
      rules: stored?.rules ?? SHIPPED_BONUS,
      history: changeEntries(stored?.history),
    };
  },
});
