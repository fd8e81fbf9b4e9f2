import type { FormField } from '#contracts/form';

/** 100 million yuan: more than any request, and within exact numbers. */
const MAX_FEN = 10_000_000_000;

/** The bounds of a number, or of money in fen; a form may set narrower ones. */
export function boundsOf({ kind, from, to }: Pick<FormField, 'kind' | 'from' | 'to'>) {
  return { from: from ?? (kind === 'money' ? 0 : -MAX_FEN), to: to ?? MAX_FEN };
}
