const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 24 characters: a timestamp, unique per tap, and a random part, unique across phones. */
export function newKey(): string {
  const random = Array.from({ length: 15 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]);
  return `${Date.now().toString(36).padStart(9, '0')}${random.join('')}`;
}
