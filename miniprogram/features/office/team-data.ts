import type { TeamMember } from '#contracts/team';
import { cloud } from '../../services/cloud';

/** A team's page after page, from the beginning, until at least `atLeast` people are there. @throws ClientError */
export async function loadTeam(
  departmentId: string | null,
  atLeast: number,
): Promise<{ items: readonly TeamMember[]; next: string | null; leftOut: readonly string[] }> {
  const group = departmentId === null ? {} : { departmentId };
  let { data: page } = await cloud.attendance.teamToday(group);
  const items = [...page.items];
  const leftOut = [...(page.leftOut ?? [])];
  while (page.next !== null && items.length < atLeast) {
    ({ data: page } = await cloud.attendance.teamToday({ ...group, cursor: page.next }));
    items.push(...page.items);
    leftOut.push(...(page.leftOut ?? []));
  }
  return { items, next: page.next, leftOut };
}
