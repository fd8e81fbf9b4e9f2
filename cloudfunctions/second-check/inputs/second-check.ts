import { pipe, regex, strictObject, string } from 'valibot';
import { verbatim } from '../../shared/inputs';

export const pass = pipe(string(), regex(/^\d{6}$/));

export const phoneCheck = strictObject({
  resultJSON: verbatim(2_000),
  resultJSONSignature: verbatim(2_000),
});

/** What `openPay` gave. */
export const opening = pipe(string(), regex(/^[A-Za-z0-9._-]{1,120}$/));
