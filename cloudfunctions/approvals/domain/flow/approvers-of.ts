import type { ApproverRule, FlowNote } from '#contracts/flow';
import { type Found, managerOf, upwardsFrom } from './upwards';
import { type Colleague, type FlowRole, isPresent, type World } from './world';

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
export function approversOf(rule: ApproverRule, applicant: Colleague, world: World): Found {
  switch (rule.by) {
    case 'manager':
      return managerOf(applicant, rule.level, world);
    case 'department-head':
      return headOf(applicant, world);
    case 'role':
      return holdersOf(rule.role, applicant._id, world);
    case 'person':
      return upwardsFrom(rule.employeeId, applicant._id, world);
  }
}

/** Everybody employed with a role, without the applicant. */
export function holdersOf(role: FlowRole, applicantId: string, world: World): Found {
  const holders = world.holders(role).filter((person) => isPresent(person, world.today));
  const people = holders.filter(({ _id }) => _id !== applicantId);
  return { people, note: people.length > 0 ? null : holders.length > 0 ? 'is-applicant' : 'vacant' };
}

function headOf(applicant: Colleague, world: World): Found {
  const seen = new Set<string>();
  let note: FlowNote | null = null;
  let id: string | null = applicant.departmentId;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
    const department = world.department(id);
    if (!department) return noted(managerOf(applicant, 1, world), note ?? 'department-gone');
    if (department.leaderId !== null && world.person(department.leaderId))
      return noted(upwardsFrom(department.leaderId, applicant._id, world), note);
    note ??= 'vacant';
    id = department.parentId;
  }
  return noted(managerOf(applicant, 1, world), id === null ? note : 'loop');
}

const noted = ({ people, note }: Found, first: FlowNote | null): Found => ({ people, note: first ?? note });
