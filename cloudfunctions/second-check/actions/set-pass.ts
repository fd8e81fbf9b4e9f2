import { optional, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { SecondCheckContract } from '#contracts/second-check';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPass, savePass } from '../data/passes';
import { DAYS_AFTER_LEAVING } from '../domain/former-access';
import { isWeakPass, type Pass } from '../domain/pass';
import { pass, phoneCheck } from '../inputs/second-check';
import { hashPass, isPass } from '../services/hash-pass';
import { requirePhoneCheck } from '../services/require-phone-check';
import { signedText } from '../services/signed';
import { tryPass } from '../services/try-pass';

/**
 * Sets the pass and opens what is behind it. Somebody's first pass, and the one after a reset, needs nothing; later ones
 * the old pass or the check of the phone. A retry, which finds the new pass, answers like the first call; it counts as a
 * try, so that it is no way to guess.
 * @throws AppError PASS_WEAK, PASS_WRONG, PASS_LOCKED, PHONE_CHECK_FAILED, BUSY
 */
export const setPass = employeeAction<SecondCheckContract['setPass']>({
  input: strictObject({ pass, old: optional(pass), phone: optional(phoneCheck) }),
  allow: can('update', 'OwnPay'),
  daysAfterLeaving: DAYS_AFTER_LEAVING,
  async run({ input, me, now, openid }) {
    if (isWeakPass(input.pass)) throw new AppError('PASS_WEAK', {});
    const holder = { employeeId: me._id, openid };
    if (input.phone) await requirePhoneCheck(input.phone, holder, now);
    const before = await findPass(me._id);
    const isFree = !before?.hash || input.phone !== undefined;
    const held = isFree ? before : await tryPass(guessesOf(input, before, now), me._id, now);
    // A retry finds the new pass.
    const isDone = !isFree && (await isPass(input.pass, held?.hash ?? '', me._id));
    if (!isDone) await replacePass(held, input.pass, me._id, now);
    return signedText('opening', holder, now);
  },
});

/** In which a call that got no answer is sent again. */
const RETRY_MS = 5 * 60_000;

/** One guess a try; only where the pass was set a moment ago the new one opens as well, because it may be a retry. */
const guessesOf = (
  { old, pass }: { readonly old?: string | undefined; readonly pass: string },
  before: Pass | null,
  now: Instant,
): readonly string[] => (before && now - before.setAt > RETRY_MS ? [old ?? pass] : [old ?? pass, pass]);

/** Of two at once the second is told, so that nobody believes in a pass that does not hold. */
async function replacePass(
  before: Pass | null,
  text: string,
  employeeId: string,
  now: Instant,
): Promise<void> {
  const fresh = { wrong: 0, lockedUntil: 0 as Instant, setAt: now };
  const none = { _id: employeeId, rev: 0, resetAt: null, resetById: null };
  const base = before ?? none;
  const hash = await hashPass(text, employeeId);
  if (!(await savePass(before, { ...base, ...fresh, rev: base.rev + 1, hash })))
    throw new AppError('BUSY', {});
}
