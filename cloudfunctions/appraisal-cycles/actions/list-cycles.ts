import { strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLatestOutlines } from '../data/cycles';
import { briefOf } from '../domain/cycle-view';

const MAX_CYCLES = 50;

/** The latest cycles, drafts too: one read. */
export const listCycles = employeeAction<AppraisalCyclesContract['cycles']>({
  input: strictObject({}),
  allow: can('read', 'AppraisalCycles'),
  run: async () => ({ cycles: (await findLatestOutlines(MAX_CYCLES)).map(briefOf) }),
});
