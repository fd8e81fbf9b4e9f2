import { resolve } from 'mingo/util';
import { type Fields, isFields, type Value } from './document';

/** A `$lookup` by equal values: the only kind that an index can serve. */
export interface Join {
  readonly from: string;
  readonly localField: string;
  readonly foreignField: string;
  readonly as: string;
}

/** The join of a stage; undefined for other stages and for a `$lookup` with its own pipeline. */
export function joinOf({ $lookup }: Fields): Join | undefined {
  if (!isFields($lookup) || 'pipeline' in $lookup || 'let' in $lookup) return undefined;
  const { from, localField, foreignField, as } = $lookup;
  const isWhole = [from, localField, foreignField, as].every((name) => typeof name === 'string');
  return isWhole ? ($lookup as unknown as Join) : undefined;
}

/** The filter for the other collection: an array joins by each of its elements. */
export function meetingFilter({ localField, foreignField }: Join, documents: readonly Fields[]): Fields {
  const values = documents.flatMap((document): Value[] => {
    const local = resolve(document, localField) ?? null;
    return Array.isArray(local) ? local : [local];
  });
  return { [foreignField]: { $in: values } };
}

/** The library adds an undefined for each array element without a match; the database does not. */
export function withoutGaps({ as }: Join, documents: readonly Fields[]): Fields[] {
  return documents.map((document) => {
    const met = document[as];
    return Array.isArray(met) ? { ...document, [as]: met.filter((each) => each !== undefined) } : document;
  });
}
