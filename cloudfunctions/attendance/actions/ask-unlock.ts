import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { officeBeside } from '../../people/public';
import { findSettlement, saveSettlement } from '../../settlement/public';
import { settlementOf, unlockAsked } from '../../settlement/rules';
import { AppError } from '../../shared/errors/app-error';
import { month, nonEmptyText, revision } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { MAX_RECIPIENTS, notify } from '../../shared/outbox/outbox';
import { actorName } from '../services/unlock-people';

/**
 * Asks to unlock a locked month, with a reason; it stays locked until somebody else confirms it. Idempotent.
 * @throws AppError NOT_FOUND, UNLOCK_NOBODY if nobody else could confirm it, VERSION_CONFLICT
 */
export const askUnlock = employeeOrConsoleAction<AttendanceContract['askUnlock']>({
  input: strictObject({ month, rev: revision, reason: nonEmptyText(200) }),
  allow: can('decide', 'MonthLock'),
  texts: ({ reason }) => [reason],
  async run({ input: { month, rev, reason }, me, now }) {
    const callerId = me?._id ?? null;
    const found = await findSettlement(month);
    if (!found) throw new AppError('NOT_FOUND', { what: 'settlement' });
    const { unlock } = found;
    const isRepeated = unlock?.byId === callerId && unlock.reason === reason && found.rev === rev + 1;
    if (!isRepeated && (found.state !== 'locked' || unlock || found.rev !== rev))
      throw new AppError('VERSION_CONFLICT', { version: found.rev });
    const to = await officeBeside(callerId, now);
    if (to.length === 0) throw new AppError('UNLOCK_NOBODY', {});
    const asked = isRepeated ? found : await saveSettlement(found, unlockAsked(found, me, reason, now));
    if (!asked) throw new AppError('VERSION_CONFLICT', { version: found.rev });
    await notify({
      _id: `unlock-asked:${month}:${asked.rev}`,
      event: 'month.unlock-asked',
      to: to.slice(0, MAX_RECIPIENTS),
      data: { month, name: actorName(me) },
      aboutId: month,
      at: now,
      template: null,
    });
    return settlementOf(asked, callerId);
  },
});
