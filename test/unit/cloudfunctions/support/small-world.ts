import type { Day } from '#contracts/common';
import type {
  FlowRole,
  OrgChart,
  OrgMember,
} from '../../../../cloudfunctions/approvals/domain/flow/org-chart';

const TODAY = '2026-11-23' as Day;

export interface Someone {
  readonly id: string;
  readonly up?: string | null;
  readonly department?: string;
  readonly roles?: readonly FlowRole[];
  readonly left?: string | null;
}

export const colleague = ({ id, up = null, department = 'D', left = null }: Someone): OrgMember => ({
  _id: id,
  name: id,
  nameEn: id,
  managerId: up,
  departmentId: department,
  hiredOn: '2020-01-01' as Day,
  leftOn: left as Day | null,
});

export interface SmallDepartment {
  readonly id: string;
  readonly leader?: string | null;
  readonly parent?: string | null;
}

/** A company of a few people, for rules that are asked directly. */
export function worldOf(people: readonly Someone[], departments: readonly SmallDepartment[] = []): OrgChart {
  const byId = new Map(people.map((each) => [each.id, each]));
  return {
    today: TODAY,
    person: (id) => {
      const found = byId.get(id);
      return found ? colleague(found) : null;
    },
    department: (id) => {
      const found = departments.find((each) => each.id === id);
      return found ? { leaderId: found.leader ?? null, parentId: found.parent ?? null } : null;
    },
    holders: (role) => people.filter(({ roles = [] }) => roles.includes(role)).map((each) => colleague(each)),
  };
}
