import type { LocalText } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { SiteBeacon, SiteOnFile, SiteSettings } from '#contracts/site';
import { cleanCode, cleanLine } from '../../../../common/clean-text';
import { completeText, ownEnglish } from '../../../../common/local-text';
import { readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';
import type { Refusal } from '../../../../services/wx-refusal';
import type { NetworkAttempt, NetworksDraft } from '../../networks.model';

/** A beacon as it is typed. */
export type BeaconDraft = Readonly<Record<keyof SiteBeacon, string>>;

/** A site as it is typed. */
export interface SiteDraft extends NetworksDraft {
  readonly name: LocalText;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly radius: string;
  readonly tolerance: string;
  readonly beacons: readonly BeaconDraft[];
  readonly biometric: SiteSettings['biometric'];
  readonly screenKeepers: readonly string[];
}

export type DraftField = keyof SiteDraft;

export interface SiteModel {
  readonly state: 'loading' | 'failed' | 'missing' | 'ready';
  readonly id: string;
  /** What is on file, as far as this phone knows; null for a new one. */
  readonly base: SiteOnFile | null;
  readonly draft: SiteDraft;
  /** Names of keepers; without a name the id is shown. */
  readonly people: Readonly<Record<string, PersonBrief>>;
  readonly failure: Failure | null;
  /** After a version conflict: the fields of the draft that override the stored ones. */
  readonly conflict: { readonly version: number; readonly mine: readonly DraftField[] } | null;
  readonly busy: boolean;
  /** Saving was attempted: errors of fields are shown. */
  readonly tried: boolean;
  /** Accuracy of the location fix in metres; null for a place from the map. */
  readonly accuracy: number | null;
  readonly attempt: NetworkAttempt;
  /** `failed` and the rest: why there is no place. */
  readonly locating: 'idle' | 'busy' | Refusal;
}

/** Limits of the server's input. */
const RADIUS = [30, 2_000] as const;
const TOLERANCE = [0, 200] as const;
const NUMBER = [0, 65_535] as const;
const STRENGTH = [-110, -30] as const;
export const MAX_BEACONS = 20;
export const MAX_KEEPERS = 20;

export const blankDraft: SiteDraft = {
  name: { 'zh-CN': '', en: '' },
  place: null,
  radius: '200',
  tolerance: '50',
  beacons: [],
  wifi: 'off',
  networks: [],
  biometric: 'off',
  screenKeepers: [],
};

export const noSite: SiteModel = {
  state: 'loading',
  id: '',
  base: null,
  draft: blankDraft,
  people: {},
  failure: null,
  conflict: null,
  busy: false,
  tried: false,
  accuracy: null,
  attempt: 'idle',
  locating: 'idle',
};

export const blankBeacon: BeaconDraft = { uuid: '', major: '1', minor: '1', minRssi: '-85' };

export const draftOf = (site: SiteSettings): SiteDraft => ({
  name: { 'zh-CN': site.name['zh-CN'], en: ownEnglish(site.name) },
  place: { latitude: site.latitude, longitude: site.longitude },
  radius: String(site.radius),
  tolerance: String(site.tolerance),
  beacons: site.beacons.map(({ uuid, major, minor, minRssi }) => ({
    uuid,
    major: String(major),
    minor: String(minor),
    minRssi: String(minRssi),
  })),
  wifi: site.wifi,
  networks: site.networks.map(({ bssid, ssid }) => ({ bssid, ssid })),
  biometric: site.biometric,
  screenKeepers: [...site.screenKeepers],
});

/** What was typed, as a number; NaN if it is none. */
function numberOf(typed: string): number {
  const read = readNumber(typed);
  return 'value' in read ? read.value : Number.NaN;
}

/** What is sent to be saved. Only of a draft without problems. */
export const settingsOf = (id: string, draft: SiteDraft): Omit<SiteSettings, 'version'> => ({
  id,
  name: completeText(draft.name),
  latitude: draft.place?.latitude ?? 0,
  longitude: draft.place?.longitude ?? 0,
  radius: numberOf(draft.radius),
  tolerance: numberOf(draft.tolerance),
  beacons: draft.beacons.map(({ uuid, major, minor, minRssi }) => ({
    uuid: cleanCode(uuid).toUpperCase(),
    major: numberOf(major),
    minor: numberOf(minor),
    minRssi: numberOf(minRssi),
  })),
  wifi: draft.wifi,
  networks: draft.networks,
  biometric: draft.biometric,
  screenKeepers: draft.screenKeepers,
});

/** What keeps a draft from being saved; `number` of a beacon, from 1. */
export type DraftProblem =
  | { readonly of: 'name' | 'place' | 'radius' | 'tolerance' }
  | { readonly of: 'uuid' | 'numbers' | 'minRssi'; readonly number: number };

function isWhole(text: string, [least, most]: readonly [number, number]): boolean {
  const number = numberOf(text);
  return Number.isInteger(number) && number >= least && number <= most;
}

const UUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

function beaconProblem(beacon: BeaconDraft, number: number): DraftProblem | null {
  if (!UUID.test(cleanCode(beacon.uuid))) return { of: 'uuid', number };
  if (!isWhole(beacon.major, NUMBER) || !isWhole(beacon.minor, NUMBER)) return { of: 'numbers', number };
  return isWhole(beacon.minRssi, STRENGTH) ? null : { of: 'minRssi', number };
}

/** The first thing to put right, from the top of the form; null if the draft can be saved. */
export function problemOf(draft: SiteDraft): DraftProblem | null {
  if (!cleanLine(draft.name['zh-CN'])) return { of: 'name' };
  if (!draft.place) return { of: 'place' };
  if (!isWhole(draft.radius, RADIUS)) return { of: 'radius' };
  if (!isWhole(draft.tolerance, TOLERANCE)) return { of: 'tolerance' };
  for (const [index, beacon] of draft.beacons.entries()) {
    const problem = beaconProblem(beacon, index + 1);
    if (problem) return problem;
  }
  return null;
}

const FIELDS = [
  'name',
  'place',
  'radius',
  'tolerance',
  'beacons',
  'wifi',
  'networks',
  'biometric',
  'screenKeepers',
] as const;

const differs = (a: SiteDraft, b: SiteDraft, field: DraftField): boolean =>
  JSON.stringify(a[field]) !== JSON.stringify(b[field]);

/**
 * Rebases the draft onto the version that somebody else has saved: fields that the person has changed are kept, all
 * others take the stored values.
 */
export function rebase(
  draft: SiteDraft,
  before: SiteSettings,
  now: SiteSettings,
): { draft: SiteDraft; mine: readonly DraftField[] } {
  const theirs = draftOf(now);
  const touched = FIELDS.filter((field) => differs(draft, draftOf(before), field));
  const kept = Object.fromEntries(touched.map((field) => [field, draft[field]]));
  const merged: SiteDraft = { ...theirs, ...kept };
  return { draft: merged, mine: touched.filter((field) => differs(merged, theirs, field)) };
}

/** Whether there is anything to save. */
export function isChanged({ base, draft }: Pick<SiteModel, 'base' | 'draft'>): boolean {
  const before = base ? draftOf(base) : blankDraft;
  return FIELDS.some((field) => differs(draft, before, field));
}
