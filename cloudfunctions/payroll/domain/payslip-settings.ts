import type { LocalText } from '#contracts/common';
import { groupFrom, type OwnRules } from '../../company-rules/section';

export interface PayslipSettings {
  /** Days after the publication in which an employee confirms a slip. */
  readonly confirmDays: number;
  readonly source: LocalText;
}

/** The default. No rule of law asks for the confirmation: a line can be disputed later all the same. */
export const SHIPPED_PAYSLIP: PayslipSettings = {
  confirmDays: 5,
  source: { 'zh-CN': '公司制度', en: 'Company policy' },
};

/** The company's settings merged over the default. */
export const payslipSettings = (own: OwnRules): PayslipSettings => groupFrom(own, 'payslip', SHIPPED_PAYSLIP);
