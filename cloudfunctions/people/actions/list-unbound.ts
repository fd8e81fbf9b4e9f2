import { exactOptional, strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAllDepartments } from '../data/departments';
import { findUnboundAfter, goodUntil } from '../data/find-unbound';
import { briefOf } from '../rules';

const PAGE_SIZE = 50;

/** Who has no WeChat user yet. Two reads: the departments, and the people with bindings and invites. */
export const listUnbound = employeeAction<PeopleContract['unbound']>({
  input: strictObject({ departmentId: exactOptional(employeeId), cursor: exactOptional(employeeId) }),
  allow: can('read', 'Invites'),
  async run({ input: { departmentId, cursor }, now }) {
    const all = await findAllDepartments();
    const inside =
      departmentId === undefined
        ? null
        : all
            .filter(({ _id, path }) => _id === departmentId || path.includes(departmentId))
            .map(({ _id }) => _id);
    const { people, next } = await findUnboundAfter(cursor ?? '', inside, dayOf(now), PAGE_SIZE);
    const names = new Map(all.map(({ _id, name }) => [_id, name]));
    return {
      people: people.map((person) => ({
        ...briefOf(person),
        department: names.get(person.departmentId) ?? { 'zh-CN': '', en: '' },
        invitedUntil: goodUntil(person.invite, now),
      })),
      next,
      ...(cursor === undefined && {
        departments: all.map(({ _id, name, parentId }) => ({ id: _id, name, parentId })),
      }),
    };
  },
});
