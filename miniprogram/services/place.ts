import type { LocationEvidence } from '#contracts/punch';

/** Location of the phone, or why there is none. */
export type Place =
  | { readonly state: 'fix'; readonly location: LocationEvidence; readonly at: number }
  /** Permission not requested yet; it is requested during a tap. */
  | { readonly state: 'unasked' }
  /** Permission refused; the Mini Program's settings page can grant it. */
  | { readonly state: 'denied' }
  /** The privacy notice was not accepted. */
  | { readonly state: 'privacy' }
  /** The account's privacy guide does not declare location use; only the administrator can change that. */
  | { readonly state: 'undeclared' }
  /** Location is off on the phone, or WeChat lacks the permission. */
  | { readonly state: 'system-off' | 'app-off' }
  | { readonly state: 'failed' };
