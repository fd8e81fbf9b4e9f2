import { array, boolean, maxLength, nullable, optional, picklist, pipe, strictObject } from 'valibot';
import { day, integerBetween, month } from '../../shared/inputs';
import { fenBetween } from './fen';

/** One hundred million yuan in a year. */
const MAX_YEARLY = 10_000_000_000;
const amount = fenBetween(0, MAX_YEARLY);

export const facts = strictObject({
  monthsDeclared: integerBetween(0, 12),
  hadOtherPayer: boolean(),
  incomeBefore: amount,
  hadIncomeThisYear: boolean(),
});

export const yearDraft = strictObject({
  kind: picklist(['resident', 'student', 'non-resident']),
  allowance: picklist(['monthly', 'first-job', 'sixty-thousand']),
  carryIn: nullable(
    strictObject({
      source: picklist(['earlier-system', 'taken-over']),
      from: month,
      until: month,
      totals: strictObject({
        ...{ income: amount, exempt: amount, contributions: amount },
        ...{ other: amount, relief: amount, withheld: amount },
      }),
    }),
  ),
  bonusTaxedOn: nullable(day),
  pension: optional(pipe(array(strictObject({ month, amount })), maxLength(12)), []),
});
