import type { ObjectEntries } from 'valibot';
import type { LocalText } from '#contracts/common';
import type { CompanyRuleSettings } from '#contracts/company-rules';
import type { RuleWarning } from '#contracts/leave-type';

/** The stored document with the company's overrides; each section reads the part that it owns. */
export type OwnRules = Readonly<Record<string, unknown>>;

type Settings = Partial<CompanyRuleSettings>;

/** The part of the company's rules owned by one kind of request. Pure. */
export interface RuleSection {
  /** Schemas of the settings by their keys in `CompanyRuleSettings`. */
  readonly input: ObjectEntries;
  /** The legal or company source of each part. */
  readonly sources: Readonly<Record<string, LocalText>>;
  /** The settings as HR edits them: the company's overrides merged over the shipped ones. */
  settingsFrom(own: OwnRules): Settings;
  /** The stored form of the settings. The sources remain the shipped ones, because they state the law. */
  ownFrom(settings: CompanyRuleSettings): OwnRules;
  /** Where the settings violate the law. */
  warningsOf(settings: CompanyRuleSettings): RuleWarning[];
}

/** A group of rules merged over the shipped ones, which apply to missing entries. */
export function groupFrom<Rules extends object>(own: OwnRules, name: string, shipped: Rules): Rules {
  const group = own[name];
  return typeof group === 'object' && group !== null ? { ...shipped, ...group } : shipped;
}

/** A warning if a figure exceeds what the law allows. */
export const aboveLawWarning = (
  code: RuleWarning['code'],
  [name, value, limit]: readonly [string, number, number],
  source: LocalText,
): RuleWarning[] => (value > limit ? [{ code, data: { [name]: value, limit }, source }] : []);
