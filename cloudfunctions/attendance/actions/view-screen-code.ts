import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findSite, secretOf, signCode, siteId } from '../../sites/public';
import { endOfStep, stepOf } from '../../sites/rules';
import { findLastOnScreen } from '../data/attendance-days';

/** How far back the screen names people, and how many of them. */
const RECENT = 10 * 60_000;
const RECENT_PEOPLE = 5;

/**
 * The code of these thirty seconds for the screen at a site's door. Two reads, and one write when the site has
 * no secret yet.
 * @throws AppError NOT_FOUND, also for a site whose screen the caller does not keep
 */
export const viewScreenCode = employeeAction<AttendanceContract['screenCode']>({
  input: strictObject({ siteId }),
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now }) {
    const [site, recent] = await Promise.all([
      findSite(input.siteId),
      findLastOnScreen(input.siteId, now - RECENT, RECENT_PEOPLE),
    ]);
    const keeps = abilityOf(me.roles).can('update', 'Schedule') || site?.screenKeepers?.includes(me._id);
    if (!site || !keeps) throw new AppError('NOT_FOUND', { what: 'site' });
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
