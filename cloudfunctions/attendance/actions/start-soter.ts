import { randomBytes } from 'node:crypto';
import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Instant } from '#contracts/common';
import { assignmentOn } from '../../schedule/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSite, secretOf, siteId } from '../../sites/public';
import { CHALLENGE_LIFETIME_MS } from '../domain/biometric-challenge';
import { signChallenge } from '../services/biometric-check';

/**
 * Issues a challenge for one biometric check. Stateless: the signature covers employee and expiry, and the
 * punch that uses the challenge stores it. One read.
 * @throws AppError NOT_FOUND for a site that the caller does not punch at
 */
export const startSoter = employeeAction<AttendanceContract['soterChallenge']>({
  input: strictObject({ siteId }),
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now }) {
    const own = assignmentOn(me, dayOf(now))?.siteIds ?? [];
    const site = own.includes(input.siteId) ? await findSite(input.siteId) : null;
    if (!site) throw new AppError('NOT_FOUND', { what: 'site' });
    const { version, key } = await secretOf(site);
    const until = (now + CHALLENGE_LIFETIME_MS) as Instant;
    const nonce = randomBytes(16).toString('base64url');
    return { challenge: signChallenge(key, me._id, { siteId: site._id, version, until, nonce }), until };
  },
});
