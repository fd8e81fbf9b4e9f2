import { minLength, optional, pipe, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { textsOfEntries } from '../domain/written-texts';
import { confidence, cycleId, entries, files, note, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { bookCheckIn } from '../services/check-in';

/** Books figures of key results. @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_CONFIRMED, FIGURE_INVALID, FILE_INVALID, CHECK_IN_KEY_REUSED, BUSY */
export const checkIn = employeeAction<GoalsContract['checkIn']>({
  input: strictObject({
    key: clientKey,
    cycleId,
    owner,
    entries: pipe(entries, minLength(1)),
    confidence: optional(confidence),
    note: optional(note),
    files: optional(files),
  }),
  allow: can('update', 'Goals'),
  texts: ({ entries: figures, note: written }) => [...textsOfEntries(figures), ...(written ? [written] : [])],
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canReport) throw new AppError('NOT_FOUND', { what: 'goals' });
    const { key: id, entries: figures, confidence: sure, note: written, files: evidence } = input;
    const booked = {
      ...{ id, at: now, day: dayOf(now), by: briefOf(me), source: 'check-in' as const, entries: figures },
      ...(sure && { confidence: sure }),
      ...(written && { note: written }),
      ...(evidence && { files: evidence }),
    };
    return bookCheckIn(input, booked, now);
  },
});
