import type { FlowNote } from '#contracts/flow';
import { type Colleague, isPresent, type World } from './world';

/** Who signs, and why it is not the one that was written. */
export interface Found {
  readonly people: readonly Colleague[];
  readonly note: FlowNote | null;
}

/**
 * The first person from `start` up the reporting line who is employed and is not the applicant. The note names
 * the first reason for going up: `vacant` (nobody there), `left`, `is-applicant`; `loop` if the line came back
 * to itself without finding anybody.
 */
export function upwardsFrom(start: string | null, applicantId: string, world: World): Found {
  const seen = new Set<string>();
  let note: FlowNote | null = null;
  let id = start;
  while (id !== null) {
    if (seen.has(id)) return { people: [], note: 'loop' };
    seen.add(id);
    const person = world.person(id);
    if (person && id !== applicantId && isPresent(person, world.today)) return { people: [person], note };
    note ??= !person ? 'vacant' : id === applicantId ? 'is-applicant' : 'left';
    id = person?.managerId ?? null;
  }
  return { people: [], note: note ?? 'vacant' };
}

/**
 * The manager `level` steps above the applicant. A line that ends before that gives its last person (`vacant`),
 * a line that comes back to itself the last one before (`loop`).
 */
export function managerOf(applicant: Colleague, level: number, world: World): Found {
  const line = [applicant];
  let note: FlowNote | null = null;
  while (line.length <= level && note === null) {
    const next = world.person(line.at(-1)?.managerId ?? '');
    if (!next) note = 'vacant';
    else if (line.some(({ _id }) => _id === next._id)) note = 'loop';
    else line.push(next);
  }
  if (line.length === 1) return { people: [], note };
  const found = upwardsFrom(line.at(-1)?._id ?? null, applicant._id, world);
  return { people: found.people, note: note ?? found.note };
}
