import { check, nullable, number, picklist, pipe, record, transform } from 'valibot';
import type { Fen } from '#contracts/pay';
import { day } from '../../shared/inputs';
import { payItemId } from './pay-item';

/** Whole fen from 0 on is checked by the rules, which name the field. */
const amount = pipe(
  number(),
  transform((value) => value as Fen),
);

const MAX_ENTERED = 60;

/** The fields of a salary as it holds from a day on. */
export const salaryFields = {
  from: day,
  wage: amount,
  overtimeBase: nullable(amount),
  method: picklist(['21.75', 'workdays']),
  entered: pipe(
    record(payItemId, amount),
    check((entered) => Object.keys(entered).length <= MAX_ENTERED),
  ),
};
