/** Capital letters and digits, without similar ones: 0 O, 1 I L. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^8 ≈ 8.5 × 10^11 codes: guessing is infeasible at five attempts per hour. */
export const CODE_LENGTH = 8;

/** A code from random numbers, each 0 ≤ n < `ALPHABET.length`. @throws RangeError on any other number */
export function codeFrom(numbers: readonly number[]): string {
  const letters = numbers.map((number) => ALPHABET[number]);
  if (letters.length !== CODE_LENGTH || letters.includes(undefined))
    throw new RangeError('A code needs eight numbers below 31');
  return letters.join('');
}

/** Normalizes a typed code: ignores spaces, dashes and case. */
export function normalizedCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
