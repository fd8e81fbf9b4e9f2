import { Aggregator } from 'mingo/aggregator';
import { CloudError } from '../cloud-error';
import { type Document, type Fields, isFields, type Value } from './document';
import { readGeoNear } from './geo/geo-near-stage';
import { assertGeoIndexed, invalid, nearOf } from './geo/near';
import { isIndifferent, type LeftOut, leftOutBy } from './left-out';
import { isLinear } from './linear-pipeline';
import { type Join, joinOf, meetingFilter, withoutGaps } from './lookup';
import { matcher, withPlatformErrors } from './matching';
import { STAGES } from './operators/platform-operators';
import { LANGUAGE } from './query-language';
import type { Scan } from './scan-report';
import type { Store } from './store';
import { withTimeout } from './with-timeout';

/** The platform's result limit for a pipeline without a `$limit`. */
const DEFAULT_LIMIT = 20;
/** For one pipeline whose work may multiply, ms. */
const TIME_LIMIT_MS = 5000;
/** Maximum elements of one `$range`; more would exhaust the memory. */
const MAX_RANGE = 1_000_000;
export interface AggregationSource {
  store: Store;
  onScanned(scan: Scan): void;
}

/** Runs a pipeline on copies, so that no stage can reach a stored document. */
export function runAggregation(source: AggregationSource, collection: string, stages: Fields[]): Value[] {
  assertSupported(stages);
  // The watch over the time costs more than most pipelines.
  const limit = isLinear(stages) ? undefined : TIME_LIMIT_MS;
  return withTimeout(stages, () => run(source, collection, stages), limit);
}

function run(source: AggregationSource, collection: string, stages: Fields[]): Value[] {
  const { input, rest } = start(source, collection, stages);
  const foreign = new Map<string, Document[]>();
  const collectionResolver = (name: string): Document[] => {
    const known = foreign.get(name) ?? copies(source, name, {}, { search: foreignKey(stages, name) });
    foreign.set(name, known);
    return known;
  };
  const pass = (list: Fields[], some: Fields[], resolver = collectionResolver) =>
    some.length > 0
      ? new Aggregator(some, { ...LANGUAGE, collectionResolver: resolver }).run<Fields>(list)
      : list;
  const join = (list: Fields[], by: Join, stage: Fields) => {
    const met = copies(source, by.from, meetingFilter(by, list), { search: { [by.foreignField]: null } });
    return withoutGaps(
      by,
      pass(list, [stage], () => met),
    );
  };
  const list = withPlatformErrors(() => {
    let [done, waiting]: [Fields[], Fields[]] = [input, []];
    for (const stage of rest) {
      const by = joinOf(stage);
      if (by) [done, waiting] = [join(pass(done, waiting), by, stage), []];
      else waiting.push(stage);
    }
    return pass(done, waiting);
  });
  const limited = stages.some((stage) => '$limit' in stage);
  return limited ? list : list.slice(0, DEFAULT_LIMIT);
}

/**
 * Reads the collection and does meanwhile what the first stages ask for: a filter, and fields to be left out, which are
 * not even read.
 */
function start(
  source: AggregationSource,
  collection: string,
  stages: Fields[],
): { input: Document[]; rest: Fields[] } {
  const [{ $geoNear, $match } = {} as Fields, ...rest] = stages;
  if ($geoNear !== undefined) {
    const { geoFields } = source.store.collection(collection);
    const only = geoFields.length === 1 ? geoFields[0] : undefined;
    const { near, filter, apply } = readGeoNear($geoNear, only);
    assertGeoIndexed(near, geoFields);
    return { input: apply(copies(source, collection, filter, { search: aroundPoint(near.field) })), rest };
  }
  if (!isFields($match)) return { input: copies(source, collection, {}), rest: stages };
  const leftOut = leftOutBy(rest[0]?.$project);
  return leftOut && isIndifferent($match, leftOut)
    ? { input: copies(source, collection, $match, { leftOut }), rest: rest.slice(1) }
    : { input: copies(source, collection, $match), rest };
}

interface Reading {
  /** The condition for index selection, if it is not the filter. */
  readonly search?: Fields;
  readonly leftOut?: LeftOut;
}

function copies(
  source: AggregationSource,
  name: string,
  filter: Fields,
  { search = filter, leftOut }: Reading = {},
): Document[] {
  const matches = matcher(filter);
  const collection = source.store.collection(name);
  const found: Document[] = [];
  let scanned = 0;
  for (const document of collection.copies(filter, leftOut)) {
    scanned += 1;
    if (matches(document)) found.push(document);
  }
  source.onScanned({ collection: name, filter: search, scanned, indexes: collection.declarations });
  return found;
}

function aroundPoint(field: string): Fields {
  return { [field]: { $near: null } };
}

/** A `$lookup` queries the other collection by one value of a field, anywhere in the pipeline. */
function foreignKey(value: Value, from: string): Fields {
  if (Array.isArray(value)) return Object.assign({}, ...value.map((item) => foreignKey(item, from)));
  if (!isFields(value)) return {};
  if (value.from === from && typeof value.foreignField === 'string') return { [value.foreignField]: null };
  return foreignKey(Object.values(value), from);
}

function assertSupported(stages: Fields[]): void {
  for (const [at, stage] of stages.entries()) {
    const name = Object.keys(stage)[0] ?? '';
    if (!STAGES.includes(name))
      throw new CloudError('OPERATION_NOT_SUPPORTED', `The aggregation stage ${name} is not supported yet.`);
    if (name === '$geoNear' && at > 0) throw invalid('$geoNear must be the first stage');
    if (name === '$match' && nearOf(Object(stage.$match))) throw invalid('$near is not allowed in $match');
    const inner = Object(stage.$lookup).pipeline;
    if (Array.isArray(inner)) assertSupported(inner.filter(isFields));
    assertHarmless(stage);
  }
}

/** Names of new fields given as text in a stage; keys were checked when the request was read. */
function assertHarmless(value: Value): void {
  if (Array.isArray(value)) for (const item of value) assertHarmless(item);
  if (typeof value === 'string') assertNoPosition(value);
  if (!isFields(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '$literal' || key === '$match') continue;
    const isTarget = ['as', 'includeArrayIndex', 'path', '$unset'].includes(key) && typeof item === 'string';
    if (isTarget && /(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(String(item)))
      throw new CloudError('INVALID_PARAM', `The field name ${JSON.stringify(item)} is not allowed.`);
    if (key === '$range' && Array.isArray(item)) assertRange(item);
    assertHarmless(item);
  }
}

/** The database does not support array positions in paths of expressions; the query library does. */
function assertNoPosition(path: string): void {
  if (/^\$.*\.\d+(\.|$)/.test(path))
    throw new CloudError(
      'OPERATION_NOT_SUPPORTED',
      `The path ${path} names a position, which aggregations do not read: use $arrayElemAt.`,
    );
}

function assertRange([from, to, step = 1]: Value[]): void {
  if (Math.abs((Number(to) - Number(from)) / Number(step)) > MAX_RANGE)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] $range makes more than ${MAX_RANGE} elements.`,
    );
}
