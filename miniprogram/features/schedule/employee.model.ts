import type { Day, LocalText } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { Assignment, EmployeeSettings } from '#contracts/employee';
import type { PeopleContract } from '#contracts/people';
import type { PersonBrief } from '#contracts/person';
import type { Failure } from '../../services/client-error';

export type EmployeeAnswer = PeopleContract['employee']['output'];

/** The settings as they would be saved, with the names that the page shows. */
export interface EmployeeDraft extends EmployeeSettings {
  readonly manager: PersonBrief | null;
  readonly department: LocalText;
}

export interface EmployeeModel {
  readonly today: Day;
  readonly chosen: PersonBrief | null;
  readonly data: EmployeeAnswer | null;
  readonly draft: EmployeeDraft | null;
  /** A new assignment while its sheet is open. */
  readonly form: Assignment | null;
  readonly open: 'none' | 'person' | 'manager' | 'department' | 'assignment' | 'effects';
  readonly effects: ChangePreview | null;
  readonly loadFailure: Failure | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Who saved meanwhile; empty if nobody did. */
  readonly clash: string;
}

export const noEmployee = (today: Day): EmployeeModel => ({
  today,
  chosen: null,
  data: null,
  draft: null,
  form: null,
  open: 'none',
  effects: null,
  loadFailure: null,
  busy: false,
  failure: null,
  clash: '',
});

export const draftOf = ({ person }: EmployeeAnswer): EmployeeDraft => {
  const { managerId, departmentId, assignments, lastDay, manager, department } = person;
  return { managerId, departmentId, assignments, lastDay, manager, department };
};

const SETTINGS = ['managerId', 'departmentId', 'assignments', 'lastDay'] as const;
export type SettingName = (typeof SETTINGS)[number];

/** Names of the settings that differ from what is stored. */
export function changedSettings({ data, draft }: Pick<EmployeeModel, 'data' | 'draft'>): SettingName[] {
  if (!data || !draft) return [];
  return SETTINGS.filter((name) => JSON.stringify(data.person[name]) !== JSON.stringify(draft[name]));
}

/** What would be saved. */
export const inputOf = (
  { person: { id, rev } }: EmployeeAnswer,
  { managerId, departmentId, assignments, lastDay }: EmployeeDraft,
): PeopleContract['saveEmployee']['input'] => ({ id, rev, managerId, departmentId, assignments, lastDay });

/** The assignment of a day: the last one that has started. */
export const assignmentOn = (assignments: readonly Assignment[], day: Day): Assignment | undefined =>
  [...assignments].reverse().find(({ from }) => from <= day);

/** A new assignment begins with what applies now. */
export const newAssignment = (
  { assignments }: EmployeeDraft,
  data: EmployeeAnswer,
  today: Day,
): Assignment => ({
  ...(assignmentOn(assignments, today) ?? {
    shiftId: data.shifts[0]?.id ?? '',
    siteIds: [],
    fieldPolicy: 'approval',
  }),
  from: today,
});

/** With an assignment, in place of one that begins on the same day. */
export const withAssignment = (assignments: readonly Assignment[], added: Assignment): Assignment[] =>
  [...assignments.filter(({ from }) => from !== added.from), added].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );

export const withoutAssignment = (assignments: readonly Assignment[], from: Day): Assignment[] =>
  assignments.filter((each) => each.from !== from);

export const toggledSite = (form: Assignment, id: string): Assignment => ({
  ...form,
  siteIds: form.siteIds.includes(id) ? form.siteIds.filter((each) => each !== id) : [...form.siteIds, id],
});
