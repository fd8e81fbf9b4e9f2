import type { LeaveRule, LeaveTypeSettings } from '#contracts/leave-type';
import { settingsFrom } from '../../../../cloudfunctions/company-rules/rule-settings';
import { ruleSections } from '../../../../cloudfunctions/requests/kinds';
import { day, words } from './rules';

/** A day off that the company gives every year. */
export const BIRTHDAY_RULE: LeaveRule = {
  from: day('2026-01-01'),
  region: 'china',
  unit: 'day',
  step: 480,
  paidShares: [{ years: 0, share: 100 }],
  counts: 'working-days',
  grant: { by: 'year', minutes: 480 },
  carry: null,
  attachment: null,
  mostPerRequest: 480,
  mostPerYear: null,
  waitingMonths: 0,
  notInProbation: false,
  sex: null,
  blockable: true,
  source: words('公司制度'),
  verified: true,
};

export const BIRTHDAY: Omit<LeaveTypeSettings, 'version'> = {
  id: 'birthday',
  name: words('生日假'),
  enabled: true,
  rules: [BIRTHDAY_RULE],
};

/** The shipped rules with one stretch of blocked days. */
export const COMPANY_RULES = {
  ...settingsFrom(ruleSections, {}),
  blocked: [{ from: day('2026-12-28'), to: day('2026-12-31'), name: words('年终结算') }],
};
