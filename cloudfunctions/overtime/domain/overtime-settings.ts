import type { LocalText, Minutes } from '#contracts/common';
import type { Over, OvertimeCreditRule } from '#contracts/company-rules';
import { groupFrom, type OwnRules } from '../../company-rules/section';

export interface OvertimeSettings {
  /** Overtime on workdays (Labour Law, art. 41); more is reported to the approver as a violation. */
  readonly dayLimit: Minutes;
  readonly monthLimit: Minutes;
  /** More than this is refused; null for no limit. */
  readonly dayMost: Minutes | null;
  readonly monthMost: Minutes | null;
  /** Whether comp time may replace the pay of each class (Labour Law, art. 44: on rest days only). */
  readonly compTime: Readonly<Record<150 | 200 | 300, Over>>;
  /** Comp time expires this many months after the day of the overtime. */
  readonly compTimeMonths: number;
  /** What of approved overtime is credited: pay and time off are for work that was done. */
  readonly credit: OvertimeCreditRule;
  readonly source: LocalText;
}

/** The defaults. */
export const SHIPPED_OVERTIME: OvertimeSettings = {
  dayLimit: 180,
  monthLimit: 2_160,
  dayMost: null,
  monthMost: null,
  compTime: { 150: 'warn', 200: 'allow', 300: 'refuse' },
  compTimeMonths: 6,
  credit: 'lesser',
  source: { 'zh-CN': '《劳动法》第四十一、四十四条', en: 'Labour Law, arts. 41 and 44' },
};

/** The company's settings merged over the defaults. */
export function overtimeSettings(own: OwnRules): OvertimeSettings {
  const settings = groupFrom(own, 'overtime', SHIPPED_OVERTIME);
  return { ...settings, compTime: { ...SHIPPED_OVERTIME.compTime, ...settings.compTime } };
}
