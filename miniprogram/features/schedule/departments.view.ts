import type { DepartmentBrief } from '#contracts/department';
import type { Words } from '../../locales/words';

/** One line of the tree of departments. */
export interface DepartmentLine {
  readonly id: string;
  readonly name: string;
  /** Steps below the company. */
  readonly depth: number;
  readonly on: boolean;
}

/** The departments as a tree, each below its parent; one whose parent is unknown is at the root. */
export function departmentLines(
  departments: readonly DepartmentBrief[],
  chosen: string,
  words: Words,
): DepartmentLine[] {
  const known = new Set(departments.map(({ id }) => id));
  const seen = new Set<string>();
  const below = (parent: string | null, depth: number): DepartmentLine[] =>
    departments
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap(({ id, name }) => {
        if (seen.has(id)) return [];
        seen.add(id);
        const line = { id, name: words.pick(name), depth: Math.min(depth, 4), on: id === chosen };
        return [line, ...below(id, depth + 1)];
      });
  const tree = below(null, 0);
  // Departments in a parent cycle are shown at the root.
  const rest = departments.filter(({ id }) => !seen.has(id));
  return [
    ...tree,
    ...rest.map(({ id, name }) => ({ id, name: words.pick(name), depth: 0, on: id === chosen })),
  ];
}
