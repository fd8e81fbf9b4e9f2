import type { CompanyRuleSettings } from '#contracts/company-rules';
import type { RuleWarning } from '#contracts/leave-type';
import type { OwnRules, RuleSection } from './section';

/** The settings of all sections. */
export const settingsFrom = (sections: readonly RuleSection[], own: OwnRules): CompanyRuleSettings =>
  Object.assign({}, ...sections.map((section) => section.settingsFrom(own)));

/** What is stored of the settings. */
export const ownFrom = (sections: readonly RuleSection[], settings: CompanyRuleSettings): OwnRules =>
  Object.assign({}, ...sections.map((section) => section.ownFrom(settings)));

export const sourcesOf = (sections: readonly RuleSection[]): RuleSection['sources'] =>
  Object.assign({}, ...sections.map(({ sources }) => sources));

/** Where the settings go against the law that the shipped ones are made from. */
export const warningsOf = (sections: readonly RuleSection[], settings: CompanyRuleSettings): RuleWarning[] =>
  sections.flatMap((section) => section.warningsOf(settings));

/** The settings by their paths, such as `overtime.dayLimit`: the parts that a history names. */
export function partsOf(settings: CompanyRuleSettings): Record<string, unknown> {
  const groups = Object.entries(settings).flatMap(([group, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([name, each]): [string, unknown] => [`${group}.${name}`, each])
      : [[group, value] as [string, unknown]],
  );
  return Object.fromEntries(groups);
}
