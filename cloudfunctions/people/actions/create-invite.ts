import { randomInt } from 'node:crypto';
import { strictObject } from 'valibot';
import type { Instant } from '../../../typings/contracts/common';
import type { PeopleContract } from '../../../typings/contracts/people';
import { AppError } from '../../shared/errors/app-error';
import { consoleAction } from '../../shared/kernel/action';
import { attempts, conflict } from '../../shared/kernel/attempts';
import { requireEmployed } from '../../shared/kernel/caller';
import { findBindingOfEmployee } from '../data/bindings';
import { findEmployee } from '../data/employees';
import { addInvite, removeInvites } from '../data/invites';
import { ALPHABET, CODE_LENGTH, codeFrom } from '../domain/invite-code';
import { employeeId } from './employee-id';
import { inviteHash } from './invite-hash';

/** A code lives seven days. */
const LIFETIME = 7 * 86_400_000;

/**
 * A new one-time code for an employee who is not bound; the older one dies. The answer is the only place that
 * ever shows the code.
 * @throws AppError NOT_FOUND, ACCESS_ENDED, ALREADY_BOUND, BUSY
 */
export const createInvite = consoleAction<PeopleContract['createInvite']>({
  input: strictObject({ employeeId }),
  async run({ input, now }) {
    const employee = await findEmployee(input.employeeId);
    if (!employee) throw new AppError('NOT_FOUND', { what: 'employee' });
    requireEmployed(employee, now);
    if (await findBindingOfEmployee(employee._id)) throw new AppError('ALREADY_BOUND', {});
    const expiresAt = (now + LIFETIME) as Instant;
    return attempts(3, async () => {
      const code = codeFrom(Array.from({ length: CODE_LENGTH }, () => randomInt(ALPHABET.length)));
      await removeInvites(employee._id);
      const invite = { _id: inviteHash(code), employeeId: employee._id, expiresAt, usedBy: null };
      return (await addInvite(invite)) === 'added' ? { employeeId: employee._id, code, expiresAt } : conflict;
    });
  },
});
