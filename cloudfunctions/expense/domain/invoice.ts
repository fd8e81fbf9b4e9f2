import type { Day } from '#contracts/common';
import { isDay } from '../../shared/calendar/company-time';

/** What the code printed on a Chinese electronic invoice says. */
export interface Invoice {
  /** Code and number, or the number alone of a fully digital one: the tax office gives each out once. */
  readonly id: string;
  readonly number: string;
  readonly day: Day | null;
}

const DIGITS = /^\d{8,20}$/;
const CODE = /^\d{10,12}$/;

/**
 * The invoice of a code: `01,<kind>,<code>,<number>,<amount>,<YYYYMMDD>,…`, as invoices have it since 2016; a fully
 * digital one has no code and a number of twenty digits. Null for any other text, such as the code of a payment.
 */
export function invoiceIn(text: string): Invoice | null {
  const [version, kind = '', code = '', number = '', , date = ''] = text
    .split(',')
    .map((part) => part.trim());
  if (version !== '01' || !/^\d{2}$/.test(kind) || !DIGITS.test(number)) return null;
  if (code !== '' && !CODE.test(code)) return null;
  if (code === '' && number.length !== 20) return null;
  const day = date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return { id: code === '' ? number : `${code}:${number}`, number, day: isDay(day) ? day : null };
}
