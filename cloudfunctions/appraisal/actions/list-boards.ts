import { optional, strictObject } from 'valibot';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { AppraisalResultsContract, BoardBrief } from '#contracts/appraisal-results';
import { findLatestAppraisalCycles } from '../../appraisal-cycles/public';
import { departmentsById } from '../../people/public';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findBoards } from '../data/boards';
import { findResult } from '../data/results';
import { memberOf, type StoredBoard, type StoredResult } from '../domain/stored-result';
import { cycleId } from '../inputs/result';
import { isHr, ownBoards } from '../services/calibrator';
import { LATEST, nameOfCycle } from '../services/cycles';

type Contract = AppraisalResultsContract['boards'];
const MAX_BOARDS = 1_000;
const ON_BOARDS: ReadonlySet<AppraisalCycle['state']> = new Set(['calibration', 'publishing', 'published']);
const NONE: Contract['output'] = { cycle: null, boards: [], publish: null };

/** The boards of the latest cycle with grades that the reader calibrates. */
export const listBoards = employeeAction<Contract>({
  input: strictObject({ cycleId: optional(cycleId) }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const latest = await findLatestAppraisalCycles(LATEST);
    const cycles = latest.filter(({ state }) => ON_BOARDS.has(state));
    const cycle = cycles.find(({ _id }) => input.cycleId === undefined || _id === input.cycleId);
    if (!cycle) return NONE;
    const [all, own] = await Promise.all([findBoards(cycle._id, MAX_BOARDS), findResult(cycle._id, me._id)]);
    const mine = await ownBoards(all, me, now);
    if (mine.length === 0) return NONE;
    const boards = await briefsOf(mine, own, now);
    const open = all.filter(({ state }) => state === 'open').length;
    return { cycle: nameOfCycle(cycle), boards, publish: publishing(cycle, open, me) };
  },
});

function publishing({ state }: AppraisalCycle, open: number, me: Employee): Contract['output']['publish'] {
  return isHr(me) && state === 'calibration' ? { open, may: open === 0 } : null;
}

async function briefsOf(
  boards: readonly StoredBoard[],
  own: StoredResult | null,
  now: number,
): Promise<BoardBrief[]> {
  const units = await departmentsById(
    boards.map(({ unitId }) => unitId),
    now,
  );
  return boards.map(({ _id, unitId, rev, state, people, counts }) => {
    const isOn = own?.boardId === _id;
    return {
      ...{ unitId, rev, state },
      unit: units.get(unitId)?.name ?? { 'zh-CN': unitId, en: unitId },
      people: isOn ? people - 1 : people,
      counts: isOn ? withoutOwn(counts, memberOf(own).grade) : counts,
    };
  });
}

const withoutOwn = (counts: StoredBoard['counts'], grade: string | null): StoredBoard['counts'] =>
  counts.map((each) => (each.grade === grade ? { ...each, count: each.count - 1 } : each));
