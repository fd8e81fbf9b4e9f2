import type { ApproverRule, FlowNote } from '#contracts/flow';
import { type FlowRole, isEmployedOn, type OrgChart, type OrgMember } from './org-chart';
import { firstApproverUpward, managerOf, type ResolvedApprovers } from './reporting-line';

/**
 * The approvers by one rule; never the applicant, and empty if the rule resolves to nobody.
 *
 * | rule | normally | fallback |
 * |---|---|---|
 * | manager, level n | the n-th manager above the applicant | shorter line: its last person (`vacant`); circular line: the last person before it repeats (`loop`) |
 * | department head | the head of the applicant's department | no head: that of the parent department (`vacant`); no department: the direct manager (`department-gone`) |
 * | role | all holders of the role; one signs for all | empty (`vacant`, or `is-applicant` if the applicant is the only one) |
 * | person | that person | does not exist (`vacant`) |
 *
 * An approver who has left (`left`) or is the applicant (`is-applicant`) is replaced by the next manager up. A rule
 * that is still empty falls back to the HR role, see `planFlow`.
 */
export function approversOf(rule: ApproverRule, applicant: OrgMember, orgChart: OrgChart): ResolvedApprovers {
  switch (rule.by) {
    case 'manager':
      return managerOf(applicant, rule.level, orgChart);
    case 'department-head':
      return headOf(applicant, orgChart);
    case 'role':
      return holdersOf(rule.role, applicant._id, orgChart);
    case 'person':
      return firstApproverUpward(rule.employeeId, applicant._id, orgChart);
  }
}

/** Active employees with a role, except the applicant. */
export function holdersOf(role: FlowRole, applicantId: string, orgChart: OrgChart): ResolvedApprovers {
  const holders = orgChart.holders(role).filter((person) => isEmployedOn(person, orgChart.today));
  const people = holders.filter(({ _id }) => _id !== applicantId);
  return { people, note: people.length > 0 ? null : holders.length > 0 ? 'is-applicant' : 'vacant' };
}

function headOf(applicant: OrgMember, orgChart: OrgChart): ResolvedApprovers {
  const visited = new Set<string>();
  let note: FlowNote | null = null;
  let id: string | null = applicant.departmentId;
  while (id !== null && !visited.has(id)) {
    visited.add(id);
    const department = orgChart.department(id);
    if (!department) return withNote(managerOf(applicant, 1, orgChart), note ?? 'department-gone');
    if (department.leaderId !== null && orgChart.person(department.leaderId))
      return withNote(firstApproverUpward(department.leaderId, applicant._id, orgChart), note);
    note ??= 'vacant';
    id = department.parentId;
  }
  return withNote(managerOf(applicant, 1, orgChart), id === null ? note : 'loop');
}

const withNote = ({ people, note }: ResolvedApprovers, first: FlowNote | null): ResolvedApprovers => ({
  people,
  note: first ?? note,
});
