import { array, boolean, maxLength, nullable, pipe, strictObject } from 'valibot';
import { day, localText, numberBetween } from '../../shared/inputs';
import { grade } from './result';

const rate = strictObject({ grade, percent: numberBetween(0, 1_000), opensPlan: boolean() });

/** Ascending by their first day. */
export const bonusRules = pipe(
  array(
    strictObject({
      from: day,
      to: nullable(day),
      rates: pipe(array(rate), maxLength(10)),
      source: localText(120),
    }),
  ),
  maxLength(100),
);
