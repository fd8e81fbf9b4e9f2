import { createHash } from 'node:crypto';
import { normalizedCode } from '../domain/invite-code';

/** The stored id of a code: its SHA-256, so that the database does not reveal codes. */
export function inviteHash(code: string): string {
  return createHash('sha256').update(normalizedCode(code)).digest('hex');
}
