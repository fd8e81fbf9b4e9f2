import type { LocalText, Minutes } from '#contracts/common';
import type { Over } from '#contracts/company-rules';
import { groupFrom, type OwnRules } from '../../company-rules/section';

/** Limits and options of overtime. */
export interface OvertimeSettings {
  /** Of overtime on workdays (Labour Law, art. 41); more is shown to the approver as against the rule. */
  readonly dayLimit: Minutes;
  readonly monthLimit: Minutes;
  /** Beyond this it is refused; null for never. */
  readonly dayMost: Minutes | null;
  readonly monthMost: Minutes | null;
  /** Whether time off may stand in for the pay of each class (Labour Law, art. 44: for rest days only). */
  readonly compTime: Readonly<Record<150 | 200 | 300, Over>>;
  /** Comp time ends this many months after the day of the overtime. */
  readonly compTimeMonths: number;
  readonly source: LocalText;
}

/** What holds where the company has said nothing. */
export const SHIPPED_OVERTIME: OvertimeSettings = {
  dayLimit: 180,
  monthLimit: 2_160,
  dayMost: null,
  monthMost: null,
  compTime: { 150: 'warn', 200: 'allow', 300: 'refuse' },
  compTimeMonths: 6,
  source: { 'zh-CN': '《劳动法》第四十一、四十四条', en: 'Labour Law, arts. 41 and 44' },
};

/** The company's settings over the shipped ones. */
export function overtimeSettings(own: OwnRules): OvertimeSettings {
  const settings = groupFrom(own, 'overtime', SHIPPED_OVERTIME);
  return { ...settings, compTime: { ...SHIPPED_OVERTIME.compTime, ...settings.compTime } };
}
