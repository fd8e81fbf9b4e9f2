import type { Day, Instant, Month } from '#contracts/common';
import type { BonusBasis, BonusEntry, BonusPreview } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { bonusesOf } from '../../appraisal/public';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { by, decimal, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import type { Employee } from '../../shared/kernel/employee';
import { bonusChoice } from '../../tax/rules';
import type { OneOff } from '../data/one-off-pay';
import { yearBase } from '../domain/year-base';
import { requirePayable } from './pay-day';
import { readPaid } from './pay-page';
import { findRunFacts } from './run-facts';
import { inYearOf, separateDays } from './separate-days';

interface BonusQuestion {
  readonly person: Employee;
  readonly month: Month;
  readonly paidOn: Day;
  readonly entry: BonusEntry;
  /** What is stored of the month. */
  readonly before: OneOff;
  readonly now: Instant;
}

/**
 * The bonus with both ways to tax it. The month is worked out without it, so that the merged way is compared with what the
 * year is expected to leave taxable.
 * @throws AppError ONE_OFF_REFUSED `no-grade`, and for a month or a day on which no run pays it MONTH_OUT_OF_RANGE and
 * PAY_RUN_REFUSED
 */
export async function bonusPreview(question: BonusQuestion): Promise<BonusPreview> {
  const { person, month, paidOn, entry, before, now } = question;
  const [{ amount, basis }] = await Promise.all([
    amountOf(entry, person._id, now),
    requirePayable(month, paidOn, now),
  ]);
  const run = await findRunFacts(month, paidOn, now);
  const [[facts], entered] = await Promise.all([
    readPaid([person], run, now),
    separateDays(person._id, month, paidOn),
  ]);
  if (!facts) throw new AppError('NOT_FOUND', { what: 'employee' });
  const { base, bonusTaxedOn } = yearBase(run, facts);
  const earlier = [...bonusTaxedOn, ...entered];
  const choice = bonusChoice({
    bonus: amount,
    paidOn,
    base: base ?? (0 as Fen),
    earlier,
    kind: facts.tax.kind,
  });
  return {
    ...{ person: briefOf(person), rev: before.rev, amount, basis, choice, base },
    taxedOn: inYearOf(paidOn, earlier),
  };
}

const PERCENT = ratio(100);

/** As it was entered, or the percentage of somebody's grade of the base. */
async function amountOf(
  entry: BonusEntry,
  employeeId: string,
  now: Instant,
): Promise<{ readonly amount: Fen; readonly basis: BonusBasis | null }> {
  if (entry.kind === 'amount') return { amount: entry.amount, basis: null };
  const { base, period } = entry;
  const answer = (await bonusesOf(period, [employeeId], now)).get(employeeId);
  if (answer?.state !== 'known') throw new AppError('ONE_OFF_REFUSED', { rule: 'no-grade' });
  const { grade, percent } = answer.rate;
  const amount = toFen(by(times(ratio(base), decimal(percent)), PERCENT));
  if (amount === 0) throw new AppError('ONE_OFF_REFUSED', { rule: 'no-rate' });
  return { amount, basis: { period, grade, percent, base, rule: answer.rule } };
}
