import { strictObject } from 'valibot';
import type { SecondCheckContract } from '#contracts/second-check';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPass } from '../data/passes';
import { DAYS_AFTER_LEAVING } from '../domain/former-access';
import { lockOf } from '../domain/pass';
import { signedText } from '../services/signed';

/** How the caller can open what is behind the second check. One read. @throws AppError SETUP_MISSING */
export const viewSecondCheck = employeeAction<SecondCheckContract['secondCheck']>({
  input: strictObject({}),
  allow: can('read', 'OwnPay'),
  daysAfterLeaving: DAYS_AFTER_LEAVING,
  async run({ me, now, openid }) {
    const pass = await findPass(me._id);
    const { token: challenge } = signedText('challenge', { employeeId: me._id, openid }, now);
    const hasPass = pass !== null && pass.hash !== null;
    return { hasPass, lockedUntil: lockOf(pass, now), challenge };
  },
});
