import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSitesAfter } from '../data/sites';
import { siteId } from '../inputs/site';
import { siteOnFile } from '../services/site-on-file';

const PAGE = 50;

/** The company's sites with their history, in the order of their ids. One read. */
export const listSites = employeeAction<AttendanceContract['sites']>({
  input: strictObject({ cursor: optional(siteId) }),
  allow: can('read', 'Schedule'),
  async run({ input }) {
    const found = await findSitesAfter(input.cursor ?? '', PAGE);
    const last = found.length === PAGE ? found.at(-1) : undefined;
    return { items: found.map(siteOnFile), next: last?._id ?? null };
  },
});
