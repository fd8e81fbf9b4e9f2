import type { TeamMember } from '#contracts/team';
import { cloud } from '../../services/cloud';

/** A team's page after page, from the beginning, until at least `atLeast` people are there. @throws ClientError */
export async function loadTeam(
  departmentId: string | null,
  atLeast: number,
): Promise<{ items: readonly TeamMember[]; next: string | null }> {
  const group = departmentId === null ? {} : { departmentId };
  let { data: page } = await cloud.attendance.teamToday(group);
  const items = [...page.items];
  while (page.next !== null && items.length < atLeast) {
    ({ data: page } = await cloud.attendance.teamToday({ ...group, cursor: page.next }));
    items.push(...page.items);
  }
  return { items, next: page.next };
}
