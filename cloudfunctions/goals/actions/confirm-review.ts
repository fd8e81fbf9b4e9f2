import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { employeesById } from '../../people/public';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { confirmed } from '../domain/review';
import { isConfirmOpen, isUnhandedOpen } from '../domain/review-window';
import { sheetIdOf } from '../domain/sheet';
import { cycleId } from '../inputs/goal';
import { comment, scores } from '../inputs/review';
import { changeReview } from '../services/change-review';
import { confirmerOf, mayConfirm } from '../services/confirmer';
import { reviewDays } from '../services/review-days';

/**
 * Confirms a closing review with the scores that count; it stays as it is then. One that was not handed in is scored so once
 * the days for that are over. Idempotent.
 * @throws AppError NOT_FOUND, also for somebody whom one is not above and for one's own; REVIEW_NOT_OPEN, VERSION_CONFLICT,
 * INPUT_INVALID unless everything is scored once, BUSY
 */
export const confirmReview = employeeAction<GoalsContract['confirmReview']>({
  input: strictObject({ cycleId, employeeId, rev: version, scores, comment }),
  allow: can('update', 'Goals'),
  texts: ({ comment: written }) => (written ? [written] : []),
  async run({ input, me, now }) {
    const today = dayOf(now);
    const person = (await employeesById([input.employeeId], now)).get(input.employeeId);
    if (!person) throw new AppError('NOT_FOUND', { what: 'person' });
    const confirmer = await confirmerOf(person, today, now);
    const sheetId = sheetIdOf(input.cycleId, { kind: 'person', id: person._id });
    const { rev } = await changeReview(sheetId, async (sheet, cycle) => {
      const isRepeated = sheet.review?.confirmedBy === me._id;
      if (!isRepeated && !mayConfirm(person, confirmer, sheet, me))
        throw new AppError('NOT_FOUND', { what: 'review' });
      const review = confirmed(sheet, { ...input, by: me._id, now });
      if (!review) return null;
      const window = await reviewDays(cycle, now);
      const isOpen = sheet.review ? isConfirmOpen : isUnhandedOpen;
      const from = sheet.review ? window.from : addDays(window.to, 1);
      if (!isOpen(cycle, window, today))
        throw new AppError('REVIEW_NOT_OPEN', { from, to: window.confirmTo });
      return { review, waitsFor: null };
    });
    await notify({
      _id: `goal-review:${sheetId}:${rev}`,
      event: 'goal-review.confirmed',
      to: [person._id],
      data: { name: { 'zh-CN': me.name, en: me.nameEn }, cycle: input.cycleId },
      aboutId: sheetId,
      at: now,
      template: 'result',
    });
    return { rev };
  },
});
