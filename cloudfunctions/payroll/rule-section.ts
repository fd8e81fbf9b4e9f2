import { strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { payslipSettings, SHIPPED_PAYSLIP } from './domain/payslip-settings';

export const payslipSection: RuleSection = {
  input: { payslip: strictObject({ confirmDays: integerBetween(1, 30) }) },
  sources: { payslip: SHIPPED_PAYSLIP.source },
  settingsFrom(own) {
    const { source: _, ...settings } = payslipSettings(own);
    return { payslip: settings };
  },
  ownFrom: ({ payslip }) => ({ payslip }),
  warningsOf: () => [],
};
