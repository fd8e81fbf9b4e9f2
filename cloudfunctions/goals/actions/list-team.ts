import { strictObject } from 'valibot';
import type { GoalsContract, TeamRow } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { cyclesById } from '../data/cycles';
import { sheetProgress } from '../domain/objective-progress';
import { proposalsOf } from '../domain/push/proposal';
import type { Sheet } from '../domain/sheet';
import { standingsOf } from '../domain/standings';
import { cycleId } from '../inputs/goal';
import { cycleDays } from '../services/cycle-days';
import { teamSheets } from '../services/team-sheets';

/** How far each direct report is in a cycle. @throws AppError NOT_FOUND for an unknown cycle */
export const listTeam = employeeAction<GoalsContract['team']>({
  input: strictObject({ cycleId }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const cycle = (await cyclesById([input.cycleId], now)).get(input.cycleId);
    if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    const team = await teamSheets(cycle._id, me, now);
    return { days: await cycleDays(cycle, now), rows: team.map(([person, sheet]) => rowOf(person, sheet)) };
  },
});

function rowOf(person: Employee, sheet: Sheet | undefined): TeamRow {
  if (!sheet)
    return {
      ...{ person: briefOf(person), progress: null, hasData: false },
      ...{ lastAt: null, lowConfidence: false, waiting: 0, reminded: false },
    };
  const { counted, withData } = sheetProgress(sheet.objectives, standingsOf(sheet));
  const waiting = proposalsOf(sheet).filter(({ state }) => state === 'open');
  const last = sheet.log.findLast(({ undone }) => !undone);
  return {
    person: briefOf(person),
    progress: counted,
    hasData: withData !== null,
    lastAt: last?.at ?? null,
    lowConfidence: last?.confidence === 'at-risk',
    waiting: waiting.length,
    reminded: waiting.some(({ reminded }) => reminded !== 'nobody'),
  };
}
