import type { ChangeEntry } from '#contracts/change';
import type { Day } from '#contracts/common';
import type { EmployeeSettings } from '#contracts/employee';
import type { ChangeScope } from '../../consequences/rules';
import { addDays } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';
import { changedValues } from '../../shared/history/changed-values';
import type { Employee } from '../../shared/kernel/employee';

export const settingsOf = ({
  managerId,
  departmentId,
  assignments,
  leftOn,
}: Pick<Employee, 'managerId' | 'departmentId' | 'assignments' | 'leftOn'>): EmployeeSettings => ({
  managerId,
  departmentId,
  assignments,
  lastDay: leftOn,
});

/** The person with other settings; assignments by their first day. */
export const withSettings = (
  person: Employee,
  { managerId, departmentId, assignments, lastDay }: EmployeeSettings,
): Employee => ({
  ...person,
  managerId,
  departmentId,
  assignments: [...assignments].sort((a, b) => (a.from < b.from ? -1 : 1)),
  leftOn: lastDay,
});

/** Names of the settings that differ. */
export const changedSettings = (before: Employee, after: Employee): string[] =>
  changedKeys(settingsOf(before), settingsOf(after));

/**
 * What requests a change of a person concerns: their own from the first day that changes on, and those that wait for
 * their manager, for the manager of their team, or for themselves if they leave. Null if nothing changes.
 */
export function employeeChange(before: Employee, after: Employee, today: Day): ChangeScope | null {
  const what = changedSettings(before, after);
  if (what.length === 0) return null;
  const [from] = [...changedFirstDays(before, after), ...changedLastDays(before, after)].sort();
  const { _id: id, managerId, departmentId } = before;
  return {
    cause: 'person',
    from: from ?? today,
    to: null,
    employeeIds: [id],
    person: {
      id,
      what,
      recounts: from !== undefined,
      before: { managerId, departmentId },
      managerId: after.managerId,
      lastDay: after.leftOn,
    },
  };
}

/** First days of the assignments that differ. */
export function changedFirstDays(before: Employee, after: Employee): Day[] {
  const byFrom = ({ assignments }: Employee) =>
    Object.fromEntries(assignments.map((each) => [each.from, { ...each }]));
  return changedKeys(byFrom(before), byFrom(after)) as Day[];
}

/** The day after a last day that was set, moved or removed. */
const changedLastDays = ({ leftOn: old }: Employee, { leftOn: now }: Employee): Day[] =>
  old === now ? [] : [old, now].flatMap((day) => (day === null ? [] : [addDays(day, 1)]));

/** What differs, for the history: ids of people, departments, shifts and sites; assignments by their first day. */
export const settingValues = (before: Employee, after: Employee): Pick<ChangeEntry, 'values'> =>
  changedValues(readable(before), readable(after));

function readable(person: Employee): object {
  const { assignments, ...settings } = settingsOf(person);
  const pairs = assignments.map(({ from, shiftId, siteIds, fieldPolicy }) => [
    from,
    [shiftId, siteIds.join(','), fieldPolicy].join('|'),
  ]);
  return { ...settings, assignments: Object.fromEntries(pairs) };
}
