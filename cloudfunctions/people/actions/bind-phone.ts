import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { PeopleContract } from '#contracts/people';
import { AppError } from '../../shared/errors/app-error';
import { code } from '../../shared/inputs';
import { wechatAction } from '../../shared/kernel/action';
import { requireEmployed } from '../../shared/kernel/caller';
import type { Employee } from '../../shared/kernel/employee';
import { notify } from '../../shared/outbox/outbox';
import { countAttempt, findAttempts } from '../data/bind-attempts';
import { addBinding, findBinding, removeBinding } from '../data/bindings';
import { forgetEmployeeOf } from '../data/employee-of';
import { findEmployee } from '../data/employees';
import { findProfile } from '../data/find-profile';
import { findInvite, type Invite, takeInvite } from '../data/invites';
import { isOffice } from '../domain/may-invite';
import { inviteHash } from '../services/invite-hash';
import { officeBeside } from '../services/office-beside';

/** Attempts per WeChat user and hour. */
const MAX_ATTEMPTS = 5;
const WINDOW_MS = 3_600_000;

/**
 * Binds a WeChat user to the employee of a one-time code. Steps: count the attempt, read the invite, bind, take
 * the invite. Each step is idempotent, so that a retry completes a call that was killed. The invite comes last
 * because HR removes it first: if it is gone, the person was unbound, or got a newer code, in the meantime.
 * @throws AppError BIND_LIMIT, INVITE_INVALID, ALREADY_BOUND, ACCESS_ENDED
 */
export const bindPhone = wechatAction<PeopleContract['bind']>({
  input: strictObject({ code: code(40) }),
  async run({ input, openid, now }) {
    if (!(await countAttempt(openid, now, MAX_ATTEMPTS, WINDOW_MS)))
      throw new AppError('BIND_LIMIT', { retryAt: await retryAt(openid, now) });
    const invite = await findInvite(inviteHash(input.code));
    if (!invite || !isAvailable(invite, openid, now)) return refuse(openid);
    if ((await addBinding({ _id: openid, employeeId: invite.employeeId })) === 'duplicate')
      await requireSameBinding(openid, invite);
    forgetEmployeeOf(openid);
    if (!(await takeInvite(invite._id, openid))) {
      await removeBinding(openid, invite.employeeId);
      return refuse(openid);
    }
    const employee = await findEmployee(invite.employeeId);
    if (!employee) throw new AppError('NOT_FOUND', { what: 'employee' });
    if (isOffice(employee)) await tellOffice(employee, invite, now);
    return findProfile(requireEmployed(employee, now), now);
  },
});

/** A second person is only one if it is not the first one again: their colleagues learn whose code was used. */
async function tellOffice(employee: Employee, { expiresAt }: Invite, now: Instant): Promise<void> {
  const { _id, name, nameEn } = employee;
  await notify({
    _id: `office-bound:${_id}:${expiresAt}`,
    event: 'person.office-bound',
    to: await officeBeside(_id, now),
    data: { name: { 'zh-CN': name, en: nameEn || name } },
    aboutId: _id,
    at: now,
    template: null,
  });
}

/** Not used by another user, and not expired. */
const isAvailable = ({ expiresAt, usedBy }: Invite, openid: string, now: number): boolean =>
  expiresAt > now && (usedBy === null || usedBy === openid);

/** Succeeds if the WeChat user is bound to this employee (a retry); fails if either is bound otherwise. */
async function requireSameBinding(openid: string, invite: Invite): Promise<void> {
  const binding = await findBinding(openid);
  if (binding?.employeeId === invite.employeeId) return;
  return refuse(openid);
}

/** A user who is bound learns only that, whatever the code is: a right one must not answer differently. */
async function refuse(openid: string): Promise<never> {
  const [attempts, binding] = await Promise.all([findAttempts(openid), findBinding(openid)]);
  if (binding) throw new AppError('ALREADY_BOUND', {});
  const count = attempts?.count ?? MAX_ATTEMPTS;
  throw new AppError('INVITE_INVALID', { left: Math.max(0, MAX_ATTEMPTS - count) });
}

async function retryAt(openid: string, now: number): Promise<Instant> {
  return (await findAttempts(openid))?.until ?? (now as Instant);
}
