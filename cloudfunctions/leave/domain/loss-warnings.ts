import type { Day } from '#contracts/common';
import type { Warning } from '#contracts/fact';
import type { Account, AccountSpan } from '../../accounts/rules';
import { warning } from '../../approvals/kind/answer';
import type { KindQuestion } from '../../approvals/kind/kind';
import { annualLoss } from './annual-loss';
import { grantsOfYear } from './due-grants';
import type { LeaveInputs } from './leave-inputs';
import type { LeaveType } from './leave-type';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { ruleOn } from './rule-on';

/**
 * Warnings about statutory days that this request would forfeit if all pending requests were approved. Losses
 * that occur without it are not reported.
 */
export function lossWarnings(
  { applicant, leaveTypes }: Pick<KindQuestion, 'applicant'> & Pick<LeaveInputs, 'leaveTypes'>,
  account: Account,
  span: AccountSpan,
): Warning[] {
  const years = [...new Set(Object.keys(span.perDay ?? {}).map((day) => Number(day.slice(0, 4))))];
  const others = Object.values(account.spans);
  const since = applicant.workingSince ?? applicant.hiredOn;
  const types = (leaveTypes ?? CHINA_LEAVE_TYPES).filter(({ enabled }) => enabled);
  return types.flatMap((type) =>
    years.flatMap((year) => {
      const lostBy = lossRuleOf(type, applicant.city, year);
      if (!lostBy || annualLoss(lostBy, since, others, year)) return [];
      const loss = annualLoss(lostBy, since, [...others, span], year);
      const entitled = grantsOfYear(type, applicant, year).some(({ minutes }) => minutes > 0);
      if (!loss || !entitled) return [];
      const { cause, sum, least } = loss;
      const code = cause === 'sick' ? 'WOULD_LOSE_SICK' : 'WOULD_LOSE_PERSONAL';
      return [warning('warn', code, { year, sum, least })];
    }),
  );
}

function lossRuleOf(type: LeaveType, city: string, year: number) {
  const rule = ruleOn(type, city, `${year}-12-31` as Day);
  return rule?.grant?.by === 'service' ? (rule.lostBy ?? null) : null;
}
