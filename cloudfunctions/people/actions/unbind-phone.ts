import { strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { consoleAction } from '../../shared/kernel/action';
import { removeBindings } from '../data/bindings';
import { findEmployee } from '../data/employees';
import { removeInvites } from '../data/invites';

/**
 * Removes the binding and the invite of an employee, so that neither the old phone nor an old code gives
 * access. Warm instances may use the cached binding for up to a minute.
 * @throws AppError NOT_FOUND
 */
export const unbindPhone = consoleAction<PeopleContract['unbind']>({
  input: strictObject({ employeeId }),
  async run({ input }) {
    if (!(await findEmployee(input.employeeId))) throw new AppError('NOT_FOUND', { what: 'employee' });
    await removeInvites(input.employeeId);
    return { employeeId: input.employeeId, unbound: (await removeBindings(input.employeeId)) > 0 };
  },
});
