import type { Day, LocalText } from '../../../../typings/contracts/common';
import type { CompanyRuleSettings, RuleWarning } from '../../../../typings/contracts/request-rules';
import { type CompanyRules, type OwnRules, SHIPPED_RULES } from './company-rules';

/** The rules as HR edits them: without their sources, classes of overtime by the kind of day. */
export function settingsOf(rules: CompanyRules): CompanyRuleSettings {
  const { overtime, correction, expense, resignation, expiryNoticeDays, blocked } = rules;
  const { source: _o, compTime, ...limits } = overtime;
  const { source: _c, ...corrections } = correction;
  const { source: _e, ...expenses } = expense;
  const { source: _r, ...notice } = resignation;
  return {
    overtime: {
      ...limits,
      compTime: { workday: compTime[150], restday: compTime[200], holiday: compTime[300] },
    },
    correction: corrections,
    expense: expenses,
    resignation: notice,
    expiryNoticeDays,
    blocked,
  };
}

/** What is stored of them. The sources stay those that are shipped: they say what the law asks for. */
export function ownRulesOf({ overtime, ...rest }: CompanyRuleSettings): OwnRules {
  const { workday, restday, holiday } = overtime.compTime;
  return { ...rest, overtime: { ...overtime, compTime: { 150: workday, 200: restday, 300: holiday } } };
}

/** The settings by their paths, such as `overtime.dayLimit`: the parts that a history names. */
export function partsOf(settings: CompanyRuleSettings): Record<string, unknown> {
  const groups = Object.entries(settings).flatMap(([group, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([name, each]): [string, unknown] => [`${group}.${name}`, each])
      : [[group, value] as [string, unknown]],
  );
  return Object.fromEntries(groups);
}

/** Where the company's rules go against the law that the shipped ones are made from. */
export function ruleWarnings({ overtime, resignation }: CompanyRuleSettings): RuleWarning[] {
  const law = SHIPPED_RULES;
  const over = (
    code: RuleWarning['code'],
    [name, value, limit]: readonly [string, number, number],
    source: LocalText,
  ): RuleWarning[] => (value > limit ? [{ code, data: { [name]: value, limit }, source }] : []);
  const { workday, holiday } = overtime.compTime;
  const unpaid = (percent: number, is: string): RuleWarning[] =>
    is === 'allow' ? [{ code: 'COMP_TIME', data: { percent }, source: law.overtime.source }] : [];
  const { noticeDays, probationNoticeDays: probation } = resignation;
  return [
    ...over('OVERTIME_DAY', ['minutes', overtime.dayLimit, law.overtime.dayLimit], law.overtime.source),
    ...over('OVERTIME_MONTH', ['minutes', overtime.monthLimit, law.overtime.monthLimit], law.overtime.source),
    ...unpaid(150, workday),
    ...unpaid(300, holiday),
    ...over('NOTICE', ['days', noticeDays, law.resignation.noticeDays], law.resignation.source),
    ...over(
      'PROBATION_NOTICE',
      ['days', probation, law.resignation.probationNoticeDays],
      law.resignation.source,
    ),
  ];
}

/** Those of `days` that the company has blocked. */
export const blockedOn = (
  blocked: CompanyRules['blocked'],
  days: readonly Day[],
): { readonly day: Day; readonly name: LocalText }[] =>
  days.flatMap((day) => {
    const stretch = blocked.find(({ from, to }) => from <= day && day <= to);
    return stretch ? [{ day, name: stretch.name }] : [];
  });
