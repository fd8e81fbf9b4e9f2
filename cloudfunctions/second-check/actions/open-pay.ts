import { strictObject, union } from 'valibot';
import type { SecondCheckContract } from '#contracts/second-check';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { DAYS_AFTER_LEAVING } from '../domain/former-access';
import { pass, phoneCheck } from '../inputs/second-check';
import { requirePhoneCheck } from '../services/require-phone-check';
import { signedText } from '../services/signed';
import { tryPass } from '../services/try-pass';

/**
 * Opens what is behind the second check for five minutes. Wrong tries are counted and lock the pass for a while; the
 * phone's check stays open then.
 * @throws AppError PASS_UNSET, PASS_WRONG, PASS_LOCKED, PHONE_CHECK_FAILED, BUSY
 */
export const openPay = employeeAction<SecondCheckContract['openPay']>({
  input: union([strictObject({ pass }), strictObject({ phone: phoneCheck })]),
  allow: can('read', 'OwnPay'),
  daysAfterLeaving: DAYS_AFTER_LEAVING,
  async run({ input, me, now, openid }) {
    const holder = { employeeId: me._id, openid };
    if ('phone' in input) await requirePhoneCheck(input.phone, holder, now);
    else await tryPass([input.pass], me._id, now);
    return signedText('opening', holder, now);
  },
});
