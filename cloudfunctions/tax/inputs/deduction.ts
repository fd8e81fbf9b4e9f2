import { nullable, picklist, pipe, regex, strictObject, string, transform, variant } from 'valibot';
import type { Month } from '#contracts/common';
import { day, integerBetween, line, month } from '../../shared/inputs';
import { fenBetween } from './fen';

/** As the phone made it: the key of the form. */
export const deductionId = pipe(string(), regex(/^[A-Za-z0-9_-]{16,64}$/));
/** A place in the list of those who wait, as the server gave it. */
export const cursor = pipe(string(), regex(/^\d{14}:[A-Za-z0-9_-]{1,32}$/));
export const year = integerBetween(2019, 2199);

/** What a rule allows is said by the rule; more than this is a typing error. */
const MAX_SHARE = 10_000_000;
/** A month of a loan or a degree may lie in the last century. */
const anyMonth = pipe(
  string(),
  regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);
const share = picklist([50, 100]);
const child = { name: line(20), born: day, share };

const detail = variant('kind', [
  strictObject({ kind: picklist(['child']), ...child }),
  strictObject({ kind: picklist(['infant']), ...child }),
  strictObject({ kind: picklist(['degree']), enrolled: anyMonth }),
  strictObject({ kind: picklist(['certificate']), name: line(40), obtained: day }),
  strictObject({ kind: picklist(['mortgage']), firstPaid: anyMonth, share }),
  strictObject({ kind: picklist(['rent']), city: line(20), size: picklist(['major', 'large', 'small']) }),
  strictObject({
    kind: picklist(['elder']),
    name: line(20),
    born: day,
    amount: nullable(fenBetween(0, MAX_SHARE)),
  }),
]);

export const draft = { detail, from: month, until: nullable(month) };
