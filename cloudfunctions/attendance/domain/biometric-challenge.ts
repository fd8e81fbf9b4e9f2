import type { Instant } from '#contracts/common';

/** How long a challenge may be answered, ms. */
export const CHALLENGE_LIFE = 120_000;

/** A challenge of one site; whom it is for is signed, not said. */
export interface Challenge {
  readonly siteId: string;
  /** Of the site's secret. */
  readonly version: number;
  readonly until: Instant;
  /** Makes it one of a kind. */
  readonly nonce: string;
}

/** The part of a challenge that is signed together with the employee's number. */
export const challengeBody = ({ siteId, version, until, nonce }: Challenge): string =>
  `TXB1.${siteId}.${version}.${until.toString(36)}.${nonce}`;

/** A challenge taken apart, not checked; null for anything else. */
export function readChallenge(text: string): { challenge: Challenge; signature: string } | null {
  const [, siteId, version, until, nonce, signature] =
    /^TXB1\.([A-Za-z0-9_-]{1,32})\.(\d{1,6})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(
      text,
    ) ?? [];
  if (!siteId || !version || !until || !nonce || !signature) return null;
  const instant = Number.parseInt(until, 36) as Instant;
  return { challenge: { siteId, version: Number(version), until: instant, nonce }, signature };
}

/** From being made to its end, neither before nor after. */
export const isAnswerable = ({ until }: Challenge, now: number): boolean =>
  now <= until && now >= until - CHALLENGE_LIFE;

/** What wx.startSoterAuthentication signs, as far as we read it; null for anything else. */
export function readSoterResult(json: string): { raw: string; cpuId: string | null } | null {
  const parsed = parse(json);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { raw, cpu_id: cpuId } = parsed as Record<string, unknown>;
  if (typeof raw !== 'string') return null;
  return { raw, cpuId: typeof cpuId === 'string' && cpuId !== '' ? cpuId : null };
}

/** Undefined for what is not JSON: a phone's text is not trusted to be any. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
