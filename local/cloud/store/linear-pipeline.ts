import { type Fields, isFields, type Value } from './document';
import { joinOf } from './lookup';

const STAGES = new Set(['$limit', '$skip', '$sort', '$count', '$project', '$addFields', '$group', '$unwind']);
/** Their result is never larger than what they are given, and none of them goes through a list. */
const EXPRESSIONS = new Set(
  '$literal $ifNull $cond $and $or $not $eq $ne $gt $gte $lt $lte $first $last $sum $avg $min $max $push'.split(
    ' ',
  ),
);

/**
 * Whether a pipeline takes about as long as what it reads, however its documents are: no expression goes through a
 * list, no stage multiplies what another one has multiplied.
 */
export function isLinear(stages: readonly Fields[]): boolean {
  const unwinds = stages.filter((stage) => '$unwind' in stage);
  return unwinds.length <= 1 && stages.every(isLinearStage);
}

function isLinearStage(stage: Fields): boolean {
  const [name = ''] = Object.keys(stage);
  if (name === '$lookup') return joinOf(stage) !== undefined;
  // A filter without an expression is the same in a query, which has no limit either.
  if (name === '$match') return !JSON.stringify(stage).includes('"$expr"');
  return STAGES.has(name) && isPlain(stage[name]);
}

function isPlain(value: Value): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isFields(value)) return true;
  return Object.entries(value).every(
    ([key, item]) => key === '$literal' || ((!key.startsWith('$') || EXPRESSIONS.has(key)) && isPlain(item)),
  );
}
