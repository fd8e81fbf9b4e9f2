/** Capital letters and digits, without similar ones: 0 O, 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LETTERS = 12;
const GROUP = 4;

/** A code such as `7K2M-P9QX-4T6B` from a random or keyed value: 31^12 ≈ 8 × 10^17 of them. @param hex at least 120 bits */
export function proofCode(hex: string): string {
  const base = BigInt(ALPHABET.length);
  let rest = BigInt(`0x${hex}`);
  let letters = '';
  while (letters.length < LETTERS) {
    letters += ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return letters.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-');
}

/** As it was typed: dashes, spaces and case are no difference. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** The family name, or the first letter: enough to see that a proof is about this person. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}**`;
