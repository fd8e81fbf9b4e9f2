import { createHash, randomBytes } from 'node:crypto';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import type { Client, SealedKey } from '../data/clients';
import type { ClientKey } from '../domain/client-keys';

/** Letters and digits without those that are taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const SECRET_BYTES = 32;

/** The same name for the same call, so that a retry finds what the first one made; a random one for the console. */
function nameOf(call: string | null, length: number): string {
  const bytes = call === null ? randomBytes(length) : createHash('sha256').update(call).digest();
  return [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

const CLIENT_LENGTH = 8;
export const newClientId = (call: string | null): string => nameOf(call, CLIENT_LENGTH);

/** The client that a key belongs to: the part before the hyphen, so that it is found by one read. */
export const clientIdOf = (keyId: string): string => keyId.split('-')[0] ?? '';

export const newKeyId = (clientId: string, call: string | null): string =>
  `${clientId}-${nameOf(call === null ? null : `${call}\nkey`, 6)}`;

/** A secret that nobody else has: 256 bits. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** HMAC needs the secret itself, so it is encrypted and not hashed; the place keeps it from being copied to another client. */
const placeOf = (clientId: string, keyId: string): string => `integration_clients:${clientId}:${keyId}`;

/** @throws AppError SETUP_MISSING */
export const sealed = (clientId: string, { secret, ...key }: ClientKey): SealedKey => ({
  ...key,
  sealed: encryptText(secret, placeOf(clientId, key.id)),
});

/** The keys of a client with their secrets. @throws AppError SETUP_MISSING */
export const openedKeys = ({ _id, keys }: Pick<Client, '_id' | 'keys'>): ClientKey[] =>
  keys.map(({ sealed: text, ...key }) => ({ ...key, secret: decryptText(text, placeOf(_id, key.id)) }));
