import type { Instant } from '#contracts/common';
import type { OfficeTodo } from '#contracts/today';
import type { Document } from '../data/collection';
import type { Join } from '../data/read-joined';
import type { Employee } from '../kernel/employee';

/**
 * What waits for people of a role, shown on their Today. The documents are read in the one call of that page, so each
 * source names a join.
 */
export interface TodoSource {
  readonly kind: OfficeTodo['kind'];
  /** What to read for this person; null if they are not asked. */
  join(me: Employee, now: Instant): Join | null;
  /** What of the documents is to be done by this person. */
  todos(documents: readonly Document[], me: Employee): OfficeTodo[];
}

/** More are not counted; a hundred stands for more. */
export const MAX_TODO_COUNT = 100;

/** One to-do for all documents together, or none. */
export const countedTodo = (kind: OfficeTodo['kind'], count: number): OfficeTodo[] =>
  count > 0 ? [{ kind, count }] : [];
