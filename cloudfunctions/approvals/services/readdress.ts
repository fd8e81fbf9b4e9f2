import type { Instant } from '#contracts/common';
import { findPendingAround, type PendingScope, saveRequest } from '../data/requests';
import type { OrgChart, OrgMember } from '../domain/flow/org-chart';
import { readdressRequest } from '../domain/request/readdress-request';
import type { RequestDocument } from '../domain/request/request';
import { completeFollowUp } from './follow-up';
import { withOrgChart } from './load-org-chart';

/** Pending requests, and how a person has changed that they may be addressed by. */
export interface Readdressing extends PendingScope {
  readonly before: Pick<OrgMember, 'managerId' | 'departmentId'>;
  /** As it would be saved; absent if it is. */
  readonly after?: OrgMember;
}

interface Readdressed {
  readonly before: RequestDocument;
  readonly after: RequestDocument;
}

export interface ReaddressedPage {
  readonly changed: readonly Readdressed[];
  /** The last request of a full page; null after the last page. */
  readonly cursor: string | null;
}

/** A page of requests that others decide from now on. Writes nothing. */
export async function readdressPage(
  scope: Readdressing,
  cursor: string,
  limit: number,
  now: Instant,
): Promise<ReaddressedPage> {
  const found = await findPendingAround(scope, cursor, limit);
  const changed: Readdressed[] = [];
  for (const before of found) {
    const after = await readdressed(before, scope, now);
    if (after) changed.push({ before, after });
  }
  return { changed, cursor: found.length === limit ? (found.at(-1)?._id ?? null) : null };
}

const readdressed = (
  request: RequestDocument,
  { personId, before, after }: Readdressing,
  now: Instant,
): Promise<RequestDocument | null> =>
  withOrgChart(now, (orgChart) => {
    const person = after ?? orgChart.person(personId);
    if (!person) return null;
    const charts = {
      before: chartWith(orgChart, { ...person, ...before }),
      after: chartWith(orgChart, person),
    };
    return readdressRequest(request, charts, now);
  });

/** The org chart with another state of one person. */
const chartWith = (orgChart: OrgChart, member: OrgMember): OrgChart => ({
  today: orgChart.today,
  person: (id) => (id === member._id ? member : orgChart.person(id)),
  department: (id) => orgChart.department(id),
  holders: (role) => orgChart.holders(role),
});

/** Saves a request with its new approvers, and tells them. @returns false after a concurrent change */
export async function saveReaddressed({ before, after }: Readdressed): Promise<boolean> {
  if (!(await saveRequest(before, after))) return false;
  await completeFollowUp(after);
  return true;
}
