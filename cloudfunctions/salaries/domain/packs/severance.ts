import type { Day } from '#contracts/common';
import type { LeavingReason } from '#contracts/one-off-pay';
import type { PayRule } from '#contracts/pay';

/** What the law gives for a reason of leaving. */
interface SeveranceRule {
  /** Months' wages for each year of service; 0 for none. */
  readonly months: 0 | 1 | 2;
  /** A month's wage is due if it was not told thirty days before (劳动合同法 40). */
  readonly needsNotice: boolean;
  readonly rule: PayRule;
}

const ruleOf = (id: string, source: string): PayRule => ({
  id: `cn.severance.${id}`,
  from: '2008-01-01' as Day,
  until: null,
  source,
});

const row = (id: string, months: 0 | 1 | 2, articles: string, needsNotice = false): SeveranceRule => ({
  months,
  needsNotice,
  rule: ruleOf(id, `《劳动合同法》${articles}`),
});

/** 劳动合同法 46 and 47 by the reason of leaving, and 87 for a dismissal against the law. */
export const SEVERANCE: Readonly<Record<LeavingReason, SeveranceRule>> = {
  resigned: row('resigned', 0, '第37、46条'),
  'resigned-for-cause': row('resigned-for-cause', 1, '第38条、第46条第（一）项、第47条'),
  'agreed-by-company': row('agreed', 1, '第36条、第46条第（二）项、第47条'),
  'agreed-by-employee': row('agreed-by-employee', 0, '第36、46条'),
  'dismissed-for-fault': row('fault', 0, '第39、46条'),
  dismissed: row('dismissed', 1, '第40条、第46条第（三）项、第47条', true),
  redundancy: row('redundancy', 1, '第41条、第46条第（四）项、第47条'),
  expired: row('expired', 1, '第44条第（一）项、第46条第（五）项、第47条'),
  'expired-refused': row('expired-refused', 0, '第46条第（五）项'),
  unlawful: row('unlawful', 2, '第47、48、87条'),
  retired: row('retired', 0, '第44条第（二）项、第46条'),
  other: row('other', 0, '第46条'),
};

/** Above three times the local average, that is the wage, and twelve years at most (劳动合同法 47 II). */
export const MAX_YEARS_OF_CAPPED = 12;
/** A month's wage instead of notice is that of the month before (劳动合同法实施条例 20). */
export const NOTICE_RULE: PayRule = ruleOf(
  'notice',
  '《劳动合同法》第40条；《劳动合同法实施条例》第20条（按上个月工资）',
);
/** Service before counts by the rules of its time (劳动合同法 97 III). */
export const SERVICE_SINCE = '2008-01-01' as Day;
