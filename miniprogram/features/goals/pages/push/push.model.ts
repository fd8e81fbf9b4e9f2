import type { Day } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { ProposalView, PushResult } from '#contracts/goal-push';
import type { ObjectiveDraft, ObjectiveView } from '#contracts/goals';
import { checked, draftOf, type ObjectiveModel } from '../objective/objective.model';

/** `push`: a new one. `counter`: the owner asks for another version. `change`: who pushed it pushes another version. */
export type Act = 'push' | 'counter' | 'change';

/** Somebody whom a goal can be pushed to. */
export interface Person {
  /** `p-E0037`, `d-D22`. */
  readonly key: string;
  readonly name: string;
}

export interface PushModel extends ObjectiveModel {
  readonly act: Act;
  readonly cycleId: string;
  /** Null until they are loaded. */
  readonly people: readonly Person[] | null;
  readonly chosen: readonly string[];
  readonly deadline: Day;
  readonly today: Day;
  readonly proposal: ProposalView | null;
  readonly picking: boolean;
  readonly refused: PushResult['refused'];
}

/** People of one call. */
const MAX_PEOPLE = 50;

export type PushProblem = 'needPeople' | 'tooMany' | 'needReason' | 'needKeyResult';

export interface Ready {
  readonly objective: ObjectiveDraft | null;
  readonly problem: PushProblem | null;
}

/** What would be sent, or what is missing. */
export function ready(model: PushModel): Ready {
  const { objective } = checked({ ...model, isNew: true });
  return { objective, problem: problemOf(model) };
}

function problemOf({ act, chosen, reason, keyResults }: PushModel): PushProblem | null {
  if (keyResults.length === 0) return 'needKeyResult';
  if (act === 'counter') return reason.trim() === '' ? 'needReason' : null;
  if (act === 'change') return null;
  if (chosen.length === 0) return 'needPeople';
  return chosen.length > MAX_PEOPLE ? 'tooMany' : null;
}

/** A stored version as it is typed. */
export const typedOf = (objective: ObjectiveDraft): ReturnType<typeof draftOf> =>
  draftOf(objective as unknown as ObjectiveView);

export const ownerOf = (key: string): SheetOwner =>
  key.startsWith('p-') ? { kind: 'person', id: key.slice(2) } : { kind: 'department', id: key.slice(2) };

export const keyOfOwner = (owner: SheetOwner): string =>
  owner.kind === 'company' ? 'c' : `${owner.kind === 'person' ? 'p' : 'd'}-${owner.id}`;

/** People with one more, who is chosen. */
export function withPerson(
  { people, chosen }: PushModel,
  person: Person,
): Pick<PushModel, 'people' | 'chosen'> {
  const known = people ?? [];
  return {
    people: known.some(({ key }) => key === person.key) ? known : [...known, person],
    chosen: chosen.includes(person.key) ? chosen : [...chosen, person.key],
  };
}
