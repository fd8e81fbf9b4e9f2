import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSitesAfter } from '../data/sites';
import { siteId } from '../inputs/site';
import { siteView } from '../services/site-view';

const PAGE_SIZE = 50;

/** The company's sites with their history, sorted by id. One read. */
export const listSites = employeeAction<AttendanceContract['sites']>({
  input: strictObject({ cursor: optional(siteId) }),
  allow: can('read', 'Schedule'),
  async run({ input }) {
    const found = await findSitesAfter(input.cursor ?? '', PAGE_SIZE);
    const last = found.length === PAGE_SIZE ? found.at(-1) : undefined;
    return { items: found.map(siteView), next: last?._id ?? null };
  },
});
