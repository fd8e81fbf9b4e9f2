import { createHmac, randomBytes } from 'node:crypto';

/** Lifetime of a code of the phone-number button. */
const CODE_LIFETIME_MS = 5 * 60_000;

/** Makes what only a real phone can make: codes for a phone number, and signatures of its fingerprint check. */
export class SimulatedPhone {
  private readonly secret = randomBytes(32);
  private readonly codes = new Map<string, { phoneNumber: string; expiresAt: number }>();

  constructor(private readonly now: () => number) {}

  /** The code that the phone-number button hands to the page: for one use, 5 minutes. */
  issuePhoneCode(phoneNumber: string): string {
    const code = randomBytes(32).toString('hex');
    this.codes.set(code, { phoneNumber, expiresAt: this.now() + CODE_LIFETIME_MS });
    return code;
  }

  /** Undefined for a code that is unknown, used or too old. `now` in epoch ms. */
  redeemPhoneCode(code: string, now: number): string | undefined {
    const issued = this.codes.get(code);
    this.codes.delete(code);
    return issued && now <= issued.expiresAt ? issued.phoneNumber : undefined;
  }

  /** `resultJSONSignature` of wx.startSoterAuthentication for its `resultJSON`. */
  soterSignature(openid: string, json: string): string {
    return createHmac('sha256', this.secret).update(`${openid}\n${json}`).digest('base64');
  }
}
