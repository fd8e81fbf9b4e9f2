import type { LocationEvidence } from '#contracts/punch';
import type { SiteBrief } from '#contracts/site';
import { tailOf } from '../../common/bssid';
import { mayBeInside } from '../../common/locate';
import type { PunchDraft } from '../../services/punch-queue';
import { type TodayModel, verdictOf } from './today.model';

/** Evidence of presence that is sent to the server. */
export type Evidence = Pick<PunchDraft, 'mode' | 'location' | 'code' | 'beacons' | 'wifi'>;

/** Beacons and networks are not read further than this outside the fence, metres; allows for inaccurate fixes. */
const MAX_DISTANCE = 500;

/** Whether the location leaves open whether the person is at a site. */
function isPlaceOpen(model: TodayModel): boolean {
  const verdict = verdictOf(model);
  const near = verdict?.kind !== 'outside' || verdict.beyond <= MAX_DISTANCE;
  return verdict?.kind !== 'inside' && near;
}

/** Whether a network can prove the place: a site has one, and whether the person is there is open. */
export function mayReadNetwork(model: TodayModel): boolean {
  // Who refuses the location refuses the network too: it tells the same.
  const { state } = model.place;
  return (
    (state === 'fix' || state === 'failed') &&
    isPlaceOpen(model) &&
    (model.today?.sites ?? []).some(({ wifi }) => wifi)
  );
}

/** The site that a network proves, by the site's policy and the location; undefined if it proves none. */
export function siteOfNetwork(
  { today, place }: Pick<TodayModel, 'today' | 'place'>,
  bssid: string,
): SiteBrief | undefined {
  return (today?.sites ?? []).find((site) => {
    if (!site.wifi?.tails.includes(tailOf(bssid))) return false;
    return site.wifi.policy === 'alone' || (place.state === 'fix' && mayBeInside(place.location, site));
  });
}

/** UUIDs of beacons to discover; empty if the location or a network already decides. */
export function beaconsToDiscover(model: TodayModel): readonly string[] {
  if (model.wifi || !isPlaceOpen(model)) return [];
  return [...new Set((model.today?.sites ?? []).flatMap(({ beaconUuids = [] }) => beaconUuids))];
}

/** Evidence of a tap on the dial; null if there is none. */
export function dialEvidence({ place, beacons, wifi }: TodayModel): Evidence | null {
  const location = place.state === 'fix' ? place.location : undefined;
  if (wifi) return { mode: 'wifi', wifi, ...(location && { location }) };
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

/** Id of the site that asks for or requires a biometric check with this punch; null if none does. */
export function siteToCheck(model: TodayModel, evidence: Evidence): string | null {
  const site = siteOf(model, evidence);
  return site?.biometric ? site.id : null;
}

/** Whether a punch on the phone lacks the check without which its site books none. */
export const lacksCheck = (model: TodayModel, { biometric, ...evidence }: PunchDraft): boolean =>
  !biometric && siteOf(model, evidence)?.biometric === 'required';

function siteOf(
  { today, place: now }: TodayModel,
  { mode, location, code = '', beacons = [], wifi = '' }: Evidence,
): SiteBrief | undefined {
  const sites = today?.sites ?? [];
  if (mode === 'field') return undefined;
  const place = location ? ({ state: 'fix', location, at: 0 } as const) : now;
  if (mode === 'code') return sites.find(({ id }) => code.split('.')[1] === id);
  if (mode === 'beacon') return sites.find((site) => beacons.some(({ uuid }) => hasBeacon(site, uuid)));
  if (mode === 'wifi') return siteOfNetwork({ today, place }, wifi);
  const verdict = verdictOf({ today, place });
  return verdict?.kind === 'inside' ? verdict.site : undefined;
}

const hasBeacon = ({ beaconUuids = [] }: SiteBrief, uuid: string): boolean =>
  beaconUuids.some((one) => one.toUpperCase() === uuid.toUpperCase());
