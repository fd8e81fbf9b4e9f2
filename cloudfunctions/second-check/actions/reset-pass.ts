import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { SecondCheckContract } from '#contracts/second-check';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { findPass, savePass } from '../data/passes';
import type { Pass } from '../domain/pass';

const TRIES = 3;

/** A retry of the same reset; a later one is another reset. */
const RETRY_MS = 60_000;

/**
 * Takes away somebody's forgotten pass, and the lock with it; they set a new one at the next opening and are told who
 * did it. It ends what was opened before, by the phone as well, so that it does so again without a pass. Nobody's own, because the
 * old pass or the phone has to open that. The same again within a minute changes nothing.
 * @throws AppError NOT_FOUND for one's own and for somebody without a pass, BUSY
 */
export const resetPass = employeeAction<SecondCheckContract['resetPass']>({
  input: strictObject({ employeeId }),
  allow: can('update', 'PayPasses'),
  async run({ input, me, now }) {
    const pass = await retryOnConflict(TRIES, async () => {
      const before = input.employeeId === me._id ? null : await findPass(input.employeeId);
      if (!before) throw new AppError('NOT_FOUND', { what: 'pass' });
      if (isRetry(before, me._id, now)) return before;
      const reset = { hash: null, wrong: 0, lockedUntil: 0 as typeof now, resetAt: now, resetById: me._id };
      const after = { ...before, ...reset, rev: before.rev + 1 };
      return (await savePass(before, after)) ? after : conflict;
    });
    const at = pass.resetAt ?? now;
    await notify({
      _id: `pass-reset:${pass._id}:${pass.rev}`,
      event: 'pay.pass-reset',
      to: [pass._id],
      data: { name: { 'zh-CN': me.name, en: me.nameEn } },
      aboutId: pass._id,
      at,
      template: null,
    });
    return { at };
  },
});

const isRetry = ({ hash, resetById, resetAt }: Pass, byId: string, now: Instant): boolean =>
  hash === null && resetById === byId && resetAt !== null && now - resetAt < RETRY_MS;
