import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { handedIn } from '../domain/review';
import { isHandInOpen } from '../domain/review-window';
import { sheetIdOf } from '../domain/sheet';
import { cycleId } from '../inputs/goal';
import { scores, summary } from '../inputs/review';
import { changeReview } from '../services/change-review';
import { confirmerOf } from '../services/confirmer';
import { reviewDays } from '../services/review-days';

/**
 * Hands in the closing review of one's own goals, in place of one that is not confirmed yet. Idempotent.
 * @throws AppError NOT_FOUND without goals, REVIEW_NOT_OPEN, REVIEW_CONFIRMED, VERSION_CONFLICT, INPUT_INVALID unless everything
 * is scored once, BUSY
 */
export const handInReview = employeeAction<GoalsContract['handInReview']>({
  input: strictObject({ cycleId, rev: version, scores, summary }),
  allow: can('update', 'Goals'),
  texts: ({ summary: written }) => [written],
  async run({ input, me, now }) {
    const today = dayOf(now);
    const confirmer = await confirmerOf(me, today, now);
    const waitsFor = confirmer?._id ?? null;
    const sheetId = sheetIdOf(input.cycleId, { kind: 'person', id: me._id });
    const { rev, isSaved } = await changeReview(sheetId, async (sheet, cycle) => {
      const review = handedIn(sheet, { ...input, now });
      if (!review) return null;
      const window = await reviewDays(cycle, now);
      if (!isHandInOpen(cycle, window, today))
        throw new AppError('REVIEW_NOT_OPEN', { from: window.from, to: window.to });
      return { review, waitsFor };
    });
    // A repeated call tells again: the message has the id of what it tells.
    if (waitsFor !== null && (isSaved || rev === input.rev + 1))
      await notify({
        _id: `goal-review:${sheetId}:${rev}`,
        event: 'goal-review.handed-in',
        to: [waitsFor],
        data: { name: { 'zh-CN': me.name, en: me.nameEn }, cycle: input.cycleId },
        aboutId: sheetId,
        at: now,
        template: 'waiting',
      });
    return { rev };
  },
});
