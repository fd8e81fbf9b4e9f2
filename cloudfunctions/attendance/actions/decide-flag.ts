import { integer, minValue, number, picklist, pipe, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { AttendanceFlag } from '#contracts/attendance-flag';
import { AppError } from '../../shared/errors/app-error';
import { text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can, canWith } from '../../shared/kernel/policy';
import { findFlag, saveDecision } from '../data/attendance-flags';
import type { StoredFlag } from '../domain/attendance-flag';
import { flagViews } from '../services/flag-views';
import { flagId } from './list-flags';

/**
 * HR's decision on a flag, which can be changed later; nobody decides one of their own. Idempotent: repeating the
 * same decision succeeds.
 * @throws AppError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT after a concurrent decision
 */
export const decideFlag = employeeAction<AttendanceContract['decideFlag']>({
  input: strictObject({
    id: flagId,
    rev: pipe(number(), integer(), minValue(1)),
    verdict: picklist(['fine', 'follow-up']),
    note: text(200),
  }),
  allow: can('decide', 'CompanyAttendance'),
  texts: ({ note }) => [note],
  async run({ input: { id, rev, verdict, note }, me, now }) {
    const found = await findFlag(id);
    if (!found) throw new AppError('NOT_FOUND', { what: 'flag' });
    if (!canWith(me, 'decide', 'AttendanceFlag', found)) throw new AppError('FORBIDDEN', { rule: 'own' });
    const isDone = found.state === verdict && found.note === note && found.decidedById === me._id;
    if (isDone && found.rev === rev + 1) return viewOf(found, now);
    const by = { decidedById: me._id, decidedByName: me.name, decidedByNameEn: me.nameEn };
    const decision = { state: verdict, note, ...by, decidedAt: now };
    if (found.rev !== rev || !(await saveDecision(found, decision)))
      throw new AppError('VERSION_CONFLICT', { version: found.rev });
    return viewOf({ ...found, ...decision, rev: rev + 1 }, now);
  },
});

async function viewOf(flag: StoredFlag, now: number): Promise<AttendanceFlag> {
  const [one] = await flagViews([flag], now);
  if (!one) throw new AppError('NOT_FOUND', { what: 'flag' });
  return one;
}
