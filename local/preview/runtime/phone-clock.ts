const RealDate = Date;
let offset = globalThis.__previewBoot.clockOffset;

/** `Date` of the phone: continues from the instant that the panel set. */
class PhoneDate extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }

  static override now(): number {
    return RealDate.now() + offset;
  }
}

/** `Date()` without `new` is a string in JavaScript, which a class cannot be. */
const callable = new Proxy(PhoneDate, { apply: () => new PhoneDate().toString() });

/** Must run before any code of the Mini Program. */
export function installPhoneClock(): void {
  globalThis.Date = callable as unknown as DateConstructor;
}

export function setClockOffset(ms: number): void {
  offset = ms;
}
