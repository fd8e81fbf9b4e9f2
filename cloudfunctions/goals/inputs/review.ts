import { array, maxLength, minLength, pipe, strictObject } from 'valibot';
import { integerBetween, nonEmptyText, text } from '../../shared/inputs';
import { goalId } from './goal';

/** More than a sheet has lines. */
const MAX_SCORES = 144;

export const scores = pipe(
  array(strictObject({ id: goalId, score: integerBetween(0, 100) })),
  minLength(1),
  maxLength(MAX_SCORES),
);

/** What went well, what did not, what comes next. */
export const summary = nonEmptyText(2_000);
export const comment = text(1_000);
