import { picklist, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findSettlement, saveSettlement } from '../../settlement/public';
import { type SettlementRun, settlementOf, unlocked, unlockRefused } from '../../settlement/rules';
import { AppError } from '../../shared/errors/app-error';
import { month, revision } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { actorName } from '../services/unlock-people';

type Verdict = AttendanceContract['decideUnlock']['input']['verdict'];

/**
 * A second person confirms or refuses that a month is unlocked; whoever asked may only take it back. An unlocked month
 * keeps its settled results until the next pass. Idempotent.
 * @throws AppError NOT_FOUND, UNLOCK_OWN, VERSION_CONFLICT
 */
export const decideUnlock = employeeOrConsoleAction<AttendanceContract['decideUnlock']>({
  input: strictObject({ month, rev: revision, verdict: picklist(['confirm', 'refuse']) }),
  allow: can('decide', 'MonthLock'),
  async run({ input: { month, rev, verdict }, me, now }) {
    const callerId = me?._id ?? null;
    const found = await findSettlement(month);
    if (!found) throw new AppError('NOT_FOUND', { what: 'settlement' });
    if (found.rev === rev + 1 && isDecided(found, verdict, me)) return settlementOf(found, callerId);
    const { unlock } = found;
    if (!unlock || found.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: found.rev });
    if (verdict === 'confirm' && unlock.byId === callerId) throw new AppError('UNLOCK_OWN', {});
    const change = verdict === 'confirm' ? unlocked(found, me, now) : unlockRefused(found, me, now);
    const decided = await saveSettlement(found, change);
    if (!decided) throw new AppError('VERSION_CONFLICT', { version: found.rev });
    const to = unlock.byId !== null && unlock.byId !== callerId ? [unlock.byId] : [];
    await notify({
      _id: `unlock-decided:${month}:${decided.rev}`,
      event: verdict === 'confirm' ? 'month.unlocked' : 'month.unlock-refused',
      to,
      data: { month, name: actorName(me) },
      aboutId: month,
      at: now,
      template: null,
    });
    return settlementOf(decided, callerId);
  },
});

/** Whether the same call came before. */
function isDecided({ history = [], unlock }: SettlementRun, verdict: Verdict, me: Employee | null): boolean {
  const last = history.at(-1);
  const kind = verdict === 'confirm' ? 'unlocked' : 'unlock-refused';
  return !unlock && last?.kind === kind && last.byName === (me?.name ?? null);
}
