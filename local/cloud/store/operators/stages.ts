import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { cloneValue, type Document, type Fields, isFields, type Value } from '../document';
import { sorted } from '../sorting';
import { accumulators } from './accumulators';
import { assertQuery } from './assert-query';
import { compareValues, typeOfValue } from './bson-order';
import { evaluate } from './evaluation';

export type Stage = (input: Iterator, spec: never, options: Options) => Iterator;

/** The database returns `_id` first, the library last. */
export function idFirst(value: Value): Value {
  return isFields(value) && '_id' in value ? { _id: value._id, ...value } : value;
}

/** Stages that behave differently in the query library, corrected or replaced. */
export function stageOperators(library: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const $group = groupStage(library.$group as Stage);
  return {
    $sort: (input: Iterator, order: Fields) =>
      input.transform((list) => Lazy(sorted(list as Document[], order))),
    $sample: (input: Iterator, { size }: Fields) => input.transform((list) => Lazy(anyOf(list, size))),
    $project: withFieldOrder(library.$project as Stage),
    $bucketAuto: withIdFirst(library.$bucketAuto as Stage),
    $group,
    $bucket: bucketStage($group),
    $sortByCount: (input: Iterator, by: Value, options: Options) =>
      $group(input, { _id: by, count: { $sum: 1 } } as never, options).transform((list) =>
        Lazy(sorted(list as Document[], { count: -1 })),
      ),
    $count: countStage(library.$count as Stage),
    $limit: wholeNumber('$limit', 1, library.$limit as Stage),
    $skip: wholeNumber('$skip', 0, library.$skip as Stage),
    $unwind: unwindStage,
  };
}

