import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cyclesById } from '../data/cycles';
import { briefOf } from '../domain/cycle';
import { reviewProgress } from '../domain/review';
import { hasEnded } from '../domain/review-window';
import { cycleId, owner } from '../inputs/goal';
import { cycleDays } from '../services/cycle-days';
import { loadSheet } from '../services/load-sheet';

/** The sheet of the company, a department or a person; without notes and answers for who is not above them. */
export const viewSheet = employeeAction<GoalsContract['sheet']>({
  input: strictObject({ cycleId, owner }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const { view, stored, canSeeAll } = await loadSheet(input.cycleId, input.owner, me, now);
    const cycle = stored?.cycle ?? (await cyclesById([input.cycleId], now)).get(input.cycleId);
    if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    const isShown = input.owner.kind === 'person' && canSeeAll;
    const isOver = hasEnded(cycle, { from: cycle.to }, dayOf(now));
    const review = isShown && isOver ? reviewProgress(stored?.sheet) : null;
    return { cycle: briefOf(cycle), days: await cycleDays(cycle, now), sheet: view, review };
  },
});
