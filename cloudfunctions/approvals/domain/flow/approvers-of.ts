import type { ApproverRule, FlowNote } from '#contracts/flow';
import { isEmployedOn } from '../../../people/rules';
import type { FlowRole, OrgChart, OrgMember } from './org-chart';

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
      return holdersOf(rule.role, applicant._id, orgChart, rule.except);
    case 'person':
      return firstApproverUpward(rule.employeeId, applicant._id, orgChart);
  }
}

/** Active employees with a role, except the applicant and those whom the rule leaves out. */
export function holdersOf(
  role: FlowRole,
  applicantId: string,
  orgChart: OrgChart,
  except: readonly string[] = [],
): ResolvedApprovers {
  const holders = orgChart
    .holders(role)
    .filter((person) => isEmployedOn(person, orgChart.today) && !except.includes(person._id));
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

/** The approvers, and why they differ from those configured. */
export interface ResolvedApprovers {
  readonly people: readonly OrgMember[];
  readonly note: FlowNote | null;
}

/**
 * The first active employee from `start` up the reporting line, except the applicant. The note states the first
 * reason for going up: `vacant` (no such person), `left`, `is-applicant`; `loop` if the line is circular and
 * has nobody.
 */
export function firstApproverUpward(
  start: string | null,
  applicantId: string,
  orgChart: OrgChart,
): ResolvedApprovers {
  const visited = new Set<string>();
  let note: FlowNote | null = null;
  let id = start;
  while (id !== null) {
    if (visited.has(id)) return { people: [], note: 'loop' };
    visited.add(id);
    const person = orgChart.person(id);
    if (person && id !== applicantId && isEmployedOn(person, orgChart.today))
      return { people: [person], note };
    note ??= !person ? 'vacant' : id === applicantId ? 'is-applicant' : 'left';
    id = person?.managerId ?? null;
  }
  return { people: [], note: note ?? 'vacant' };
}

/**
 * The manager `level` steps above the applicant. A shorter line yields its last person (`vacant`), a circular
 * line the last person before it repeats (`loop`).
 */
function managerOf(applicant: OrgMember, level: number, orgChart: OrgChart): ResolvedApprovers {
  const line = [applicant];
  let note: FlowNote | null = null;
  while (line.length <= level && note === null) {
    const next = orgChart.person(line.at(-1)?.managerId ?? '');
    if (!next) note = 'vacant';
    else if (line.some(({ _id }) => _id === next._id)) note = 'loop';
    else line.push(next);
  }
  if (line.length === 1) return { people: [], note };
  const found = firstApproverUpward(line.at(-1)?._id ?? null, applicant._id, orgChart);
  return { people: found.people, note: note ?? found.note };
}
