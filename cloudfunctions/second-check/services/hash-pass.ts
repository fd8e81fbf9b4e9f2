import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { passPlace } from '../domain/pass';

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const stretch = promisify(scrypt) as (pass: string, salt: Buffer, length: number) => Promise<Buffer>;

/**
 * Salt and scrypt hash of a pass, encrypted: six digits are guessed in hours from a hash alone, so who reads the
 * database has neither.
 */
export async function hashPass(pass: string, employeeId: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await stretch(pass, salt, HASH_BYTES);
  return encryptText(Buffer.concat([salt, hash]).toString('base64url'), passPlace(employeeId));
}

export async function isPass(pass: string, hash: string, employeeId: string): Promise<boolean> {
  const bytes = Buffer.from(decryptText(hash, passPlace(employeeId)), 'base64url');
  const [salt, expected] = [bytes.subarray(0, SALT_BYTES), bytes.subarray(SALT_BYTES)];
  return timingSafeEqual(await stretch(pass, salt, HASH_BYTES), expected);
}
