import { nullable, picklist, pipe, strictObject, transform, variant } from 'valibot';
import type { LeavingReason } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { integerBetween, line, month } from '../../shared/inputs';

/** A hundred million yuan. */
const MAX_FEN = 10_000_000_000;
const amount = pipe(
  integerBetween(1, MAX_FEN),
  transform((value) => value as Fen),
);

export const way = picklist(['separate', 'merged']);

/** An amount, or a base of which the grade of a period says the percentage. */
export const bonusEntry = variant('kind', [
  strictObject({ kind: picklist(['amount']), amount }),
  strictObject({ kind: picklist(['grade']), base: amount, period: month }),
]);

export const leaving = strictObject({
  reason: picklist([
    'resigned',
    'resigned-for-cause',
    'agreed-by-company',
    'agreed-by-employee',
    'dismissed-for-fault',
    'dismissed',
    'redundancy',
    'expired',
    'expired-refused',
    'unlawful',
    'retired',
    'other',
  ] satisfies LeavingReason[]),
  notice: picklist(['given', 'paid']),
  meanWage: nullable(amount),
  average: nullable(strictObject({ year: integerBetween(2007, 2199), monthly: amount, source: line(120) })),
});
