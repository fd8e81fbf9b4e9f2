import type { ObjectEntries } from 'valibot';
import type { LocalText } from '#contracts/common';
import type { CompanyRuleSettings } from '#contracts/company-rules';
import type { RuleWarning } from '#contracts/leave-type';

/** What a company has decided otherwise: the stored document, read by the section that owns a part of it. */
export type OwnRules = Readonly<Record<string, unknown>>;

type Settings = Partial<CompanyRuleSettings>;

/** The part of the company's rules that one kind of request owns. Pure. */
export interface RuleSection {
  /** Schemas of the settings, by their keys in `CompanyRuleSettings`. */
  readonly input: ObjectEntries;
  /** Where the law or the company says so, by the name of the part. */
  readonly sources: Readonly<Record<string, LocalText>>;
  /** The settings as HR edits them: what the company decided over what is shipped. */
  settingsFrom(own: OwnRules): Settings;
  /** What is stored of them. The sources stay those that are shipped: they say what the law asks for. */
  ownFrom(settings: CompanyRuleSettings): OwnRules;
  /** Where the settings go against the law. */
  warningsOf(settings: CompanyRuleSettings): RuleWarning[];
}

/** A group of rules over the shipped ones. What a company leaves out is as shipped. */
export function groupFrom<Rules extends object>(own: OwnRules, name: string, shipped: Rules): Rules {
  const group = own[name];
  return typeof group === 'object' && group !== null ? { ...shipped, ...group } : shipped;
}

/** A warning where a figure is above what the law allows. */
export const overLaw = (
  code: RuleWarning['code'],
  [name, value, limit]: readonly [string, number, number],
  source: LocalText,
): RuleWarning[] => (value > limit ? [{ code, data: { [name]: value, limit }, source }] : []);
