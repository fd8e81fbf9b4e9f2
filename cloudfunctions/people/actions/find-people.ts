import { array, maxLength, minLength, optional, pipe, strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId, searchText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { departmentsById } from '../data/departments';
import { findByName } from '../data/directory';
import { employeesById } from '../data/employees';

const MAX_PEOPLE = 20;

/**
 * Directory search, to choose a person: by prefix of the name (in either language) or the employee number, or
 * by a list of numbers. Returns public fields only. At most two reads on a warm instance.
 */
export const findPeople = employeeAction<PeopleContract['find']>({
  input: strictObject({
    text: optional(searchText(40)),
    ids: optional(pipe(array(employeeId), minLength(1), maxLength(MAX_PEOPLE))),
  }),
  allow: can('read', 'Directory'),
  async run({ input: { text = '', ids }, now }) {
    const people = ids
      ? [...(await employeesById(ids, now)).values()]
      : text === ''
        ? []
        : await findByName(prefixesOf(text), dayOf(now), MAX_PEOPLE);
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

/** The text as typed and with the case of names and numbers: `li wei` finds Li Wei, `e00` finds E0012. */
function prefixesOf(text: string): string[] {
  const capitals = text.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([text, capitals, text.toUpperCase()])];
}
