import { strictObject } from 'valibot';
import type { RequestRulesContract } from '../../../typings/contracts/request-rules';
import { version } from '../../leave/inputs/leave-type';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { planSave } from '../../shared/history/plan-save';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findStoredRules, putStoredRules } from '../data/company-rules';
import { rulesWith, SHIPPED_RULES } from '../domain/rules/company-rules';
import { ownRulesOf, partsOf, ruleWarnings, settingsOf } from '../domain/rules/rule-settings';
import { companyRulesInput } from '../inputs/company-rules';

const { overtime, correction, expense, resignation } = SHIPPED_RULES;
const SOURCES = {
  overtime: overtime.source,
  correction: correction.source,
  expense: expense.source,
  resignation: resignation.source,
};

/** Limits and options of requests as they are now, and as they are shipped. One read. */
export const companyRules = employeeAction<RequestRulesContract['companyRules']>({
  input: strictObject({}),
  allow: can('read', 'CompanyRules'),
  async run() {
    const stored = await findStoredRules();
    const rules = settingsOf(rulesWith(stored ?? {}));
    return {
      rules,
      version: stored?.version ?? 0,
      warnings: ruleWarnings(rules),
      shipped: settingsOf(SHIPPED_RULES),
      sources: SOURCES,
      history: changeEntries(stored?.history),
    };
  },
});

/**
 * Saves them as a whole, for requests that are sent from then on; other instances follow within a minute. What
 * goes against the law is saved and named in `warnings`.
 * @throws AppError INPUT_INVALID, VERSION_CONFLICT
 */
export const saveCompanyRules = employeeAction<RequestRulesContract['saveCompanyRules']>({
  input: strictObject({ rules: companyRulesInput, expectedVersion: version }),
  allow: can('update', 'CompanyRules'),
  async run({ input: { rules, expectedVersion }, me, now }) {
    const stored = await findStoredRules();
    const before = {
      version: stored?.version ?? 0,
      parts: partsOf(settingsOf(rulesWith(stored ?? {}))),
      history: stored?.history,
    };
    const plan = planSave(before, partsOf(rules), expectedVersion, { me, now });
    if (plan.save) {
      const after = { ...ownRulesOf(rules), version: plan.version, history: plan.save.history };
      // Somebody was faster by a moment: their version is the next one at least.
      if (!(await putStoredRules(after, expectedVersion)))
        throw new AppError('VERSION_CONFLICT', { version: plan.version });
    }
    return { rules, version: plan.version, warnings: ruleWarnings(rules) };
  },
});
