import type { Day, Instant, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayAnswer, PayDispute } from '#contracts/payslips';
import { isEmployedIn } from '../../people/rules';
import { addDays, addMonths, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import type { PayReach } from '../rules-reach';
import { linesOf } from './slip-changes';
import type { SlipContent, StoredSlip } from './stored-slip';

/** Days after the publication in which a line may be doubted, and in which a doubt is answered. */
const DISPUTE_DAYS = 30;
const ANSWER_DAYS = 7;
const MAX_DISPUTES = 20;

/** The last day for a dispute of a slip that was published then. */
export const disputeUntil = (publishedAt: Instant): Day => addDays(dayOf(publishedAt), DISPUTE_DAYS);

export interface Doubt {
  readonly key: string;
  readonly line: string;
  readonly text: string;
}

/**
 * The disputes of a slip with another one; the same again, by its key, adds nothing.
 * @throws AppError PAY_DISPUTE_REFUSED
 */
export function withDispute(
  slip: Pick<StoredSlip, 'disputes' | 'content'>,
  { key, line, text }: Doubt,
  publishedAt: Instant,
  now: Instant,
): readonly PayDispute[] {
  const { disputes, content } = slip;
  const known = disputes.find(({ id }) => id === key);
  // Other words than those that arrived when no answer came: they would be lost in silence.
  if (known && known.text !== text) throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'open' });
  if (known) return disputes;
  if (dayOf(now) > disputeUntil(publishedAt)) throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'over' });
  if (!linesOf(content).has(line)) throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'unknown-line' });
  const isOpen = disputes.some((each) => each.line === line && each.answer === null);
  if (isOpen) throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'open' });
  if (disputes.length >= MAX_DISPUTES) throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'too-many' });
  const answerBy = addDays(dayOf(now), ANSWER_DAYS);
  return [...disputes, { id: key, line, text, at: now, answerBy, answer: null }];
}

/** What a line comes to more (or less) by now than on the slip. */
export function lineDifference(
  line: string,
  now: Pick<SlipContent, 'net'>,
  before: Pick<SlipContent, 'net'>,
): Fen {
  const amountOf = (slip: Pick<SlipContent, 'net'>) => linesOf(slip).get(line)?.amount ?? 0;
  return (amountOf(now) - amountOf(before)) as Fen;
}

/** A line whose difference is to be settled. */
export interface OwedLine {
  /** Of the slip. */
  readonly month: Month;
  readonly line: string;
  /** As in `PayAnswer`. */
  readonly noRun?: boolean | undefined;
}

/**
 * How a difference of a line is settled. The run after the last final one works out again the months that it reaches, of who is
 * employed in its own; an older month, one of who has left and was paid for the last time, and a line that no run compares, are
 * paid by no further run.
 */
export function paidBy(
  owed: OwedLine,
  person: Pick<Employee, 'hiredOn' | 'leftOn'>,
  { again, final }: PayReach,
): NonNullable<PayAnswer['paidBy']> {
  const { month, noRun = false } = owed;
  const last = again.at(-1);
  // A month that was recalled is worked out anew itself, with all of its lines.
  if (last === undefined || !(again.includes(month) || final.includes(month))) return 'next-run';
  const isReached = !noRun && again.includes(comparedMonth(owed));
  return isReached && isEmployedIn(person, addMonths(last, 1)) ? 'next-run' : 'apart';
}

/** The month that a run works out again to pay a difference of the line: of a line of differences the one that it is about. */
function comparedMonth({ month, line }: OwedLine): Month {
  const [, of] = /^earnings\/difference\.(.+)$/.exec(line) ?? [];
  return (of ?? month) as Month;
}

/** Whether the difference of an answered dispute is still to be paid, by a run or apart. */
export const isOwed = ({ answer }: PayDispute): boolean =>
  answer?.paidBy !== undefined && answer.settled === undefined;

/** Whether payroll has to settle the difference of an answered dispute by itself. */
export const isOwedApart = (dispute: PayDispute): boolean =>
  isOwed(dispute) && dispute.answer?.paidBy === 'apart';

/**
 * The disputes of a slip as they are now: a difference that the next run was to pay is to be settled apart once that run does not
 * have the person any more, such as after a last day that was entered later; and the other way round where that is taken back.
 * One of a line that no run compares stays apart.
 */
