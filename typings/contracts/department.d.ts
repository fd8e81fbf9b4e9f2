import type { LocalText } from './common';

/** A place in the tree of the company. */
export interface DepartmentBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
}
