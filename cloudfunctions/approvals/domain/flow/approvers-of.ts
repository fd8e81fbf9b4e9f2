import type { ApproverRule, FlowNote } from '#contracts/flow';
import { type FlowRole, isEmployedOn, type OrgChart, type OrgMember } from './org-chart';
import { firstApproverUpward, managerOf, type ResolvedApprovers } from './reporting-line';

/**
 * Who signs by one rule. Never the applicant; nobody if the company has nobody for it.
 *
 * | rule | usually | otherwise |
 * |---|---|---|
 * | manager, level n | the n-th manager above the applicant | the line is shorter: its last person (`vacant`); it comes back to itself: the last person before (`loop`) |
 * | department head | the head of the applicant's department | no head: of the department above (`vacant`); no department: the direct manager (`department-gone`) |
 * | role | everybody with the role; one signs for all | nobody (`vacant`), or only the applicant (`is-applicant`) |
 * | person | that person | does not exist (`vacant`) |
 *
 * Whoever was found and has left (`left`), or is the applicant (`is-applicant`), is replaced by the next manager
 * up. What is still empty goes to the HR role, see `planFlow`.
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
  const seen = new Set<string>();
  let note: FlowNote | null = null;
  let id: string | null = applicant.departmentId;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
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