/** The library may take one document twice, and does not end without a size. */
function anyOf(list: readonly Value[], size: Value): Value[] {
  assertQuery(Number.isSafeInteger(size) && Number(size) > 0, '$sample wants a size from 1');
  const shuffled = list.map((value) => ({ value, at: Math.random() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, Number(size)).map(({ value }) => value);
}

function withIdFirst(stage: Stage): Stage {
  return (input, spec, options) => stage(input, spec, options).map(idFirst as never);
}

/** Fields that are kept come in the document's order, new ones after them. */
function withFieldOrder(stage: Stage): Stage {
  return (input, spec, options) => {
    let source: Fields = {};
    const watched = input.map((document) => {
      source = document as Fields;
      return document;
    });
    return stage(watched, spec, options).map(((row: Fields) => {
      const kept = Object.keys(source).filter((key) => Object.hasOwn(row, key) && !isComputed(spec, key));
      return idFirst({ ...Object.fromEntries(kept.map((key) => [key, row[key]])), ...row });
    }) as never);
  };
}

const isComputed = (spec: Fields, key: string): boolean =>
  key in spec && typeof spec[key] !== 'number' && typeof spec[key] !== 'boolean';

/** Every field but `_id` is one accumulator. */
function groupStage(library: Stage): Stage {
  return (input, spec: Fields, options) => {
    for (const [field, operand] of Object.entries(spec)) {
      const [name = '', ...more] = isFields(operand) ? Object.keys(operand) : [];
      const fits = field === '_id' || (more.length === 0 && Object.hasOwn(accumulators, name));
      assertQuery(
        fits,
        `$group: the field '${field}' must be an accumulator such as $sum, not ${name || 'a value'}`,
      );
    }
    return library(input, spec as never, options);
  };
}

function bucketStage($group: Stage): Stage {
  return (input, spec: Fields, options) => {
    const { groupBy, boundaries, output = { count: { $sum: 1 } } } = spec;
    assertBoundaries(boundaries, spec);
    const keyed = input.map((document) => {
      const value = evaluate(document, groupBy, options);
      return { document, key: bucketOf(value, boundaries, spec) };
    });
    const fields = Object.entries(output as Fields);
    const grouped = keyed.transform((list) => {
      const pairs = list as { document: Fields; key: Value }[];
      const keys = [...boundaries.slice(0, -1), spec.default].filter((key) =>
        pairs.some((pair) => pair.key === key),
      );
      const rows = keys.flatMap((key) => {
        const inside = pairs.filter((pair) => pair.key === key).map(({ document }) => document);
        const whole = Object.fromEntries([['_id', { $literal: key }], ...fields]);
        return $group(Lazy(inside as never), whole as never, options).collect() as Document[];
      });
      return Lazy(sorted(rows, { _id: 1 }));
    });
    return grouped;
  };
}

function assertBoundaries(boundaries: Value, spec: Fields): asserts boundaries is Value[] {
  assertQuery(
    Array.isArray(boundaries) && boundaries.length > 1,
    '$bucket: boundaries is an array of two at least',
  );
  for (const [at, value] of boundaries.entries()) {
    if (at === 0) continue;
    const before: Value = boundaries[at - 1];
    const isNext = typeOfValue(before) === typeOfValue(value) && compareValues(before, value) < 0;
    assertQuery(isNext, '$bucket: boundaries must be of one type and ascend');
  }
  if (!('default' in spec)) return;
  const [low, high, other] = [boundaries[0], boundaries.at(-1), spec.default];
  const isOutside = compareValues(other, low) < 0 || compareValues(other, high) >= 0;
  assertQuery(isOutside, '$bucket: default must lie outside of the boundaries');
}

/** @throws Error if the value is in no bucket and there is no default */
function bucketOf(value: Value, boundaries: readonly Value[], spec: Fields): Value {
  const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
  if (above > 0) return boundaries[above - 1];
  assertQuery('default' in spec, '$bucket: a value is in no bucket and there is no default');
  return spec.default;
}

/** Without documents there is no result. */
function countStage(library: Stage): Stage {
  return (input, spec, options) =>
    input.transform((list) => (list.length === 0 ? Lazy([]) : library(Lazy(list), spec, options)));
}

function wholeNumber(name: string, least: number, library: Stage): Stage {
  return (input, count, options) => {
    assertQuery(Number.isSafeInteger(count) && count >= least, `${name} wants a whole number from ${least}`);
    return library(input, count, options);
  };
}

/**
 * A value that is no array counts as its only element; null, missing and empty ones are dropped unless they are
 * preserved.
 */
function unwindStage(input: Iterator, spec: string | Fields): Iterator {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } =
    typeof spec === 'string' ? ({ path: spec } as Fields) : spec;
  assertQuery(typeof path === 'string' && /^\$[^$]/.test(path), '$unwind: the path begins with $');
  const steps = path.slice(1).split('.');
  const row = (document: Value, index: number | null) =>
    typeof includeArrayIndex === 'string'
      ? withValue(document, includeArrayIndex.split('.'), index)
      : document;
  return input.transform((list) =>
    Lazy(
      list.flatMap((document) => {
        const value = fieldAt(document, steps);
        if (Array.isArray(value) && value.length > 0)
          return value.map((item, at) => row(withValue(document, steps, item), at));
        const isEmpty = value === undefined || value === null || Array.isArray(value);
        if (isEmpty && preserveNullAndEmptyArrays !== true) return [];
        return [row(Array.isArray(value) ? withValue(document, steps, undefined) : document, null)];
      }) as never,
    ),
  );
}

const fieldAt = (document: Value, steps: readonly string[]): Value =>
  steps.reduce(
    (value: Value, step) => (isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    document,
  );

/** A copy with one field changed; undefined removes it. */
function withValue(document: Value, [step = '', ...rest]: readonly string[], value: Value): Value {
  const fields = isFields(document) ? document : {};
  const inner = rest.length > 0 ? withValue(fields[step], rest, value) : cloneValue(value);
  const { [step]: _, ...others } = fields;
  return inner === undefined ? others : { ...fields, [step]: inner };
}
