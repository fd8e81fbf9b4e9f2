import { Context, ProcessingMode } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { assert } from 'mingo/util';
import { type Document, type Fields, isFields, type Value } from './document';
import { equality } from './equality';
import { geoOperators } from './geo/geo-operators';
import { sorted } from './sorting';

type Stage = (input: Iterator, spec: never, options: Options) => Iterator;

/** The query library's operators, and in place of those that differ from the database, ours. */
const context = Context.init({
  accumulator,
  expression,
  pipeline: {
    ...pipeline,
    $sort: (input: Iterator, spec: Fields) =>
      input.transform((list) => Lazy(sorted(list as Document[], spec))),
    $sample: (input: Iterator, { size }: Fields) => input.transform((list) => Lazy(anyOf(list, size))),
    $project: withIdFirst(pipeline.$project as Stage),
    $bucket: withIdFirst(pipeline.$bucket as Stage),
    $bucketAuto: withIdFirst(pipeline.$bucketAuto as Stage),
  },
  projection,
  query: { ...query, ...equality(query), ...geoOperators },
} as never);

/** `$where` and `$function` would run code that came in a request. */
export const LANGUAGE: Options = {
  idKey: '_id',
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
  processingMode: ProcessingMode.CLONE_OFF,
  context,
};

/** The library would take one document twice, and without end where no size is given. */
function anyOf(list: readonly Value[], size: Value): Value[] {
  assert(Number.isSafeInteger(size) && Number(size) > 0, '$sample wants a size from 1');
  const shuffled = list.map((value) => ({ value, at: Math.random() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, Number(size)).map(({ value }) => value);
}

/** The database puts `_id` first, the library last. */
export function idFirst(value: Value): Value {
  return isFields(value) && '_id' in value ? { _id: value._id, ...value } : value;
}

function withIdFirst(stage: Stage): Stage {
  return (input, spec, options) => stage(input, spec, options).map(idFirst as never);
}
