import { strictObject } from 'valibot';
import type { BonusRule } from '#contracts/appraisal';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { AppError } from '../../shared/errors/app-error';
import { changedValues } from '../../shared/history/changed-values';
import { changeEntries } from '../../shared/history/history';
import { planSave } from '../../shared/history/plan-save';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findStoredBonusRules, putBonusRules, SHIPPED_BONUS } from '../data/bonus-rules';
import { checkBonusRules } from '../domain/bonus-rate';
import { bonusRules } from '../inputs/bonus-rules';

interface Parts {
  readonly rules: readonly BonusRule[];
}

/**
 * Replaces the rules of the bonus. What was paid by them stays as it was: each period takes the rule of its last day.
 * @throws AppError BONUS_RULE_INVALID, VERSION_CONFLICT
 */
export const saveBonusRules = employeeAction<AppraisalResultsContract['saveBonusRules']>({
  input: strictObject({ rules: bonusRules, expectedVersion: version }),
  allow: can('update', 'BonusRules'),
  texts: localTextsIn,
  async run({ input: { rules, expectedVersion }, me, now }) {
    const stored = await findStoredBonusRules();
    checkBonusRules(rules, stored?.rules);
    const before = {
      version: stored?.version ?? 0,
      parts: { rules: stored?.rules ?? SHIPPED_BONUS },
      history: stored?.history,
      setBy: stored?.setBy,
      valuesOf: changedValues,
    };
    const plan = planSave<Parts>(before, { rules }, expectedVersion, { me, now });
    const history = plan.save?.history ?? stored?.history;
    if (plan.save && !(await putBonusRules({ rules, version: plan.version, ...plan.save }, expectedVersion)))
      throw new AppError('VERSION_CONFLICT', { version: plan.version });
    return { version: plan.version, rules, history: changeEntries(history) };
  },
});
