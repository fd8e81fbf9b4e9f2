import { optional, strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { type Department, employeesById, findAllDepartments } from '../../people/public';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findTypeSetting } from '../data/request-types';
import { namedPeople } from '../domain/check-type';
import { typeId } from '../inputs/names';

/** Data of the type editor; without an id, the options for a new type. @throws AppError NOT_FOUND */
export const viewType = employeeAction<RequestRulesContract['requestType']>({
  input: strictObject({ id: optional(typeId) }),
  allow: can('read', 'RequestTypes'),
  async run({ input: { id }, now }) {
    const [setting, departments] = await Promise.all([id ? findTypeSetting(id) : null, findAllDepartments()]);
    if (id && (!setting || setting.type.flow.isStrict)) throw new AppError('NOT_FOUND', { what: 'type' });
    const named = setting ? namedPeople(setting.type) : [];
    const people = await employeesById(named, now);
    return {
      type: setting?.type ?? null,
      needed: setting?.shipped?.form ?? [],
      people: [...people.values()].map(briefOf),
      departments: asTree(departments, null),
      history: changeEntries(setting?.history),
    };
  },
});

/** The departments in tree order. */
function asTree(
  all: readonly Pick<Department, '_id' | 'name' | 'parentId' | 'path'>[],
  parentId: string | null,
): RequestRulesContract['requestType']['output']['departments'] {
  const known = new Set(all.map(({ _id }) => _id));
  const isTop = ({ parentId: above }: Pick<Department, 'parentId'>) => above === null || !known.has(above);
  const children = all.filter((each) => (parentId === null ? isTop(each) : each.parentId === parentId));
  return children.flatMap(({ _id: id, name, path }) => [
    { id, name, depth: path.length },
    ...asTree(all, id),
  ]);
}
