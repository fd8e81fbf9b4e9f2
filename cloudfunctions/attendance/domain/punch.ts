import type { FlagEvidence } from '#contracts/attendance-flag';
import type { Day, Instant, LocalText, Metres } from '#contracts/common';
import type { PlaceFlag, PunchFlag, PunchRecord, SeenBeacon, Slot } from '#contracts/punch';
import type { FieldPolicy } from '#contracts/site';

/** A stored punch with the evidence sent by the phone. */
export interface Punch {
  /** Not stored: when a claim that counts at the time of its tap arrived, see `atClaim`. */
  readonly arrivedAt?: Instant;
  readonly key: string;
  readonly slot: Slot;
  readonly at: Instant;
  readonly tappedAt: Instant;
  readonly mode: PunchRecord['mode'];
  /** Null if the punch has no location. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: Metres | null;
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  readonly distance: Metres | null;
  readonly placeName: string | null;
  readonly note: string | null;
  readonly photo: string | null;
  readonly flags: readonly PunchFlag[];
  /** Late arrivals only: whether the company trusted the time of the tap, or a person has to confirm it. */
  readonly claim?: 'trusted' | 'open';
  /** Mode `code` only: the time step of the site's code, so that a person can use a code once. */
  readonly codeStep?: number;
  /** Mode `beacon` only: the matching beacon. */
  readonly beacon?: SeenBeacon;
  /** Mode `wifi` only: the BSSID of the site's network. */
  readonly wifi?: string;
  /** The challenge answered by the biometric check, so that it is used only once. */
  readonly challenge?: string;
  /** The phone's id, if known. */
  readonly device?: string;
  /** Why the place was flagged. */
  readonly evidence?: readonly PlaceEvidence[];
}

export interface PlaceEvidence {
  readonly flag: PlaceFlag;
  readonly data: FlagEvidence['data'];
}

/** The fields of a stored day needed to decide a punch. */
export interface PunchedDay {
  readonly day: Day;
  readonly punches: readonly Punch[];
}

/** A punch as the person sees it: without key, coordinates, phone, beacon and network. */
export function punchRecord(punch: Punch): PunchRecord {
  const { slot, at, tappedAt, mode, site, distance, accuracy, placeName, note, photo, flags } = punch;
  const record = { slot, at, tappedAt, mode, site, distance, accuracy, placeName, note, photo, flags };
  return punch.challenge === undefined ? record : { ...record, biometric: true };
}

/** Marks a field punch for approval if the policy requires it; other punches are unchanged. */
export function withFieldPolicy(punch: Punch, policy: FieldPolicy): Punch {
  if (punch.mode !== 'field' || policy !== 'approval') return punch;
  return { ...punch, flags: [...punch.flags, 'needs-approval'] };
}

export const needsApproval = ({ flags }: Punch): boolean => flags.includes('needs-approval');

/** The punch at the time that counts: a claim counts as the phone made it, confirmed or not. */
export const atClaim = (punch: Punch): Punch =>
  punch.claim === undefined ? punch : { ...punch, at: punch.tappedAt, arrivedAt: punch.at };

/** The counting punches of a day or a segment. */
export interface CountingPunches {
  readonly in: Punch | null;
  readonly out: Punch | null;
}

/** The first clock-in and the last clock-out; a later clock-out replaces an earlier one. */
export function countingPunches(punches: readonly Punch[]): CountingPunches {
  let first: Punch | null = null;
  let last: Punch | null = null;
  for (const punch of punches) {
    if (punch.slot === 'in' && (first === null || punch.at < first.at)) first = punch;
    if (punch.slot === 'out' && (last === null || punch.at >= last.at)) last = punch;
  }
  return { in: first, out: last };
}

/** The counting punches as records, in chronological order. */
export function countingRecords(punches: readonly Punch[]): PunchRecord[] {
  const counting = countingPunches(punches);
  return [counting.in, counting.out].flatMap((punch) => (punch ? [punchRecord(punch)] : []));
}
