import type { Note } from './note';

type Read = Pick<Note, 'fromId' | 'toId' | 'managerId' | 'state' | 'visibility'>;

/**
 * Who reads a note, in one place: its giver and its receiver; once it is given the receiver's manager of that day or
 * everybody, as the giver chose. What was asked and not answered is between the two; what was withdrawn has no words and is
 * there for the two, so that a message about it opens.
 */
export function mayRead({ fromId, toId, managerId, state, visibility }: Read, viewerId: string): boolean {
  if (viewerId === fromId || viewerId === toId) return true;
  if (state !== 'given') return false;
  if (visibility === 'everybody') return true;
  return visibility === 'manager' && managerId === viewerId;
}
