import { pipe, regex, string, transform } from 'valibot';
import type { Month } from '../../../typings/contracts/common';

/** `YYYY-MM`. */
export const monthText = pipe(
  string(),
  regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);
