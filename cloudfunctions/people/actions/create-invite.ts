import { optional, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { PeopleContract } from '#contracts/people';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, integerBetween } from '../../shared/inputs';
import { consoleAction } from '../../shared/kernel/action';
import { requireEmployed } from '../../shared/kernel/caller';
import { findBindingOfEmployee } from '../data/bindings';
import { findEmployee } from '../data/employees';
import { addInvite, removeInvites } from '../data/invites';
import { inviteHash } from '../services/invite-hash';
import { newCode } from '../services/new-code';

/** Default validity of a code. */
const DEFAULT_DAYS = 7;
const MAX_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Creates a one-time code for an unbound employee and invalidates the previous one. The code is shown in this
 * answer only.
 * @throws AppError NOT_FOUND, ACCESS_ENDED, ALREADY_BOUND, BUSY
 */
export const createInvite = consoleAction<PeopleContract['createInvite']>({
  input: strictObject({
    employeeId,
    days: optional(integerBetween(1, MAX_DAYS)),
  }),
  async run({ input, now }) {
    const employee = await findEmployee(input.employeeId);
    if (!employee) throw new AppError('NOT_FOUND', { what: 'employee' });
    requireEmployed(employee, now);
    if (await findBindingOfEmployee(employee._id)) throw new AppError('ALREADY_BOUND', {});
    const expiresAt = (now + (input.days ?? DEFAULT_DAYS) * DAY_MS) as Instant;
    return retryOnConflict(3, async () => {
      const code = newCode();
      await removeInvites(employee._id);
      const invite = { _id: inviteHash(code), employeeId: employee._id, expiresAt, usedBy: null };
      return (await addInvite(invite)) === 'added' ? { employeeId: employee._id, code, expiresAt } : conflict;
    });
  },
});
