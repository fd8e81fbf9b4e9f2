import { randomInt } from 'node:crypto';
import { ALPHABET, CODE_LENGTH, codeFrom } from '../domain/invite-code';

/** A random invite code. */
export const newCode = (): string =>
  codeFrom(Array.from({ length: CODE_LENGTH }, () => randomInt(ALPHABET.length)));
