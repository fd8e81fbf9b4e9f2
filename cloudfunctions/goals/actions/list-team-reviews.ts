import { strictObject } from 'valibot';
import type { TeamReviewRow } from '#contracts/goal-review';
import type { GoalsContract } from '#contracts/goals';
import { employeesById } from '../../people/public';
import { briefOf as personBrief } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { cyclesById } from '../data/cycles';
import { findWaitingReviews } from '../data/sheets';
import { briefOf } from '../domain/cycle';
import { sheetProgress } from '../domain/objective-progress';
import { reviewProgress } from '../domain/review';
import { type Sheet, sheetIdOf } from '../domain/sheet';
import { standingsOf } from '../domain/standings';
import { cycleId } from '../inputs/goal';
import { reviewDays } from '../services/review-days';
import { teamSheets } from '../services/team-sheets';

/** People who have moved to another manager and whose review still waits for the earlier one. */
const MAX_MOVED = 50;

/** The closing reviews of the direct reports, and others that wait for this person. @throws AppError NOT_FOUND */
export const listTeamReviews = employeeAction<GoalsContract['teamReviews']>({
  input: strictObject({ cycleId }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const cycle = (await cyclesById([input.cycleId], now)).get(input.cycleId);
    if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    const [team, waiting] = await Promise.all([
      teamSheets(cycle._id, me, now),
      findWaitingReviews(me._id, cycle._id, MAX_MOVED),
    ]);
    const known = new Set(team.map(([{ _id }]) => sheetIdOf(cycle._id, { kind: 'person', id: _id })));
    const moved = waiting.filter(({ _id }) => !known.has(_id));
    const ids = moved.flatMap(({ owner }) => (owner.kind === 'person' ? [owner.id] : []));
    const others = await employeesById(ids, now);
    const rows = [
      ...team,
      ...moved.flatMap((sheet) => {
        const person = sheet.owner.kind === 'person' ? others.get(sheet.owner.id) : undefined;
        return person ? [[person, sheet] as const] : [];
      }),
    ];
    return {
      cycle: briefOf(cycle),
      window: await reviewDays(cycle, now),
      rows: rows.map(([person, sheet]) => rowOf(person, sheet)),
    };
  },
});

function rowOf(person: Employee, sheet: Sheet | undefined): TeamReviewRow {
  const state = reviewProgress(sheet);
  const isThere = sheet !== undefined && state !== 'none';
  const progress = isThere ? sheetProgress(sheet.objectives, standingsOf(sheet)).counted : null;
  return { person: personBrief(person), state, progress };
}
