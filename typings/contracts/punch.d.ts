import type { Instant, LocalText, Metres } from './common';
import type { BeaconId } from './site';

export type Slot = 'in' | 'out';

/**
 * `gps`: inside a site. `field`: 外勤, elsewhere, with a photo. `code`: the code on the screen at a site's door.
 * `beacon`: near a Bluetooth beacon of a site. `wifi`: on a Wi-Fi network of a site, where the location does not decide.
 */
export type PunchMode = 'gps' | 'field' | 'code' | 'beacon' | 'wifi';

/** Where the phone says it is, gcj02. Evidence, never trusted as a decision. */
export interface LocationEvidence {
  /** Degrees, -90 … 90. */
  readonly latitude: number;
  /** Degrees, -180 … 180. */
  readonly longitude: number;
  /** Radius of the fix in metres, 0 … 100,000. */
  readonly accuracy: Metres;
}

export interface PunchInput {
  /** Made once per tap by the phone, 16–64 characters of [A-Za-z0-9_-]; a retry sends the same. */
  readonly punchKey: string;
  /** The phone's clock at the tap (already corrected by the server's clock). A claim, not the booked time. */
  readonly tappedAt: Instant;
  readonly mode: PunchMode;
  /** Always with `gps` and `field`; with `code`, `beacon` and `wifi` if the phone has it. */
  readonly location?: LocationEvidence;
  /** Only, and always, with mode `code`: the text of the code, up to 128 characters. */
  readonly code?: string;
  /** Only, and always, with mode `beacon`: what the phone sees, 1–20. */
  readonly beacons?: readonly SeenBeacon[];
  /** Only, and always, with mode `wifi`: the BSSID of the network that the phone is on. */
  readonly wifi?: string;
  /** The phone's own random id, 16–64 characters of [A-Za-z0-9_-]. Evidence for HR, never a condition. */
  readonly device?: string;
  /** What wx.startSoterAuthentication answered to a challenge of `soterChallenge`. See `BiometricPolicy`. */
  readonly biometric?: { readonly resultJSON: string; readonly resultJSONSignature: string };
  /** Only, and always, with mode `field`. */
  readonly field?: {
    /** fileID of the photo in cloud storage, under `field-punches/<employeeId>/<punchKey>.<jpg|png>`. */
    readonly photo: string;
    /** 1–60 characters. */
    readonly placeName: string;
    /** 0–200 characters. */
    readonly note: string;
  };
}

/** A beacon as a phone sees it. `rssi` in dBm, -120 … -1. */
export interface SeenBeacon extends BeaconId {
  readonly rssi: number;
}

/** A place that may not be honest, for a person to look at. */
/** `many-tries`: punches by beacon or network that named no site of the person. */
export type PlaceFlag =
  | 'impossible-travel'
  | 'same-coordinates'
  | 'accuracy-implausible'
  | 'shared-phone'
  | 'many-tries';

/**
 * A person looks at these later; they never refuse a punch. `needs-approval`: a field punch that counts only once
 * it is approved. `unchecked`: without the biometric check that the site asks for.
 */
export type PunchFlag =
  | 'late-arrival'
  | 'low-accuracy'
  | 'unchecked'
  | 'field'
  | 'needs-approval'
  | Exclude<PlaceFlag, 'shared-phone' | 'many-tries'>;

export interface PunchRecord {
  readonly slot: Slot;
  /** Booked time: the server's clock. */
  readonly at: Instant;
  readonly tappedAt: Instant;
  /** `correction`: nobody tapped; an approved correction puts it right (补卡). It has no place. */
  readonly mode: PunchMode | 'correction';
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  /** To the nearest site's centre; null if the person has no site. */
  readonly distance: Metres | null;
  /** Null where the punch came without a location. */
  readonly accuracy: Metres | null;
  /** Whether WeChat confirmed a fingerprint or face check on the phone. */
  readonly biometric?: boolean;
  readonly placeName: string | null;
  readonly note: string | null;
  readonly photo: string | null;
  readonly flags: readonly PunchFlag[];
}
