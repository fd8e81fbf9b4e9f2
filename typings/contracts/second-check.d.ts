import type { Instant, NoInput } from './common';

/** What the phone gives back from a fingerprint or face check; see `PunchInput`. */
export interface PhoneCheck {
  readonly resultJSON: string;
  readonly resultJSONSignature: string;
}

/** Goes with every read of what is behind the second check, until `until`, from the same WeChat user. */
export interface Opened {
  readonly token: string;
  readonly until: Instant;
}

/** The second check in front of pay: a pass of six digits, or the check of the phone. */
export interface SecondCheckContract {
  /** Whether the caller has a pass, until when it is locked (null if it is not), and a challenge for the phone's check. */
  secondCheck: {
    input: NoInput;
    output: {
      readonly hasPass: boolean;
      readonly lockedUntil: Instant | null;
      readonly challenge: string;
    };
  };
  /** Sets the pass. Who has one names the old one or makes the phone's check. */
  setPass: {
    input: { readonly pass: string; readonly old?: string; readonly phone?: PhoneCheck };
    output: Opened;
  };
  /** One of the two. */
  openPay: { input: { readonly pass: string } | { readonly phone: PhoneCheck }; output: Opened };
  /** Takes away the forgotten pass of somebody who stands in front of one; they set a new one. */
  resetPass: { input: { readonly employeeId: string }; output: { readonly at: Instant } };
}
