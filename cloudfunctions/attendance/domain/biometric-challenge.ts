import type { Instant } from '#contracts/common';

export const CHALLENGE_LIFETIME_MS = 120_000;

/** A challenge for one site; the employee number is signed but not included. */
export interface Challenge {
  readonly siteId: string;
  /** Version of the site's secret. */
  readonly version: number;
  readonly until: Instant;
  /** Makes the challenge unique. */
  readonly nonce: string;
}

/** The signed part of a challenge, without the employee number. */
export const challengeBody = ({ siteId, version, until, nonce }: Challenge): string =>
  `TXB1.${siteId}.${version}.${until.toString(36)}.${nonce}`;

/** Parses a challenge without verifying it; null if malformed. */
export function readChallenge(text: string): { challenge: Challenge; signature: string } | null {
  const [, siteId, version, until, nonce, signature] =
    /^TXB1\.([A-Za-z0-9_-]{1,32})\.(\d{1,6})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(
      text,
    ) ?? [];
  if (!siteId || !version || !until || !nonce || !signature) return null;
  const instant = Number.parseInt(until, 36) as Instant;
  return { challenge: { siteId, version: Number(version), until: instant, nonce }, signature };
}

/** Valid from its creation until its expiry. */
export const isAnswerable = ({ until }: Challenge, now: number): boolean =>
  now <= until && now >= until - CHALLENGE_LIFETIME_MS;
