import { createHash } from 'node:crypto';
import { normalCode } from '../domain/invite-code';

/** The id under which a code is kept: its SHA-256, so that nobody reads codes in the database. */
export function inviteHash(code: string): string {
  return createHash('sha256').update(normalCode(code)).digest('hex');
}
