import type { AllowanceFacts, AllowanceRule } from '#contracts/tax';
import { AppError } from '../../shared/errors/app-error';
import { yuan } from './packs/yuan';

const MONTHS = 12;
const MAX_INCOME = yuan(60_000);

/**
 * Whether the law allows to count a person's allowance so. First job: no wages and no cumulatively taxed fees earlier in
 * the year (公告2020年第13号 art. 3). 60,000: wages of all twelve months of the year before from here alone, and not more
 * than 60,000 with bonuses (公告2020年第19号 art. 1).
 * @throws AppError ALLOWANCE_REFUSED with what is in the way
 */
export function checkAllowance(kind: AllowanceRule, facts: AllowanceFacts): void {
  if (kind === 'first-job') ensure(!facts.hadIncomeThisYear, 'earlier-income');
  if (kind !== 'sixty-thousand') return;
  ensure(facts.monthsDeclared === MONTHS, 'months');
  ensure(!facts.hadOtherPayer, 'other-payer');
  ensure(facts.incomeBefore <= MAX_INCOME, 'income');
}

function ensure(holds: boolean, rule: 'earlier-income' | 'months' | 'other-payer' | 'income'): void {
  if (!holds) throw new AppError('ALLOWANCE_REFUSED', { rule });
}
