import { collection } from '../../shared/data/collection';
import { text } from '../../shared/faults/checks';
import type { Employee } from '../../shared/kernel/employee';
import { employees } from './employees';

/** The employee of a WeChat user: `_id` is the OPENID; at most one per employee (unique index). */
export interface Binding {
  readonly _id: string;
  readonly employeeId: string;
}

/** A damaged one gives nobody access: its WeChat user is told so and stays unbound. */
export const bindings = collection<Binding>('bindings', { employeeId: text });

export const findBinding = (openid: string): Promise<Binding | null> => bindings.byId(openid);

/** The current employee bound to a WeChat user, in one call. */
export async function findBoundEmployee(openid: string): Promise<Employee | null> {
  const [, employee] = (await bindings.byIdWith(openid, 'employeeId', employees)) ?? [];
  return employee ?? null;
}

export async function findBindingOfEmployee(employeeId: string): Promise<Binding | null> {
  return (await bindings.find({ employeeId }, 1))[0] ?? null;
}

/** The bindings of at most a hundred employees; unbound ones are left out. */
export const findBindingsOf = (employeeIds: readonly string[]): Promise<Binding[]> =>
  employeeIds.length === 0
    ? Promise.resolve([])
    : bindings.list((_) => ({ employeeId: _.in([...employeeIds]) }), employeeIds.length);

/** `duplicate`: the WeChat user or the employee is already bound. */
export const addBinding = (binding: Binding): Promise<'added' | 'duplicate'> => bindings.add(binding);

/** Removes the binding of a WeChat user, if it is to this employee. */
export async function removeBinding(openid: string, employeeId: string): Promise<void> {
  await bindings.removeWhere(() => ({ _id: openid, employeeId }));
}

/** @returns the number of bindings removed */
export const removeBindings = (employeeId: string): Promise<number> =>
  bindings.removeWhere(() => ({ employeeId }));
