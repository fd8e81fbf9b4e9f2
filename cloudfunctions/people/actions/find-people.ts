import { array, boolean, maxLength, minLength, optional, pipe, strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId, searchText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { departmentsById } from '../data/departments';
import { findByPart } from '../data/directory';
import { employeesById } from '../data/employees';
import { bestFirst } from '../domain/search-text';
import { isEmployedOn } from '../rules';

const MAX_PEOPLE = 20;
/** Matches of which the best are shown. */
const MAX_MATCHES = 100;

/**
 * Directory search, to choose a person: by a part of the name, its pinyin or initials, or of the employee number; or
 * by a list of numbers. People who are not employed today are not found. Returns public fields only. At most two reads on a warm instance.
 */
export const findPeople = employeeAction<PeopleContract['find']>({
  input: strictObject({
    text: optional(searchText(40)),
    others: optional(boolean()),
    ids: optional(pipe(array(employeeId), minLength(1), maxLength(MAX_PEOPLE))),
  }),
  allow: can('read', 'Directory'),
  async run({ input: { text = '', others = false, ids }, me, now }) {
    const found = ids
      ? [...(await employeesById(ids, now)).values()].filter((person) => isEmployedOn(person, dayOf(now)))
      : bestFirst(await findByPart(text, dayOf(now), MAX_MATCHES), text);
    const people = found.filter(({ _id }) => !others || _id !== me._id).slice(0, MAX_PEOPLE);
    const departments = await departmentsById(
      people.map(({ departmentId }) => departmentId),
      now,
    );
    return {
      people: people.map(({ _id, name, nameEn, departmentId, job }) => ({
        id: _id,
        name,
        nameEn,
        department: departments.get(departmentId)?.name ?? { 'zh-CN': '', en: '' },
        job,
      })),
    };
  },
});
