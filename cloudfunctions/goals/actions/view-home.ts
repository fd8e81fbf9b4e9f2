import { optional, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { abilityOf, can } from '../../shared/kernel/policy';
import { briefOf } from '../domain/cycle';
import { reviewProgress } from '../domain/review';
import { hasEnded } from '../domain/review-window';
import { reportOf } from '../domain/sheet-view';
import { cycleId } from '../inputs/goal';
import { cycleDays } from '../services/cycle-days';
import { linkEvidence } from '../services/evidence';
import { chosenCycle, latestCycles } from '../services/find-cycles';
import { loadSheet } from '../services/load-sheet';

/** The page of goals: one read on a warm instance. @throws AppError NOT_FOUND for an unknown cycle */
export const viewHome = employeeAction<GoalsContract['home']>({
  input: strictObject({ cycleId: optional(cycleId) }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const today = dayOf(now);
    const cycles = await latestCycles(now);
    const cycle = await chosenCycle(cycles, input.cycleId, now);
    const hasTeam = abilityOf(me).can('read', 'TeamAttendance');
    const common = { cycles: cycles.map(briefOf), today, hasTeam };
    if (!cycle)
      return {
        ...common,
        cycle: null,
        days: { workdays: 0, gone: 0 },
        sheet: null,
        report: null,
        memory: [],
        review: null,
      };
    const { view, stored } = await loadSheet(cycle._id, { kind: 'person', id: me._id }, me, now);
    const current = stored?.cycle ?? cycle;
    const report = stored ? reportOf(stored.sheet, today) : null;
    return {
      ...common,
      cycle: briefOf(current),
      days: await cycleDays(cycle, now),
      sheet: view,
      report: report && (await linkEvidence([report]))(report),
      memory: stored?.sheet.memory ?? [],
      review: hasEnded(current, { from: current.to }, today) ? reviewProgress(stored?.sheet) : null,
    };
  },
});
