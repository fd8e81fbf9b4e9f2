import { createHash } from 'node:crypto';

/** A text of `length` characters (hexadecimal, at most 64) that follows from another one, and from hardly any other. */
export const digestOf = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
