import type { ChangeEntry } from '#contracts/change';
import type { BlockedDays, CompanyRuleSettings } from '#contracts/company-rules';
import type { RuleWarning } from '#contracts/leave-type';
import { changedValues } from '../shared/history/changed-values';
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

type Parts = ReturnType<typeof partsOf>;

/** What differs, for the history; days without leave by their name and from … to. */
export const ruleValues = (before: Parts, after: Parts): Pick<ChangeEntry, 'values'> =>
  changedValues(readable(before), readable(after));

const readable = (parts: Parts): object => ({
  ...Object.fromEntries(Object.entries(parts).map(([path, value]) => [path.replace('.', '/'), value])),
  blocked: ((parts.blocked ?? []) as readonly BlockedDays[]).map(
    ({ name, from, to }) => `${name['zh-CN']} ${from} – ${to}`,
  ),
});
