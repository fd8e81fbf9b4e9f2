import type { IndexDeclaration } from '../database-declaration';
import { type Fields, isFields, type Value } from './document';
import { fieldConditions } from './field-conditions';

/** A query of one collection: its conditions, and how many documents it scanned. */
export interface Scan {
  collection: string;
  filter: Fields;
  order?: Fields;
  scanned: number;
  /** The indexes of the collection, except the one on `_id`. */
  indexes: readonly IndexDeclaration[];
}

const GEO = ['$near', '$nearSphere', '$geoWithin', '$geoIntersects'];

/** True if an index bounds the query on the platform: by a condition or, in its order, by the limit. */
export function isServed(scan: Scan): boolean {
  const { filter, order = {}, indexes } = scan;
  const leads = (field: string) =>
    field === '_id' || indexes.some(({ fields, geo }) => !geo && fields[0] === field);
  const onPlace = (field: string) => indexes.some(({ fields, geo }) => geo && fields[0] === field);
  const { pinned, ranged } = bounded(filter);
  return (
    [...pinned, ...ranged, ...Object.keys(order).slice(0, 1)].some(leads) ||
    placesOf(filter).some(onPlace) ||
    branchesOf(filter).some((branches) =>
      branches.every((branch) => isServed({ ...scan, filter: branch, order: {} })),
    )
  );
}

/** Every field that the filter names, those in `$and` and `$or` included. */
export function filterFields(filter: Fields): string[] {
  const names = Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key];
    return Array.isArray(value) ? value.filter(isFields).flatMap(filterFields) : [];
  });
  return [...new Set(names)];
}

/**
 * The index that would serve it: equality fields, sort fields, then ranges. Undefined for a query without
 * conditions.
 */
export function servingIndex({ collection, filter, order = {} }: Scan): IndexDeclaration | undefined {
  const [place] = placesOf(filter);
  if (place) return { collection, fields: [place], geo: true };
  const { pinned, ranged } = bounded(filter);
  const fields = [...new Set([...pinned, ...Object.keys(order), ...ranged])];
  if (fields.length > 0) return { collection, fields };
  const [first] = filterFields(filter);
  return first === undefined ? undefined : { collection, fields: [first] };
}

function bounded(filter: Fields): { pinned: string[]; ranged: string[] } {
  const conditions = [...fieldConditions(filter)];
  const isRanged = ({ atLeast, atMost }: { atLeast?: Value; atMost?: Value }) =>
    atLeast !== undefined || atMost !== undefined;
  return {
    pinned: conditions.filter(([, { oneOf }]) => oneOf !== undefined).map(([field]) => field),
    ranged: conditions.filter(([, one]) => one.oneOf === undefined && isRanged(one)).map(([field]) => field),
  };
}

function placesOf(filter: Fields): string[] {
  return parts(filter).flatMap((part) =>
    Object.entries(part)
      .filter(([, operand]) => isFields(operand) && GEO.some((operator) => operator in operand))
      .map(([field]) => field),
  );
}

/** The alternatives of each `$or`. */
function branchesOf(filter: Fields): Fields[][] {
  return parts(filter).flatMap(({ $or }) => (Array.isArray($or) ? [$or.filter(isFields)] : []));
}

/** The filter and what its `$and` holds. */
function parts(filter: Fields): Fields[] {
  const { $and } = filter;
  return [filter, ...(Array.isArray($and) ? $and.filter(isFields).flatMap(parts) : [])];
}
