import { strictObject } from 'valibot';
import type { PeopleContract } from '../../../typings/contracts/people';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDepartments } from '../data/departments';

/** The tree of departments, for choosing one. At most one read on a warm instance. */
export const departments = employeeAction<PeopleContract['departments']>({
  input: strictObject({}),
  allow: can('read', 'Departments'),
  async run({ now }) {
    const found = await findDepartments(now);
    return { departments: found.map(({ _id: id, name, parentId }) => ({ id, name, parentId })) };
  },
});
