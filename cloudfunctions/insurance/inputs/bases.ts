import { array, boolean, maxLength, minLength, nullable, optional, pipe, strictObject } from 'valibot';
import { employeeId, month } from '../../shared/inputs';
import { fen, fundRate } from './profile';

/** Lines of one call; a longer sheet is sent in several. */
const MAX_ENTRIES = 100;

export const entries = pipe(
  array(
    strictObject({
      employeeId,
      from: month,
      insurance: nullable(fen),
      fund: nullable(fen),
      isLocal: boolean(),
      isPensioner: boolean(),
      fundRate: optional(fundRate),
      supplementaryRate: optional(fundRate),
    }),
  ),
  minLength(1),
  maxLength(MAX_ENTRIES),
);
