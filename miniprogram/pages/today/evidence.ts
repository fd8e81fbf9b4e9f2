import type { LocationEvidence } from '#contracts/punch';
import type { SiteBrief } from '#contracts/site';
import type { PunchDraft } from '../../services/punch-queue';
import { type TodayModel, verdictOf } from './today.model';

/** Evidence of presence that is sent to the server. */
export type Evidence = Pick<PunchDraft, 'mode' | 'location' | 'code' | 'beacons'>;

/** Beacons are not discovered further than this outside the fence, metres; allows for inaccurate fixes. */
const MAX_BEACON_DISTANCE = 500;

/** UUIDs of beacons to discover; empty if the location already decides. */
export function beaconsToDiscover(model: TodayModel): readonly string[] {
  const verdict = verdictOf(model);
  const near = verdict?.kind !== 'outside' || verdict.beyond <= MAX_BEACON_DISTANCE;
  if (verdict?.kind === 'inside' || !near) return [];
  return [...new Set((model.today?.sites ?? []).flatMap(({ beaconUuids = [] }) => beaconUuids))];
}

/** Evidence of a tap on the dial; null if there is none. */
export function dialEvidence({ place, beacons }: TodayModel): Evidence | null {
  const location = place.state === 'fix' ? place.location : undefined;
  if (beacons.length > 0) return { mode: 'beacon', beacons, ...(location && { location }) };
  return location ? { mode: 'gps', location } : null;
}

/** Evidence of a scanned code, with the location if there is a fresh fix. */
export const codeEvidence = (code: string, location: LocationEvidence | undefined): Evidence => ({
  mode: 'code',
  code,
  ...(location && { location }),
});

/** Maximum length of a site code, characters. */
const MAX_CODE_LENGTH = 128;

/** Whether a scanned text has the format of a site code, unlike menus, payment codes and URLs. */
export const isSiteCode = (text: string): boolean =>
  /^TX\d+\.[\x21-\x7e]+$/.test(text) && text.length <= MAX_CODE_LENGTH;

/** Id of the site that asks for a biometric check with this punch; null if none does. */
export function siteToCheck(model: TodayModel, evidence: Evidence): string | null {
  const site = siteOf(model, evidence);
  return site?.biometric === 'asked' ? site.id : null;
}

function siteOf(model: TodayModel, { mode, code = '', beacons = [] }: Evidence): SiteBrief | undefined {
  const sites = model.today?.sites ?? [];
  if (mode === 'code') return sites.find(({ id }) => code.split('.')[1] === id);
  if (mode === 'beacon') return sites.find((site) => beacons.some(({ uuid }) => hasBeacon(site, uuid)));
  const verdict = verdictOf(model);
  return verdict?.kind === 'inside' ? verdict.site : undefined;
}

const hasBeacon = ({ beaconUuids = [] }: SiteBrief, uuid: string): boolean =>
  beaconUuids.some((one) => one.toUpperCase() === uuid.toUpperCase());
