import type { AppraisalCycle, AppraisalCycleState, CycleReminders } from '#contracts/appraisal-cycle';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { day, figure, text } from '../../shared/faults/checks';

export const appraisalCycles = collection<AppraisalCycle>('appraisal_cycles', {
  goalCycleId: text,
  from: day,
  to: day,
  state: text,
  answersUntil: day,
  rev: figure,
});

/** Cycles by id, from the warm cache; what is decided by the state of a cycle reads it with `findAppraisalCycle`. */
export const appraisalCyclesById = cachedById(appraisalCycles);

/** `a-2026-11`: a period is appraised once. */
export const appraisalCycleIdOf = (goalCycleId: string): string => `a-${goalCycleId}`;

/** The current state of a cycle. */
export const findAppraisalCycle = (id: string): Promise<AppraisalCycle | null> => appraisalCycles.byId(id);

const OUTLINE = ['title', 'from', 'to', 'state', 'answersUntil', 'scheme'] as const;

/** What lists show of the latest cycles: without their questionnaires. */
export const findLatestOutlines = (
  limit: number,
): Promise<Pick<AppraisalCycle, '_id' | (typeof OUTLINE)[number]>[]> =>
  appraisalCycles.listFields(OUTLINE, (_) => ({ from: _.gt('') }), limit, [['from', 'desc']]);

/** Removes a cycle that has not started, at the revision that was read. @returns whether it did */
export const removeDraft = async (_id: string, rev: number): Promise<boolean> =>
  (await appraisalCycles.removeWhere(() => ({ _id, rev, state: 'draft' }))) === 1;

/** The latest cycles. */
export const findLatestAppraisalCycles = (limit: number): Promise<AppraisalCycle[]> =>
  appraisalCycles.list((_) => ({ from: _.gt('') }), limit, [['from', 'desc']]);

/** The latest cycles that have left the draft. */
export const findStartedAppraisalCycles = (limit: number): Promise<AppraisalCycle[]> =>
  appraisalCycles.list((_) => ({ state: _.neq('draft') }), limit, [['from', 'desc']]);

/** Cycles in a state that a job works on. */
export const findAppraisalCyclesIn = (state: AppraisalCycleState, limit: number): Promise<AppraisalCycle[]> =>
  appraisalCycles.list(() => ({ state }), limit);

/** Behind the last employee: everybody was told. No employee number begins with it. */
const TOLD = '~';
const AT_WORK: readonly AppraisalCycleState[] = ['starting', 'running', 'closing', 'publishing'];
const MAX_AT_WORK = 20;
/** Those of one run of the timer; whoever changes one of them reads again. */
let atWork: { readonly run: number; readonly cycles: readonly AppraisalCycle[] } | null = null;

/**
 * Cycles that jobs work on, the earliest first: those that start, run, close or are published, and published ones of which
 * not everybody has been told. One read for all jobs of a run.
 */
export async function findCyclesAtWork(run: number): Promise<readonly AppraisalCycle[]> {
  if (atWork?.run === run) return atWork.cycles;
  const cycles = await appraisalCycles.list(
    (_) =>
      _.or([{ state: _.in([...AT_WORK]) }, { state: 'published', cursor: _.neq(TOLD) }]) as unknown as Record<
        string,
        unknown
      >,
    MAX_AT_WORK,
    [['from', 'asc']],
  );
  atWork = { run, cycles };
  return cycles;
}

export const addAppraisalCycle = (cycle: AppraisalCycle): Promise<'added' | 'duplicate'> =>
  appraisalCycles.add(cycle);

/** Changes a cycle at the revision that was read. @returns whether it did */
export async function replaceAppraisalCycle(
  { _id, rev }: Pick<AppraisalCycle, '_id' | 'rev'>,
  change: Partial<Omit<AppraisalCycle, '_id' | 'rev'>>,
): Promise<boolean> {
  const changed = await appraisalCycles.updateWhere(
    () => ({ _id, rev }),
    (_) => ({
      ...Object.fromEntries(Object.entries(change).map(([key, value]) => [key, _.set(value)])),
      rev: rev + 1,
    }),
  );
  appraisalCyclesById.clear();
  atWork = null;
  return changed === 1;
}

/**
 * Remembers whom the timer has told. The revision stays, since nothing is different for who works with the cycle.
 * @returns false if the cycle does not run any more
 */
export async function saveReminders(_id: string, reminders: CycleReminders): Promise<boolean> {
  const changed = await appraisalCycles.updateWhere(
    () => ({ _id, state: 'running' }),
    (_) => ({ reminders: _.set(reminders) }),
  );
  atWork = null;
  return changed === 1;
}

/**
 * Makes whoever changes the cycle meanwhile meet a conflict: what is decided by its state is written together with it. It
 * has to be another revision, since a write that changes nothing is none.
 */
export const touchAppraisalCycle = (put: Put, cycle: AppraisalCycle): Promise<void> =>
  put('appraisal_cycles', { ...cycle, rev: cycle.rev + 1 });
