import { strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { changeEntries } from '../../shared/history/history';
import { type Action, employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findStoredRules } from '../data/company-rules';
import { settingsFrom, sourcesOf, warningsOf } from '../rule-settings';
import type { RuleSection } from '../section';

type Contract = RequestRulesContract['companyRules'];

/** The current and the shipped limits and options of requests. One read. */
export const viewCompanyRules = (sections: readonly RuleSection[]): Action =>
  employeeAction<Contract>({
    input: strictObject({}),
    allow: can('read', 'CompanyRules'),
    async run() {
      const stored = await findStoredRules();
      const rules = settingsFrom(sections, stored ?? {});
      return {
        rules,
        version: stored?.version ?? 0,
        warnings: warningsOf(sections, rules),
        shipped: settingsFrom(sections, {}),
        sources: sourcesOf(sections) as Contract['output']['sources'],
        history: changeEntries(stored?.history),
      };
    },
  });
