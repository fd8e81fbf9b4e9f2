import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can, canWith } from '../../shared/kernel/policy';
import { findSite, secretOf, signCode, siteId } from '../../sites/public';
import { endOfStep, stepOf } from '../../sites/rules';
import { findLastOnScreen } from '../data/attendance-days';

/** How far back the screen lists recent punches, and how many people. */
const RECENT_MS = 10 * 60_000;
const MAX_RECENT_PEOPLE = 5;

/**
 * The current code (valid for thirty seconds) for the screen at a site. Two reads, plus one write if the site
 * has no secret yet.
 * @throws AppError NOT_FOUND, also for a site whose screen the caller does not manage
 */
export const viewScreenCode = employeeAction<AttendanceContract['screenCode']>({
  input: strictObject({ siteId }),
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now }) {
    const [site, recent] = await Promise.all([
      findSite(input.siteId),
      findLastOnScreen(input.siteId, now - RECENT_MS, MAX_RECENT_PEOPLE),
    ]);
    if (!site || !canWith(me, 'read', 'SiteScreen', site)) throw new AppError('NOT_FOUND', { what: 'site' });
    const { version, key } = await secretOf(site);
    const step = stepOf(now);
    return {
      site: { id: site._id, name: site.name },
      code: signCode(key, { siteId: site._id, version, step }),
      until: endOfStep(step),
      recent,
    };
  },
});