export const asPaidNow = (
  disputes: readonly PayDispute[],
  month: Month,
  person: Pick<Employee, 'hiredOn' | 'leftOn'>,
  reach: PayReach,
): readonly PayDispute[] =>
  disputes.map((each) => {
    if (!each.answer || !isOwed(each)) return each;
    const how = paidBy({ month, line: each.line, noRun: each.answer.noRun }, person, reach);
    return each.answer.paidBy === how ? each : { ...each, answer: { ...each.answer, paidBy: how } };
  });

/** A difference that payroll has settled by itself: a run that works its month out again has not to pay it once more. */
export interface SettledByHand {
  readonly line: string;
  readonly amount: Fen;
}

export const settledByHand = ({ disputes }: Pick<StoredSlip, 'disputes'>): readonly SettledByHand[] =>
  disputes.flatMap(({ line, answer }) =>
    answer?.settled && answer.settled.run === undefined ? [{ line, amount: answer.difference }] : [],
  );

/**
 * What earlier answers about a line have promised, or payroll has settled by itself: another answer about it tells what comes on
 * top. Not what a run has paid, nor of a month that is recalled, whose slip has it by now.
 */
export const promisedBefore = (
  disputes: readonly PayDispute[],
  { id, line, month }: { readonly id: string; readonly line: string; readonly month: Month },
  { again, final }: PayReach,
): Fen =>
  (again.includes(month) || final.includes(month)
    ? disputes
        .filter((each) => each.id !== id && each.line === line && each.answer?.settled?.run === undefined)
        .reduce((sum, { answer }) => sum + (answer?.difference ?? 0), 0)
    : 0) as Fen;

/** A run that has paid differences. */
export interface PayingRun {
  readonly month: Month;
  /** The first month that it has worked out again. */
  readonly from: Month;
  readonly startedAt: Instant;
}

/**
 * The disputes of a slip once a run has paid its differences: those that were answered before it was worked out, of lines that it
 * compares, or all of them where it is the slip's own run that was recalled. The same again changes nothing.
 */
export function withPaidByRun(
  { month, disputes }: Pick<StoredSlip, 'month' | 'disputes'>,
  run: PayingRun,
  settled: NonNullable<PayAnswer['settled']>,
): readonly PayDispute[] {
  const isPaid = (each: PayDispute) =>
    isOwed(each) &&
    (each.answer?.at ?? run.startedAt) < run.startedAt &&
    (month === run.month || (!each.answer?.noRun && comparedMonth({ month, line: each.line }) >= run.from));
  return disputes.some(isPaid)
    ? disputes.map((each) =>
        each.answer && isPaid(each) ? { ...each, answer: { ...each.answer, settled } } : each,
      )
    : disputes;
}

/** The disputes with one that is settled; the same again changes nothing. @throws AppError NOT_FOUND, PAY_DISPUTE_REFUSED */
export function withSettled(
  disputes: readonly PayDispute[],
  id: string,
  settled: NonNullable<PayAnswer['settled']>,
): readonly PayDispute[] {
  const found = disputes.find((each) => each.id === id);
  if (!found) throw new AppError('NOT_FOUND', { what: 'dispute' });
  const { answer } = found;
  if (answer?.settled) return disputes;
  if (answer === null || !isOwedApart(found))
    throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'nothing-owed' });
  return disputes.map((each) => (each.id === id ? { ...each, answer: { ...answer, settled } } : each));
}

/** The disputes with an answer. @throws AppError NOT_FOUND, PAY_DISPUTE_REFUSED `answered` by somebody else */
export function withAnswer(
  disputes: readonly PayDispute[],
  id: string,
  answer: PayAnswer,
): readonly PayDispute[] {
  const found = disputes.find((each) => each.id === id);
  if (!found) throw new AppError('NOT_FOUND', { what: 'dispute' });
  if (found.answer) {
    const isRepeat = found.answer.by.id === answer.by.id && found.answer.text === answer.text;
    if (isRepeat) return disputes;
    throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'answered' });
  }
  return disputes.map((each) => (each.id === id ? { ...each, answer } : each));
}
