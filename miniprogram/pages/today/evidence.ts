import type { LocationEvidence } from '#contracts/punch';
import type { SiteBrief } from '#contracts/site';
import type { PunchDraft } from '../../services/punch-queue';
import { type TodayModel, verdictOf } from './today.model';

/** What shows the server where the person is. */
export type Evidence = Pick<PunchDraft, 'mode' | 'location' | 'code' | 'beacons'>;

/** Beyond this much outside the fence no beacon of the site is heard, metres; walls and bad fixes are counted in. */
const MAX_BEACON_DISTANCE = 500;

/** The beacons worth looking for: where the location does not decide already. Empty for none. */
export function beaconsToDiscover(model: TodayModel): readonly string[] {
  const verdict = verdictOf(model);
  const near = verdict?.kind !== 'outside' || verdict.beyond <= MAX_BEACON_DISTANCE;
  if (verdict?.kind === 'inside' || !near) return [];
  return [...new Set((model.today?.sites ?? []).flatMap(({ beaconUuids = [] }) => beaconUuids))];
}

/** What a tap on the dial has to show; null if there is nothing. */
export function dialEvidence({ place, beacons }: TodayModel): Evidence | null {
  const location = place.state === 'fix' ? place.location : undefined;
  if (beacons.length > 0) return { mode: 'beacon', beacons, ...(location && { location }) };
  return location ? { mode: 'gps', location } : null;
}

/** What a scanned code has to show; with the location if it is of this very moment. */
export const codeEvidence = (code: string, location: LocationEvidence | undefined): Evidence => ({
  mode: 'code',
  code,
  ...(location && { location }),
});

/** The longest text that a site's screen shows; anything longer is another code and never sent. */
const MAX_CODE_LENGTH = 128;

/** Whether a scanned text can be a code of a site at all: menus, payment codes and addresses are not. */
export const isSiteCode = (text: string): boolean =>
  /^TX\d+\.[\x21-\x7e]+$/.test(text) && text.length <= MAX_CODE_LENGTH;

/** The site that asks for a check on the phone with this punch; null if none does. */
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
