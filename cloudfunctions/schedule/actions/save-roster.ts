import type { Day, Month } from '#contracts/common';
import type { ScheduleContract } from '#contracts/schedule';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { employeesById } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putRosterMonths, rosterIdOf } from '../data/rosters';
import { findAllShifts } from '../data/shifts';
import { planRoster } from '../domain/plan-roster';
import { rosterChange } from '../domain/planned-change';
import { requireOthers } from '../domain/require-others';
import { ROSTER_OFF } from '../domain/schedule';
import { rosterInput } from '../inputs/schedule';

type Input = ScheduleContract['saveRoster']['input'];

/**
 * Saves the months of up to forty people atomically. Idempotent: saving the same content again is no conflict.
 * Requests on days that change are counted again, see `saved_changes`.
 * Nobody rosters themselves: it would decide about their own absences.
 * @throws AppError FORBIDDEN, INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT, BUSY
 */
export const saveRoster = employeeAction<ScheduleContract['saveRoster']>({
  input: rosterInput,
  allow: can('update', 'Schedule'),
  async run({ input: { month, rows }, me, now }) {
    requireOthers(rows, me);
    requireDaysOf(month, rows);
    await requireExisting(month, rows, now);
    const edits = rows.map((row) => ({ ...row, _id: rosterIdOf(row.employeeId, month) }));
    const change = { at: now, byId: me._id, byName: me.name, byNameEn: me.nameEn };
    const ids = rows.map(({ employeeId }) => employeeId);
    const revisions = await inTransaction(async (put) => {
      const saved = await putRosterMonths(put, ids, month, (stored) => planRoster(edits, stored, change));
      const scope = rosterChange(saved.changed);
      const [first] = saved.changed;
      if (scope && first)
        await putSavedChange(put, newChange(`roster:${first._id}:${first.rev}`, scope, me._id, now));
      return saved.revisions;
    });
    return {
      rows: edits.map(({ _id, employeeId }) => ({ employeeId, rev: revisions.get(_id) ?? 0 })),
    };
  },
});

/** @throws AppError INPUT_INVALID */
function requireDaysOf(month: Month, rows: Input['rows']): void {
  for (const [index, { days }] of rows.entries())
    if (!Object.keys(days).every((day) => day.startsWith(month)))
      throw new AppError('INPUT_INVALID', { path: `rows.${index}.days`, rule: 'of-the-month' });
}

/** @throws AppError NOT_FOUND unless all people are employed in the month and all shifts exist */
async function requireExisting(month: Month, rows: Input['rows'], now: number): Promise<void> {
  const [people, shifts] = await Promise.all([
    employeesById(
      rows.map(({ employeeId }) => employeeId),
      now,
    ),
    findAllShifts(),
  ]);
  const isStaff = ({ employeeId }: Input['rows'][number]) => {
    const person = people.get(employeeId);
    return person !== undefined && isEmployedIn(person, month);
  };
  if (!rows.every(isStaff)) throw new AppError('NOT_FOUND', { what: 'employee' });
  const known = new Set([ROSTER_OFF, ...shifts.map(({ _id }) => _id)]);
  const named = rows.flatMap(({ days }) => Object.values(days as Record<Day, string>));
  if (!named.every((id) => known.has(id))) throw new AppError('NOT_FOUND', { what: 'shift' });
}
