import type { ScoreNode } from '#contracts/appraisal';

/** A node and where it stands: one row of an export. */
export interface ScoreRow {
  readonly node: ScoreNode;
  /** Ids below the total; empty for the total. */
  readonly path: readonly string[];
}

/** Every node of a tree, each before what it is worked out from. */
export function flattened(node: ScoreNode, path: readonly string[] = []): ScoreRow[] {
  return [{ node, path }, ...node.inputs.flatMap((input) => flattened(input, [...path, input.id]))];
}

/** The nodes from the total to the one at a path; null if there is none, as after a new version. */
export function opened(total: ScoreNode, path: readonly string[]): readonly ScoreNode[] | null {
  const nodes = [total];
  let node: ScoreNode | undefined = total;
  for (const id of path) {
    node = node.inputs.find((input) => input.id === id);
    if (!node) return null;
    nodes.push(node);
  }
  return nodes;
}
