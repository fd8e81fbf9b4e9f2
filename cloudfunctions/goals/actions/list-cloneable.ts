import { optional, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cloneRows } from '../domain/clone/cloned';
import { briefOf, cycleBefore } from '../domain/cycle';
import { requireOpen } from '../domain/require-open';
import { cycleId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { chosenCycle, latestCycles } from '../services/find-cycles';
import { loadCloning } from '../services/load-cloning';

/**
 * The goals of an owner in an earlier cycle as they can be copied into this one: two reads of sheets.
 * @throws AppError NOT_FOUND for who does not set up these goals, CYCLE_NOT_RUNNING, INPUT_INVALID
 */
export const listCloneable = employeeAction<GoalsContract['cloneable']>({
  input: strictObject({ cycleId, owner, from: optional(cycleId) }),
  allow: can('update', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit) throw new AppError('NOT_FOUND', { what: 'goals' });
    const cycles = await latestCycles(now);
    const cycle = requireOpen(await chosenCycle(cycles, input.cycleId, now));
    const sources = cycles.filter(({ kind, from }) => kind === cycle.kind && from < cycle.from);
    const from = input.from ?? sources[0]?._id ?? cycleBefore(cycle);
    const { cloning, target } = await loadCloning({ ...input, from }, now);
    const active = target.objectives.filter(({ state }) => state === 'active');
    return {
      cycle: briefOf(cycle),
      owner: { owner: input.owner, name: access.name },
      sources: sources.map(briefOf),
      from,
      rev: target.planRev,
      used: active.reduce((sum, { weight }) => sum + weight, 0),
      rows: cloning ? cloneRows(cloning) : [],
    };
  },
});
