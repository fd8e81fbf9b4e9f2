import type { Day, Month } from '#contracts/common';
import type { Assignment } from '#contracts/employee';
import type { PersonBrief } from '#contracts/person';
import type { Employee } from '../shared/kernel/employee';

/** The interface for other features: pure rules. */

/** A person as shown to others in lists. */
export const briefOf = ({ _id, name, nameEn }: Pick<Employee, '_id' | 'name' | 'nameEn'>): PersonBrief => ({
  id: _id,
  name,
  nameEn,
});

type Employment = Pick<Employee, 'hiredOn' | 'leftOn'>;

export const isEmployedOn = ({ hiredOn, leftOn }: Employment, day: Day): boolean =>
  hiredOn <= day && (leftOn === null || day <= leftOn);

/** Whether a person is employed on at least one day of a month. */
export const isEmployedIn = ({ hiredOn, leftOn }: Employment, month: Month): boolean =>
  hiredOn.slice(0, 7) <= month && (leftOn === null || leftOn.slice(0, 7) >= month);

/** Whether an assignment of a person that holds on a day or later says so. */
export const isAssigned = (
  { assignments }: Pick<Employee, 'assignments'>,
  day: Day,
  says: (assignment: Assignment) => boolean,
): boolean =>
  assignments.some((each) => {
    const isOver = assignments.some(({ from }) => from > each.from && from <= day);
    return !isOver && says(each);
  });
