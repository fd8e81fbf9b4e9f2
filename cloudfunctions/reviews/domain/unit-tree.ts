import { AppError } from '../../shared/errors/app-error';
import type { ReviewUnit, UnitMember } from './review';

export interface UnitNode {
  readonly id: string;
  readonly children: UnitNode[];
  readonly members: UnitMember[];
}

/**
 * Units with their members, every one after those inside of it.
 * @throws AppError INPUT_INVALID for an id that is there twice, a parent or unit that is unknown, or a loop
 */
export function unitTree(units: readonly ReviewUnit[], members: readonly UnitMember[]): UnitNode[] {
  const nodes = new Map(units.map(({ id }): [string, UnitNode] => [id, { id, children: [], members: [] }]));
  if (nodes.size < units.length) throw invalid('units', 'repeated');
  const tops: UnitNode[] = [];
  units.forEach(({ id, parent }, index) => {
    const node = nodes.get(id) as UnitNode;
    const above = parent === null ? tops : nodes.get(parent)?.children;
    if (!above) throw invalid(`units.${index}.parent`, 'unknown-option');
    above.push(node);
  });
  members.forEach((member, index) => {
    const node = nodes.get(member.unit);
    if (!node) throw invalid(`members.${index}.unit`, 'unknown-option');
    node.members.push(member);
  });
  const sorted = tops.flatMap(fromBelow);
  if (sorted.length < units.length) throw invalid('units', 'loop');
  return sorted;
}

const fromBelow = (node: UnitNode): UnitNode[] => [...node.children.flatMap(fromBelow), node];

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });
