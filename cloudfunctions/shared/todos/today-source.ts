import type { Instant } from '#contracts/common';
import type { OfficeTodo } from '#contracts/today';
import type { Document } from '../data/collection';
import type { Join } from '../data/read-joined';
import type { Employee } from '../kernel/employee';

/** A part of Today that belongs to another feature. Its documents are read in the one call of that page. */
export interface TodaySource<Part> {
  /** What to read for this person, by names that no kind of to-do has. */
  joins(me: Employee, now: Instant): Readonly<Record<string, Join>>;
  /** The part, and what is to be done about it. */
  read(
    joined: Readonly<Record<string, readonly Document[]>>,
    now: Instant,
    me: Employee,
  ): { readonly part: Part; readonly todos: readonly OfficeTodo[] };
}
