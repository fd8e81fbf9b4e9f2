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
