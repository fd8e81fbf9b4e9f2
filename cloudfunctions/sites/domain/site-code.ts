import type { Instant } from '#contracts/common';

/** How long one code is on a site's screen, ms. */
export const CODE_STEP = 30_000;
/** Steps that two clocks, and the way from the screen to the server, may take. */
const DRIFT_STEPS = 1;

/** What the code on a screen says. `version` is the one of the site's secret. */
export interface SiteCode {
  readonly siteId: string;
  readonly version: number;
  readonly step: number;
}

/** The number of the 30 seconds that an instant lies in. */
export const stepOf = (now: number): number => Math.floor(now / CODE_STEP);

/** The first moment after a step. */
export const endOfStep = (step: number): Instant => ((step + 1) * CODE_STEP) as Instant;

/** Good in its own step and the ones beside it: only the server makes codes, so a later one is its clock's drift. */
export function isCurrent(step: number, now: number): boolean {
  return Math.abs(stepOf(now) - step) <= DRIFT_STEPS;
}

/** The part of a code that is signed. */
export const codeBody = ({ siteId, version, step }: SiteCode): string =>
  `TX1.${siteId}.${version}.${step.toString(36)}`;

/** A code taken apart, not checked; null for anything else. */
export function readCode(text: string): { code: SiteCode; signature: string } | null {
  const [, siteId, version, step, signature] =
    /^TX1\.([A-Za-z0-9_-]{1,32})\.(\d{1,6})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (!siteId || !version || !step || !signature) return null;
  return { code: { siteId, version: Number(version), step: Number.parseInt(step, 36) }, signature };
}
