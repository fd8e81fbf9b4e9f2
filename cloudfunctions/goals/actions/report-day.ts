import { optional, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, day } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCycle } from '../data/cycles';
import { addSheet } from '../data/sheets';
import type { Cycle } from '../domain/cycle';
import { requireRunning } from '../domain/require-open';
import { emptySheet } from '../domain/sheet';
import { textsOfEntries } from '../domain/written-texts';
import { confidence, cycleId, entries, files, reportText } from '../inputs/goal';
import { bookCheckIn } from '../services/check-in';

/** How long ago a day may be that is reported or corrected. */
const MAX_DAYS_AGO = 7;

/**
 * The person's report of a day with the figures that they confirmed. A second one of the day stands in for the first.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_CONFIRMED, REPORT_DAY_INVALID, FIGURE_INVALID, FILE_INVALID, CHECK_IN_KEY_REUSED, BUSY
 */
export const reportDay = employeeAction<GoalsContract['report']>({
  input: strictObject({
    key: clientKey,
    cycleId,
    day,
    text: reportText,
    entries,
    confidence: optional(confidence),
    files: optional(files),
  }),
  allow: can('update', 'Goals'),
  texts: ({ text, entries: figures }) => [text, ...textsOfEntries(figures)],
  async run({
    input: { key: id, cycleId: cycle, day: on, text, entries: figures, confidence: sure, files: evidence },
    me,
    now,
  }) {
    const today = dayOf(now);
    const requireDay = ({ from, to }: Cycle) => {
      const first = [from, addDays(today, -MAX_DAYS_AGO)].reduce((a, b) => (a > b ? a : b));
      const last = to < today ? to : today;
      if (on < first || on > last) throw new AppError('REPORT_DAY_INVALID', { from: first, to: last });
    };
    const report = {
      ...{ id, at: now, day: on, by: briefOf(me), source: 'report' as const, entries: figures, text },
      ...(sure && { confidence: sure }),
      ...(evidence && { files: evidence }),
    };
    const of = { cycleId: cycle, owner: { kind: 'person', id: me._id } } as const;
    try {
      return await bookCheckIn(of, report, now, requireDay);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    }
    // A day can be reported by somebody without goals, too.
    requireDay(requireRunning(await findCycle(cycle)));
    await addSheet({ ...emptySheet(cycle, of.owner, 0, now), rev: 1 });
    return bookCheckIn(of, report, now, requireDay);
  },
});
