const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 24 characters: the time, so that keys differ between taps, and enough chance between phones. */
export function newKey(): string {
  const chance = Array.from({ length: 15 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]);
  return `${Date.now().toString(36).padStart(9, '0')}${chance.join('')}`;
}
