import type { DocumentId, Fields, Value } from './document';
import { type FieldCondition, fieldConditions } from './field-conditions';
import { after, indexKey, rangeType } from './index-key';
import type { OrderedIndex } from './ordered-index';

/** More key combinations than this are slower than a scan. */
const MAX_PREFIXES = 1000;

interface KeyRange {
  from: string;
  to: string;
}

/**
 * The ids that may match, by `_id` or by the index with the most fixed leading fields; undefined if a full scan is
 * needed.
 */
export function candidateIds(filter: Fields, indexes: OrderedIndex[]): ReadonlySet<DocumentId> | undefined {
  const conditions = fieldConditions(filter);
  const ids = conditions.get('_id')?.oneOf;
  if (ids) return new Set(ids as DocumentId[]);
  let best: { index: OrderedIndex; ranges: KeyRange[]; depth: number } | undefined;
  for (const index of indexes) {
    const plan = keyRanges(index, conditions);
    if (plan.depth > (best?.depth ?? 0)) best = { index, ...plan };
  }
  return best && idsIn(best.index, best.ranges);
}

/**
 * The ids in a range of `_id`, in their order; undefined if the filter names no such range, or names ids or fields of an
 * index, which find fewer.
 */
export function orderedIds(
  filter: Fields,
  indexes: OrderedIndex[],
  ids: () => OrderedIndex,
): Iterable<DocumentId> | undefined {
  const conditions = fieldConditions(filter);
  const condition = conditions.get('_id');
  const range = condition && !condition.oneOf ? rangeOf(condition, false) : undefined;
  if (!range || indexes.some((index) => keyRanges(index, conditions).depth > 0)) return undefined;
  return ids().idsBetween(range.from, range.to);
}

function idsIn(index: OrderedIndex, ranges: KeyRange[]): Set<DocumentId> {
  const ids = new Set<DocumentId>();
  for (const { from, to } of ranges) for (const id of index.idsBetween(from, to)) ids.add(id);
  return ids;
}

/** `depth` counts the fixed fields; a range on the next one counts half. */
function keyRanges(
  index: OrderedIndex,
  conditions: Map<string, FieldCondition>,
): { ranges: KeyRange[]; depth: number } {
  let prefixes = [''];
  let depth = 0;
  for (const field of index.declaration.fields) {
    const condition = conditions.get(field);
    const values = condition?.oneOf;
    if (!values || values.length * prefixes.length > MAX_PREFIXES) {
      const bounds = condition && rangeOf(condition, index.isMultikey);
      if (bounds) return { ranges: prefixes.map((prefix) => within(prefix, bounds)), depth: depth + 0.5 };
      break;
    }
    prefixes = prefixes.flatMap((prefix) => values.map((value) => prefix + indexKey(value)));
    depth += 1;
  }
  return { ranges: prefixes.map((prefix) => ({ from: prefix, to: after(prefix) })), depth };
}

/** Two bounds on an array may be met by two of its elements, so only one of them narrows the search. */
function rangeOf({ atLeast, atMost }: FieldCondition, multikey: boolean): KeyRange | undefined {
  const type = rangeType(atLeast ?? atMost);
  if (type === undefined) return undefined;
  const bothFit = atLeast !== undefined && rangeType(atMost) === type && !multikey;
  const upper = atLeast === undefined || bothFit ? atMost : undefined;
  return { from: lowerKey(type, atLeast), to: upperKey(type, upper) };
}

function lowerKey(type: string, value: Value): string {
  return value === undefined ? type : indexKey(value);
}

function upperKey(type: string, value: Value): string {
  return after(value === undefined ? type : indexKey(value));
}

function within(prefix: string, { from, to }: KeyRange): KeyRange {
  return { from: prefix + from, to: prefix + to };
}
