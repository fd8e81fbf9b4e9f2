import type { FlagEvidence } from '#contracts/attendance-flag';
import type { Day, Instant, LocalText, Metres } from '#contracts/common';
import type { PlaceFlag, PunchFlag, PunchRecord, SeenBeacon, Slot } from '#contracts/punch';
import type { FieldPolicy } from '#contracts/site';

/** One punch as it is kept, with the evidence that the phone sent. */
export interface Punch {
  readonly key: string;
  readonly slot: Slot;
  readonly at: Instant;
  readonly tappedAt: Instant;
  readonly mode: PunchRecord['mode'];
  /** Null where the punch came without a location. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: Metres | null;
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  readonly distance: Metres | null;
  readonly placeName: string | null;
  readonly note: string | null;
  readonly photo: string | null;
  readonly flags: readonly PunchFlag[];
  /** Of mode `code`: the step of the site's code, so that one code makes one punch of a person. */
  readonly codeStep?: number;
  /** Of mode `beacon`: the one that decided. */
  readonly beacon?: SeenBeacon;
  /** The challenge that a confirmed check on the phone answered, so that it answers one punch only. */
  readonly challenge?: string;
  /** Which phone, as far as it says so. */
  readonly device?: string;
  /** Why the place was flagged. */
  readonly evidence?: readonly PlaceEvidence[];
}

export interface PlaceEvidence {
  readonly flag: PlaceFlag;
  readonly data: FlagEvidence['data'];
}

/** A stored day as far as the decision about a punch needs it. */
export interface PunchedDay {
  readonly day: Day;
  readonly punches: readonly Punch[];
}

/** What the person may see of a punch: neither its key and coordinates, nor which phone and beacon it was. */
export function punchRecord(punch: Punch): PunchRecord {
  const { slot, at, tappedAt, mode, site, distance, accuracy, placeName, note, photo, flags } = punch;
  const record = { slot, at, tappedAt, mode, site, distance, accuracy, placeName, note, photo, flags };
  return punch.challenge === undefined ? record : { ...record, biometric: true };
}

/** A field punch of somebody whose field punches are approved one by one; others are as they are. */
export function underPolicy(punch: Punch, policy: FieldPolicy): Punch {
  if (punch.mode !== 'field' || policy !== 'approval') return punch;
  return { ...punch, flags: [...punch.flags, 'needs-approval'] };
}

export const needsApproval = ({ flags }: Punch): boolean => flags.includes('needs-approval');

/** What counts of a day's punches, or of a segment's. */
export interface CountingPunches {
  readonly in: Punch | null;
  readonly out: Punch | null;
}

/** The punches that count: the first clock-in and the last clock-out. A later clock-out replaces an earlier. */
export function countingPunches(punches: readonly Punch[]): CountingPunches {
  let first: Punch | null = null;
  let last: Punch | null = null;
  for (const punch of punches) {
    if (punch.slot === 'in' && (first === null || punch.at < first.at)) first = punch;
    if (punch.slot === 'out' && (last === null || punch.at >= last.at)) last = punch;
  }
  return { in: first, out: last };
}

/** The counting punches as records, in the order of the day. */
export function countingRecords(punches: readonly Punch[]): PunchRecord[] {
  const counting = countingPunches(punches);
  return [counting.in, counting.out].flatMap((punch) => (punch ? [punchRecord(punch)] : []));
}
