import type { Day, Instant } from '#contracts/common';
import type { HandoverArea, HandoverTaskBrief } from '#contracts/handover';

/** A document of `handover_tasks`, `_id` is `<request>-<area>`: what a leaver hands over before the settlement. */
export interface HandoverTask {
  readonly _id: string;
  readonly rev: number;
  readonly requestId: string;
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  /** Who sees to it besides HR; null where the leaver had no manager, and for what is HR's alone. */
  readonly managerId: string | null;
  readonly area: HandoverArea;
  readonly state: 'open' | 'done' | 'waived' | 'dropped';
  readonly lastDay: Day;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Who decided what, the latest last. */
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
/** HR's own part of a leaving: the settlement waits for everything but these. */
const BY_HR: readonly HandoverArea[] = ['certificate', 'settlement'];

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
    managerId: BY_HR.includes(area) ? null : leaver.managerId,
    area,
    state: 'open',
    lastDay,
    note: '',
    decidedBy: null,
    decidedAt: null,
    history: [],
  }));
}

/** Whether it is handed over by the leaver, and so stands before the settlement. */
export const isHandedOver = ({ area }: Pick<HandoverTask, 'area'>): boolean => !BY_HR.includes(area);

/** What the settlement still waits for. */
export const openBefore = (tasks: readonly HandoverTask[]): number =>
  tasks.filter((task) => task.state === 'open' && isHandedOver(task)).length;

interface Decision {
  readonly state: 'open' | 'done' | 'waived';
  readonly note: string;
  readonly by: { readonly _id: string; readonly name: string; readonly nameEn: string };
  readonly at: Instant;
}

const MAX_HISTORY = 50;

/** The task as it is after a decision. */
export const decided = (task: HandoverTask, { state, note, by, at }: Decision): HandoverTask => ({
  ...task,
  rev: task.rev + 1,
  state,
  note,
  decidedBy: by._id,
  decidedAt: state === 'open' ? null : at,
  history: [...task.history, { at, byName: by.name, byNameEn: by.nameEn, state, note }].slice(-MAX_HISTORY),
});

/** Whether the same person has just decided the same: a retry, or a double tap. */
export const isRepeated = (task: HandoverTask, { state, note, by }: Decision): boolean =>
  task.decidedBy === by._id && task.state === state && task.note === note;
