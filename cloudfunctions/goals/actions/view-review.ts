import { optional, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { employeesById } from '../../people/public';
import { briefOf as personBrief } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cyclesById } from '../data/cycles';
import { findSheetAndCycle } from '../data/sheets';
import { briefOf } from '../domain/cycle';
import { linesOfSheet } from '../domain/review';
import { reviewHead, reviewObjectives } from '../domain/review-view';
import { isConfirmOpen, isHandInOpen, isUnhandedOpen } from '../domain/review-window';
import { sheetIdOf } from '../domain/sheet';
import { cycleId } from '../inputs/goal';
import { accessTo } from '../services/access';
import { confirmerOf, mayConfirm } from '../services/confirmer';
import { reviewDays } from '../services/review-days';

/**
 * The closing review of a sheet, for whose it is, those above and HR: one read on a warm instance.
 * @throws AppError NOT_FOUND
 */
export const viewReview = employeeAction<GoalsContract['review']>({
  input: strictObject({ cycleId, employeeId: optional(employeeId) }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const id = input.employeeId ?? me._id;
    const person = id === me._id ? me : (await employeesById([id], now)).get(id);
    if (!person) throw new AppError('NOT_FOUND', { what: 'person' });
    const found = await findSheetAndCycle(sheetIdOf(input.cycleId, { kind: 'person', id }));
    const [sheet, cycle] = found ?? [null, (await cyclesById([input.cycleId], now)).get(input.cycleId)];
    if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    const today = dayOf(now);
    const confirmer = await confirmerOf(person, today, now);
    const isConfirmer = mayConfirm(person, confirmer, sheet, me);
    const access = await accessTo({ kind: 'person', id }, me, now);
    if (!access.canSeeAll && !isConfirmer && sheet?.review?.confirmedBy !== me._id)
      throw new AppError('NOT_FOUND', { what: 'review' });
    const window = await reviewDays(cycle, now);
    const state = sheet?.review?.state;
    const hasLines = sheet !== null && linesOfSheet(sheet).length > 0;
    const mayHandIn =
      id === me._id && hasLines && state !== 'confirmed' && isHandInOpen(cycle, window, today);
    const isOpen = state === undefined ? isUnhandedOpen : isConfirmOpen;
    const mayConfirmNow = isConfirmer && hasLines && state !== 'confirmed' && isOpen(cycle, window, today);
    return {
      ...{ cycle: briefOf(cycle), window, person: personBrief(person) },
      confirmer: confirmer ? personBrief(confirmer) : null,
      rev: sheet?.review?.rev ?? 0,
      review: reviewHead(sheet?.review),
      objectives: sheet ? reviewObjectives(sheet) : [],
      may: mayHandIn ? 'hand-in' : mayConfirmNow ? 'confirm' : null,
    };
  },
});
