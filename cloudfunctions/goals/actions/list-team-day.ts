import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { day } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { reportOf } from '../domain/sheet-view';
import { cycleId } from '../inputs/goal';
import { linkEvidence } from '../services/evidence';
import { teamSheets } from '../services/team-sheets';

/** What the direct reports have reported of a day. */
export const listTeamDay = employeeAction<GoalsContract['teamDay']>({
  input: strictObject({ cycleId, day }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const team = await teamSheets(input.cycleId, me, now);
    const reports = team.map(([, sheet]) => (sheet ? reportOf(sheet, input.day) : null));
    const linked = await linkEvidence(reports);
    const rows = team.map(([person], index) => {
      const report = reports[index];
      return { person: briefOf(person), report: report ? linked(report) : null };
    });
    return { rows };
  },
});
