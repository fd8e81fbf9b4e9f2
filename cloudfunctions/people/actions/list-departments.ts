import { strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAllDepartments } from '../data/departments';

/** The company's departments, for planning. One read. */
export const listDepartments = employeeAction<PeopleContract['departments']>({
  input: strictObject({}),
  allow: can('read', 'Schedule'),
  async run() {
    const found = await findAllDepartments();
    return { departments: found.map(({ _id, name, parentId }) => ({ id: _id, name, parentId })) };
  },
});
