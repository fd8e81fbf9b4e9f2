import type { Instant } from '#contracts/common';

/** How long one code is shown on a site's screen. */
export const CODE_STEP_MS = 30_000;
/** Tolerated steps of clock drift and network latency. */
const DRIFT_STEPS = 1;

/** The content of a screen code. `version` is that of the site's secret. */
export interface SiteCode {
  readonly siteId: string;
  readonly version: number;
  readonly step: number;
}

/** The number of the 30-second step of an instant. */
export const stepOf = (now: number): number => Math.floor(now / CODE_STEP_MS);

/** The end of a step (exclusive). */
export const endOfStep = (step: number): Instant => ((step + 1) * CODE_STEP_MS) as Instant;

/**
 * Valid in its own and the adjacent steps: only the server creates codes, so a later step means that its clock
 * drifted.
 */
export function isCurrent(step: number, now: number): boolean {
  return Math.abs(stepOf(now) - step) <= DRIFT_STEPS;
}

/** The signed part of a code. */
export const codeBody = ({ siteId, version, step }: SiteCode): string =>
  `TX1.${siteId}.${version}.${step.toString(36)}`;

/** Parses a code without verifying it; null if malformed. */
export function readCode(text: string): { code: SiteCode; signature: string } | null {
  const [, siteId, version, step, signature] =
    /^TX1\.([A-Za-z0-9_-]{1,32})\.(\d{1,6})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (!siteId || !version || !step || !signature) return null;
  return { code: { siteId, version: Number(version), step: Number.parseInt(step, 36) }, signature };
}
