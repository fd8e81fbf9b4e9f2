import { strictObject } from 'valibot';
import type { ScheduleContract } from '#contracts/schedule';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { changedKeys } from '../../shared/history/changed-keys';
import { withChange } from '../../shared/history/history';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findShift, putShift } from '../data/shifts';
import { checkShift } from '../domain/check-shift';
import { shiftOf, templateOf } from '../domain/shift-view';
import { shiftInput } from '../inputs/schedule';

/**
 * Saves a shift; a new one has `expectedVersion` 0. Days that have already begun keep their shift. Idempotent:
 * saving the same content again is no conflict.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT, BUSY
 */
export const saveShift = employeeAction<ScheduleContract['saveShift']>({
  input: strictObject({ shift: shiftInput, expectedVersion: version }),
  allow: can('update', 'Schedule'),
  async run({ input, me, now }) {
    const { expectedVersion } = input;
    checkShift(input.shift);
    const shift = { ...input.shift, version: expectedVersion + 1 };
    const stored = await findShift(shift.id);
    const before = stored && shiftOf(stored);
    if (!before && expectedVersion > 0) throw new AppError('NOT_FOUND', { what: 'shift' });
    const what = changedKeys(before ?? {}, shift).filter((key) => key !== 'version');
    if (before?.version === shift.version && what.length === 0) return { shift };
    const version = before?.version ?? 0;
    if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
    const history = withChange(stored?.history, changeBy(me, now, shift.version, what));
    const isSaved = await putShift({ ...templateOf(shift), history }, expectedVersion);
    // A concurrent save came first, so the stored version is at least the next one.
    if (!isSaved) throw new AppError('VERSION_CONFLICT', { version: shift.version });
    return { shift };
  },
});
