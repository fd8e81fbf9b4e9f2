import type { ChangeEntry } from './change';
import type { Instant, LocalText, Metres } from './common';

export type FieldPolicy = 'free' | 'approval' | 'forbidden';

/** An iBeacon: 16 bytes as text with dashes, and two numbers of 0 … 65,535. */
export interface BeaconId {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
}

/** A beacon of a site, and how strong it must be at least, dBm. */
export interface SiteBeacon extends BeaconId {
  readonly minRssi: number;
}

/**
 * What the Wi-Fi of a site is worth. `weak-fix`: it decides where the location is too inaccurate to. `alone`: it
 * decides without a location too. Never the only way to punch.
 */
export type WifiPolicy = 'off' | 'weak-fix' | 'alone';

/**
 * What a fingerprint or face check of the phone is worth at a site. `asked`: it is offered, and a punch without one is
 * booked and marked. `required`: a punch without one is refused, by whatever the place was proved; a field punch there
 * needs approval.
 */
export type BiometricPolicy = 'off' | 'asked' | 'required';

/** An access point of a site. */
export interface SiteNetwork {
  /** `aa:bb:cc:dd:ee:ff`, see `common/bssid.ts`. */
  readonly bssid: string;
  /** The network's name when it was registered, up to 32 characters; may be empty. */
  readonly ssid: string;
}

export interface SiteBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly latitude: number;
  readonly longitude: number;
  readonly radius: Metres;
  /** Up to this much of the fix's inaccuracy counts in the person's favour. */
  readonly tolerance: Metres;
  /** UUIDs of its beacons, for the phone to look for; absent for none. */
  readonly beaconUuids?: readonly string[];
  /**
   * Absent if its Wi-Fi does not count. The last three bytes of its BSSIDs tell the phone its network from another, and
   * do not suffice to claim it.
   */
  readonly wifi?: { readonly policy: Exclude<WifiPolicy, 'off'>; readonly tails: readonly string[] };
  /** Absent if no check is asked for. */
  readonly biometric?: Exclude<BiometricPolicy, 'off'>;
  /** Whether the person may run the screen at its door; absent for no. HR opens screens from the list of sites. */
  readonly keepsScreen?: boolean;
}

/** What the screen at a site's door shows. */
export interface ScreenCode {
  readonly site: { readonly id: string; readonly name: LocalText };
  /** For a QR code; good until `until`, and a little longer on its way. */
  readonly code: string;
  readonly until: Instant;
  /** The last punches here, newest first, at most five: surname and initial. */
  readonly recent: readonly { readonly name: LocalText; readonly at: Instant }[];
}

/** A site as HR edits it. Its secret is in no answer. */
export interface SiteSettings {
  readonly id: string;
  readonly version: number;
  readonly name: LocalText;
  /** gcj02. */
  readonly latitude: number;
  readonly longitude: number;
  /** 30–2,000. */
  readonly radius: Metres;
  /** 0–200. */
  readonly tolerance: Metres;
  readonly beacons: readonly SiteBeacon[];
  readonly wifi: WifiPolicy;
  /** At most 30. */
  readonly networks: readonly SiteNetwork[];
  readonly biometric: BiometricPolicy;
  /** Employees besides HR who may run the screen at the door. */
  readonly screenKeepers: readonly string[];
}

export interface SiteOnFile extends SiteSettings {
  /** Newest first, at most 50. */
  readonly history: readonly ChangeEntry[];
}
