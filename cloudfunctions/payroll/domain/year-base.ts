import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { expectedBase } from '../../tax/rules';
import type { PersonFacts, RunFacts } from './pay-facts';
import { workOutSlip } from './work-out-slip';

interface YearBase {
  /** What the year's wages are expected to leave taxable without a bonus; null if the month cannot be worked out. */
  readonly base: Fen | null;
  /** Days on which a bonus was taxed by itself, as it was taken over and as slips of the year say. */
  readonly bonusTaxedOn: readonly Day[];
}

/** What a bonus of the month is compared with: the year, if its remaining months are like this one. */
export function yearBase(run: RunFacts, facts: PersonFacts): YearBase {
  const { tax, last, once } = facts;
  const year = Number(run.paidOn.slice(0, 4));
  const lastYear = last?.content.taxYear.year === year ? last.content : null;
  const bonusTaxedOn = [tax.bonusTaxedOn, lastYear?.taxYear.bonusTaxedOn ?? null].flatMap((day) => day ?? []);
  const pay = once.pay && { ...once.pay, bonus: null };
  const outcome = workOutSlip(run, { ...facts, once: { ...once, pay } });
  const toDate = 'content' in outcome ? taxableOf(outcome.content.net) : null;
  if (toDate === null) return { base: null, bonusTaxedOn };
  const before = lastYear ? taxableOf(lastYear.net) : null;
  // The first slip of the year stands for the months before it.
  const ofMonth = before === null ? Math.round(toDate / Number(run.paidOn.slice(5, 7))) : toDate - before;
  return { base: expectedBase(toDate, ofMonth as Fen, run.paidOn), bonusTaxedOn };
}

/** The taxable amount of the year so far, which may be below zero; null for who is not taxed cumulatively on wages. */
const taxableOf = ({ parts }: PayStep): Fen | null =>
  parts.find(({ id }) => id === 'tax.wages')?.parts.find(({ id }) => id === 'taxable')?.amount ?? null;
