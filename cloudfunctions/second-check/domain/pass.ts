import type { Instant } from '#contracts/common';

/** The pass of one employee; `_id` is the employee number. */
export interface Pass {
  readonly _id: string;
  readonly rev: number;
  /** Encrypted salt and hash; null once it was reset. */
  readonly hash: string | null;
  /** Wrong tries since the last right one. */
  readonly wrong: number;
  /** No try is answered before. */
  readonly lockedUntil: Instant;
  readonly setAt: Instant;
  /** The last reset. */
  readonly resetAt: Instant | null;
  readonly resetById: string | null;
}

/** To which the hash of a pass is bound. */
export const passPlace = (employeeId: string): string => `pay_passes:${employeeId}`;

/** Tries until the pass is locked for a while. */
const TRIES_AT_ONCE = 5;
const MINUTE_MS = 60_000;
/** How long after the first five wrong tries, the second five, and any further ones: less than a hundred tries a month. */
const LOCKS_MS = [15 * MINUTE_MS, 60 * MINUTE_MS, 24 * 60 * MINUTE_MS] as const;

/**
 * The pass after one more try that is not known to be right. Saved before the try is checked, so that guesses at the
 * same moment are counted one by one.
 */
export function withTry(pass: Pass, now: Instant): Pass {
  const wrong = pass.wrong + 1;
  const round = Math.floor(wrong / TRIES_AT_ONCE) - 1;
  const lock = wrong % TRIES_AT_ONCE === 0 ? (LOCKS_MS[round] ?? LOCKS_MS[2]) : 0;
  return { ...pass, rev: pass.rev + 1, wrong, lockedUntil: (lock > 0 ? now + lock : 0) as Instant };
}

/** The pass after a right try. */
export const withRightTry = (pass: Pass): Pass => ({
  ...pass,
  rev: pass.rev + 1,
  wrong: 0,
  lockedUntil: 0 as Instant,
});

/** Tries that are left before the next lock. */
export const triesLeft = ({ wrong }: Pick<Pass, 'wrong'>): number => TRIES_AT_ONCE - (wrong % TRIES_AT_ONCE);

/** Until when no try is answered; null if one is answered now. */
export const lockOf = (pass: Pass | null, now: Instant): Instant | null =>
  pass && pass.lockedUntil > now ? pass.lockedUntil : null;

/** Lines of the keypad and numbers that sound like words, in both directions. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    '147258',
    '258369',
    '147369',
    '159357',
    '159753',
    '123654',
    '456789',
    '789456',
    '520131',
    '201314',
    '131452',
  ].flatMap((pass) => [pass, [...pass].reverse().join('')]),
);

/**
 * Passes that are tried first: at most two digits, a row of digits up or down, also doubled (112233), a group that repeats or
 * is read backwards (123123, 123321), and a few that many people have.
 */
export function isWeakPass(pass: string): boolean {
  const isRepeated = /^(\d{2,3})\1+$/.test(pass) || pass === [...pass].reverse().join('');
  const isDoubled = /^(\d)\1(\d)\2(\d)\3$/.test(pass);
  const few = new Set(pass).size <= 2;
  return (
    few || isRepeated || isRow(pass) || (isDoubled && isRow(pass.replace(/(\d)\1/g, '$1'))) || KNOWN.has(pass)
  );
}

function isRow(text: string): boolean {
  const steps = new Set([...text].slice(1).map((digit, at) => Number(digit) - Number(text[at])));
  const [step] = steps;
  return steps.size === 1 && Math.abs(Number(step)) <= 1;
}
