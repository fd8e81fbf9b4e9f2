import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../errors/app-error';

const VARIABLE = 'FIELD_KEYS';
/** They start every stored text; must never change, nor may the labels of `derived`. */
const FORMAT = 'sealed1';
const COMPRESSED = 'sealed2';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

interface FieldKey {
  readonly id: string;
  /** It reads alone: instances that still run with it as the next key would not read what others encrypt with it. */
  readonly isNext: boolean;
  /** Encrypts. */
  readonly seal: Buffer;
  /** Hashes. */
  readonly mark: Buffer;
}

/**
 * Encrypts a text with AES-256-GCM under the newest key of the environment variable `FIELD_KEYS`. `place` (such
 * as document and field) is authenticated as well: a ciphertext that is copied to another place cannot be
 * decrypted there.
 * @returns `sealed1.<key id>.<base64url of IV, ciphertext and tag>`
 * @throws AppError SETUP_MISSING if the function has no key
 */
export const encryptText = (text: string, place: string): string =>
  sealedBytes(FORMAT, Buffer.from(text, 'utf8'), place);

/**
 * The same for a text of some thousand characters that repeats itself, such as a payslip with its tree: it is compressed
 * first, to about a sixth. Not for what holds both a secret and something that others choose, since the length tells of it.
 * @returns `sealed2.` and so on
 * @throws AppError SETUP_MISSING
 */
export const encryptLongText = (text: string, place: string): string =>
  sealedBytes(COMPRESSED, deflateRawSync(text), place);

/** The text once more under the newest key, compressed if it was. @throws as `decryptText` */
export function encryptAgain(encrypted: string, place: string): string {
  const text = decryptText(encrypted, place);
  return encrypted.startsWith(`${COMPRESSED}.`) ? encryptLongText(text, place) : encryptText(text, place);
}

function sealedBytes(format: string, bytes: Buffer, place: string): string {
  const key = fieldKeys().find(isInUse);
  if (!key) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.seal, iv);
  cipher.setAAD(placeIn(format, place));
  const encrypted = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${format}.${key.id}.${encrypted.toString('base64url')}`;
}

/** The format is bound as well, but for the first one, whose texts there were before the second. */
const placeIn = (format: string, place: string): Buffer =>
  Buffer.from(format === FORMAT ? place : `${format} ${place}`);

/**
 * Decrypts a text that was encrypted for this place, with the key of `FIELD_KEYS` that it names.
 * @throws AppError SETUP_MISSING if that key is missing; Error if the text was modified or belongs to another
 * place
 */
export function decryptText(encrypted: string, place: string): string {
  const [format = '', id, content = ''] = encrypted.split('.');
  if (format !== FORMAT && format !== COMPRESSED) throw new Error('Not an encrypted text');
  const key = fieldKeys().find((each) => each.id === id);
  if (!key) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  const bytes = Buffer.from(content, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.seal, bytes.subarray(0, IV_BYTES));
  decipher.setAAD(placeIn(format, place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  const plain = Buffer.concat([text, decipher.final()]);
  return (format === COMPRESSED ? inflateRawSync(plain) : plain).toString('utf8');
}

/**
 * A keyed hash of a private text, for equality checks: a plain hash of a phone number can be guessed within
 * seconds. It depends on the oldest key, so it is suited to comparing a retry with the first attempt, not to
 * long-term storage.
 * @throws AppError SETUP_MISSING
 */
export function textFingerprint(text: string): string {
  const key = fieldKeys().findLast(isInUse);
  if (!key) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  return createHmac('sha256', key.mark).update(text).digest('base64url');
}

/**
 * What every text under the newest key begins with, as ranges of texts in their order.
 * @throws AppError SETUP_MISSING
 */
export function sealedRanges(): readonly { readonly from: string; readonly until: string }[] {
  const key = fieldKeys().find(isInUse);
  if (!key) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  // The character after the dot.
  return [FORMAT, COMPRESSED].map((format) => ({
    from: `${format}.${key.id}.`,
    until: `${format}.${key.id}/`,
  }));
}

/** Whether texts under another key than the newest one can be read. */
export const hasOlderKeys = (): boolean => fieldKeys().filter(isInUse).length > 1;

const isInUse = ({ isNext }: FieldKey): boolean => !isNext;

const derived = (bytes: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `tongxin field ${use}`, KEY_BYTES));

/**
 * `<id>=<base64 of 32 bytes>`, newest first, separated by commas. To rotate while instances serve: name the new key with
 * `next:` in front of it, so that all of them can read what it will encrypt; then put it in front without that, and keep
 * the older ones until nothing is encrypted with them.
 */
function fieldKeys(): readonly FieldKey[] {
  const variable = process.env[VARIABLE] ?? '';
  if (known?.variable !== variable) known = { variable, keys: keysOf(variable) };
  return known.keys;
}

/** Deriving a key takes longer than a field. */
let known: { readonly variable: string; readonly keys: readonly FieldKey[] } | undefined;

function keysOf(variable: string): readonly FieldKey[] {
  return variable
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [, next, id = '', content = ''] =
        /^\s*(next:)?([A-Za-z0-9]{1,16})=([A-Za-z0-9+/=_-]+)\s*$/.exec(entry) ?? [];
      const bytes = Buffer.from(content, 'base64');
      if (bytes.length !== KEY_BYTES) throw new AppError('SETUP_MISSING', { what: VARIABLE });
      return { id, isNext: next !== undefined, seal: derived(bytes, 'seal'), mark: derived(bytes, 'mark') };
    });
}
