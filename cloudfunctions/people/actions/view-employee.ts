import { strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { findAllShifts } from '../../schedule/public';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSitesAfter } from '../../sites/public';
import { departmentsById } from '../data/departments';
import { employeesById, findEmployee } from '../data/employees';
import { idsIn, namesOf } from '../domain/change-names';
import { settingsOf } from '../domain/employee-change';
import { briefOf } from '../rules';

const MAX_SITES = 100;
/** Changes that are shown; the document has more. */
const MAX_CHANGES = 20;

/** A person's employment for HR. Five reads on a cold instance. @throws AppError NOT_FOUND */
export const viewEmployee = employeeAction<PeopleContract['employee']>({
  input: strictObject({ id: employeeId }),
  allow: can('read', 'Employees'),
  async run({ input: { id }, now }) {
    const person = await findEmployee(id);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const { managerId, departmentId, job, hiredOn, rev } = person;
    const history = changeEntries(person.history?.slice(0, MAX_CHANGES));
    const [managers, departments, shifts, sites] = await Promise.all([
      employeesById([...(managerId === null ? [] : [managerId]), ...idsIn(history, 'managerId')], now),
      departmentsById([departmentId, ...idsIn(history, 'departmentId')], now),
      findAllShifts(),
      findSitesAfter('', MAX_SITES),
    ]);
    const manager = managers.get(managerId ?? '');
    return {
      person: {
        ...briefOf(person),
        ...settingsOf(person),
        job,
        hiredOn,
        rev,
        manager: manager ? briefOf(manager) : null,
        department: departments.get(departmentId)?.name ?? { 'zh-CN': '', en: '' },
      },
      shifts: shifts.map(({ _id, name }) => ({ id: _id, name })),
      sites: sites.map(({ _id, name }) => ({ id: _id, name })),
      history,
      names: namesOf([...managers.values()], [...departments.values()]),
    };
  },
});
