import { array, boolean, maxLength, minLength, nullable, pipe, strictObject } from 'valibot';
import { employeeId, month } from '../../shared/inputs';
import { fen } from './profile';

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
    }),
  ),
  minLength(1),
  maxLength(MAX_ENTRIES),
);
