import type { FlowNote } from '#contracts/flow';
import { isEmployedOn, type OrgChart, type OrgMember } from './org-chart';

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
export function managerOf(applicant: OrgMember, level: number, orgChart: OrgChart): ResolvedApprovers {
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
