import type { AppraisalCycle, AppraisalCycleState } from '#contracts/appraisal-cycle';

/** What follows on a state. There is no way back: what was answered and published under a state stays true. */
const NEXT: Readonly<Record<AppraisalCycleState, AppraisalCycleState | null>> = {
  draft: 'starting',
  starting: 'running',
  running: 'closing',
  closing: 'calibration',
  calibration: 'publishing',
  publishing: 'published',
  published: null,
};

export const isNext = (from: AppraisalCycleState, to: AppraisalCycleState): boolean => NEXT[from] === to;

/** States in which people still choose raters or answer. */
export const isAnswering = ({ state }: Pick<AppraisalCycle, 'state'>): boolean =>
  state === 'starting' || state === 'running';
