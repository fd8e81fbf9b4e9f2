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
import { CHALLENGE_LIFE } from '../domain/biometric-challenge';
import { signChallenge } from '../services/biometric-check';

/**
 * A challenge for one fingerprint or face check. Nothing is stored: the signature says whose it is and until
 * when, and the punch that it answers remembers it. One read.
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
    const until = (now + CHALLENGE_LIFE) as Instant;
    const nonce = randomBytes(16).toString('base64url');
    return { challenge: signChallenge(key, me._id, { siteId: site._id, version, until, nonce }), until };
  },
});
