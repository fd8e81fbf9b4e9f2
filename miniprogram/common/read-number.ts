import type { FormField } from '#contracts/form';
import { cleanCode } from './clean-text';

/** Why a figure cannot be read. */
export type FigureProblem = 'not-a-number' | 'two-decimals' | 'out-of-range';
export type Figure = { readonly value: number } | { readonly problem: FigureProblem };

/** Beyond it a number is not exact any more. */
const MAX_DIGITS = 15;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.|$)/;

/** Digits with an optional sign and fraction; separators only in front of three digits each. */
function digitsOf(text: string): string | null {
  const unsigned = text.replace(/^[-−+]/, '');
  const plain = GROUPED.test(unsigned) ? unsigned.replace(/,/g, '') : unsigned;
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return /^[-−]/.test(text) ? `-${plain}` : plain;
}

/** A number as people write it: `12`, `1,234.5`, `１２．５`. */
export function readNumber(text: string): Figure {
  const digits = digitsOf(cleanCode(text).replace(/，/g, ','));
  if (digits === null) return { problem: 'not-a-number' };
  const whole = digits.replace(/^-?0*/, '').split('.')[0] ?? '';
  return whole.length > MAX_DIGITS ? { problem: 'out-of-range' } : { value: Number(digits) };
}

/** An amount in yuan as people write it, such as `¥1,234.50`, `１２３．４５` or `12元`. @returns fen */
export function readFen(text: string): Figure {
  const code = cleanCode(text)
    .replace(/^(-?)(?:¥|￥|RMB|CNY)/i, '$1')
    .replace(/元$/, '');
  const read = readNumber(code);
  if ('problem' in read) return read;
  const fraction = (code.split('.')[1] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return { problem: 'two-decimals' };
  return { value: Math.round(read.value * 100) };
}

/** 100 million yuan: more than any request, and within exact numbers. */
const MAX_FEN = 10_000_000_000;

/** The bounds of a number, or of money in fen; a form may set narrower ones. */
export function boundsOf({ kind, from, to }: Pick<FormField, 'kind' | 'from' | 'to'>) {
  return { from: from ?? (kind === 'money' ? 0 : -MAX_FEN), to: to ?? MAX_FEN };
}
