import type { LocationEvidence } from '#contracts/punch';

/** Where the phone is, or why it does not say. */
export type Place =
  | { readonly state: 'fix'; readonly location: LocationEvidence; readonly at: number }
  /** Nobody was asked yet: asking belongs into a tap. */
  | { readonly state: 'unasked' }
  /** Refused in the Mini Program: the settings page of the Mini Program can allow it. */
  | { readonly state: 'denied' }
  /** The privacy notice was not accepted. */
  | { readonly state: 'privacy' }
  /** The account's privacy guide does not name the location: only the administrator can change that. */
  | { readonly state: 'undeclared' }
  /** Location is off on the phone, or WeChat itself may not use it. */
  | { readonly state: 'system-off' | 'app-off' }
  | { readonly state: 'failed' };
