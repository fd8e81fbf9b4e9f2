import { type GenericSchema, strictObject } from 'valibot';
import type { CompanyRuleSettings } from '#contracts/company-rules';
import type { RequestRulesContract } from '#contracts/request-rules';
import { AppError } from '../../shared/errors/app-error';
import { planSave } from '../../shared/history/plan-save';
import { version } from '../../shared/inputs';
import { type Action, employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findStoredRules, putStoredRules } from '../data/company-rules';
import { ownFrom, partsOf, ruleValues, settingsFrom, warningsOf } from '../rule-settings';
import type { RuleSection } from '../section';

/** The company's rules as HR edits them, within sensible bounds. */
const settingsInput = (sections: readonly RuleSection[]) =>
  strictObject(Object.assign({}, ...sections.map(({ input }) => input))) as unknown as GenericSchema<
    unknown,
    CompanyRuleSettings
  >;

/**
 * Replaces the company's rules; they apply to requests submitted from then on, on other instances within a
 * minute. Settings that violate the law are saved, with `warnings`.
 * @throws AppError INPUT_INVALID, VERSION_CONFLICT
 */
export const saveCompanyRules = (sections: readonly RuleSection[]): Action =>
  employeeAction<RequestRulesContract['saveCompanyRules']>({
    input: strictObject({ rules: settingsInput(sections), expectedVersion: version }),
    allow: can('update', 'CompanyRules'),
    texts: localTextsIn,
    async run({ input: { rules, expectedVersion }, me, now }) {
      const stored = await findStoredRules();
      const before = {
        version: stored?.version ?? 0,
        parts: partsOf(settingsFrom(sections, stored ?? {})),
        history: stored?.history,
        valuesOf: ruleValues,
        setBy: stored?.setBy,
      };
      const plan = planSave(before, partsOf(rules), expectedVersion, { me, now });
      if (plan.save) {
        const after = { ...ownFrom(sections, rules), version: plan.version, ...plan.save };
        // A concurrent save came first, so the stored version is at least the next one.
        if (!(await putStoredRules(after, expectedVersion)))
          throw new AppError('VERSION_CONFLICT', { version: plan.version });
      }
      return { rules, version: plan.version, warnings: warningsOf(sections, rules) };
    },
  });
