import type { Day, Instant } from '#contracts/common';
import type { HandoverArea, HandoverTaskBrief } from '#contracts/handover';

/**
 * A document of `handover_tasks`; `_id` is `<request>-<area>`: something to hand over before the settlement.
 */
export interface HandoverTask {
  readonly _id: string;
  readonly rev: number;
  readonly requestId: string;
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  /** The responsible manager besides HR; null if the leaver had no manager, and for tasks of HR only. */
  readonly managerId: string | null;
  readonly area: HandoverArea;
  readonly state: 'open' | 'done' | 'waived' | 'dropped';
  readonly lastDay: Day;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Decisions, latest last. */
  readonly history: readonly HandoverTaskBrief['history'][number][];
}

const HANDOVER_AREAS: readonly HandoverArea[] = [
  'work',
  'assets',
  'accounts',
  'files',
  'certificate',
  'settlement',
];
/** HR's own tasks, which the settlement does not wait for. */
const HR_AREAS: readonly HandoverArea[] = ['certificate', 'settlement'];

interface Leaver {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly managerId: string | null;
}

/** The tasks of an approved resignation. */
export function handoverTasks(requestId: string, leaver: Leaver, lastDay: Day): HandoverTask[] {
  return HANDOVER_AREAS.map((area) => ({
    _id: `${requestId}-${area}`,
    rev: 1,
    requestId,
    employeeId: leaver._id,
    name: leaver.name,
    nameEn: leaver.nameEn,
    managerId: HR_AREAS.includes(area) ? null : leaver.managerId,
    area,
    state: 'open',
    lastDay,
    note: '',
    decidedBy: null,
    decidedAt: null,
    history: [],
  }));
}

/** Whether the leaver hands it over, so that the settlement waits for it. */
export const isHandoverArea = ({ area }: Pick<HandoverTask, 'area'>): boolean => !HR_AREAS.includes(area);

/** The number of open tasks that the settlement waits for. */
export const openBefore = (tasks: readonly HandoverTask[]): number =>
  tasks.filter((task) => task.state === 'open' && isHandoverArea(task)).length;

interface Decision {
  readonly state: 'open' | 'done' | 'waived';
  readonly note: string;
  readonly by: { readonly _id: string; readonly name: string; readonly nameEn: string };
  readonly at: Instant;
}

const MAX_HISTORY = 50;

/** The task after a decision. */
export const decided = (task: HandoverTask, { state, note, by, at }: Decision): HandoverTask => ({
  ...task,
  rev: task.rev + 1,
  state,
  note,
  decidedBy: by._id,
  decidedAt: state === 'open' ? null : at,
  history: [...task.history, { at, byName: by.name, byNameEn: by.nameEn, state, note }].slice(-MAX_HISTORY),
});

/** Whether the same person just made the same decision: a retry or a double tap. */
export const isRepeated = (task: HandoverTask, { state, note, by }: Decision): boolean =>
  task.decidedBy === by._id && task.state === state && task.note === note;
