import type { CompanyRuleSettings } from '#contracts/company-rules';
import type { RuleWarning } from '#contracts/leave-type';
import type { OwnRules, RuleSection } from './section';

/** The settings of all sections. */
export const settingsFrom = (sections: readonly RuleSection[], own: OwnRules): CompanyRuleSettings =>
  Object.assign({}, ...sections.map((section) => section.settingsFrom(own)));

/** The stored form of the settings. */
export const ownFrom = (sections: readonly RuleSection[], settings: CompanyRuleSettings): OwnRules =>
  Object.assign({}, ...sections.map((section) => section.ownFrom(settings)));

export const sourcesOf = (sections: readonly RuleSection[]): RuleSection['sources'] =>
  Object.assign({}, ...sections.map(({ sources }) => sources));

/** Where the settings violate the law. */
export const warningsOf = (sections: readonly RuleSection[], settings: CompanyRuleSettings): RuleWarning[] =>
  sections.flatMap((section) => section.warningsOf(settings));

/** The settings by path, such as `overtime.dayLimit`; these are the parts named by the history. */
export function partsOf(settings: CompanyRuleSettings): Record<string, unknown> {
  const groups = Object.entries(settings).flatMap(([group, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([name, each]): [string, unknown] => [`${group}.${name}`, each])
      : [[group, value] as [string, unknown]],
  );
  return Object.fromEntries(groups);
}
