import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { firstOvertime } from './domain/first-overtime';
import { overtimeRules } from './domain/overtime-rules';
import { type OvertimeSettings, overtimeSettings } from './domain/overtime-settings';
import { overtimeSection } from './rule-section';
import { overtimeType } from './shipped-type';

/** 加班 Overtime: compensated by pay or comp time. */
export const overtime = defineKind<{ settings: OvertimeSettings }>({
  name: 'overtime',
  types: [overtimeType],
  usesAccount: true,
  changesDays: true,
  followsSchedule: true,
  companyRules: overtimeSection,
  load: async ({ now }) => ({ settings: overtimeSettings(await findOwnRules(now)) }),
  decide: overtimeRules,
  firstValues: ({ plan, today }) => ({ period: firstOvertime(plan, today) }),
});
