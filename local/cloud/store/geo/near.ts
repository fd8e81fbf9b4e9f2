import { CloudError } from '../../cloud-error';
import { type Fields, isFields, type Value } from '../document';
import { pathEnds } from '../index-values';
import { angleTo } from './relations';
import { shapeOf } from './shape';
import { EARTH_RADIUS, type Vector } from './sphere';

/** A query around a point. Distances in m. */
export interface Near {
  field: string;
  centre: Vector;
  min: number;
  max: number;
}

const OPERATORS = ['$nearSphere', '$near'];

/** The near condition of a filter, which the database takes at its top or in an `$and` there. */
export function nearOf(filter: Fields): Near | undefined {
  for (const [field, operand] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(operand)) {
      const found = operand.filter(isFields).map(nearOf).find(Boolean);
      if (found) return found;
    }
    const operator = isFields(operand) && OPERATORS.find((name) => name in operand);
    if (operator) return readNear(field, operand[operator]);
  }
  return undefined;
}

/** @throws CloudError if the operand is not { $geometry: a point, $minDistance, $maxDistance } */
export function readNear(field: string, operand: Value): Near {
  const { $geometry, $minDistance, $maxDistance } = isFields(operand) ? operand : {};
  return nearPoint(field, $geometry, $minDistance, $maxDistance);
}

/** @throws CloudError if the centre is not a point or a distance is negative or not a number */
export function nearPoint(field: string, point: Value, min: Value, max: Value): Near {
  const [centre, ...more] = shapeOf(point)?.points ?? [];
  if (!centre || more.length > 0) throw invalid('a point to search around must be given as $geometry');
  return { field, centre, min: distance(min, 0), max: distance(max, Number.POSITIVE_INFINITY) };
}

/** @throws CloudError without a geo index on the field: the database does not query around a point without one */
export function assertGeoIndexed({ field }: Near, geoFields: readonly string[]): void {
  if (!geoFields.includes(field)) throw invalid(`unable to find a geo index on ${field} for $near`);
}

/** The distance to the nearest geometry that a document holds under the field, in m; undefined if there is none. */
export function distanceOf({ field, centre }: Near, document: Value): number | undefined {
  const shapes = geometriesOf(document, field).flatMap((value) => shapeOf(value) ?? []);
  return shapes.length === 0
    ? undefined
    : Math.min(...shapes.map((shape) => angleTo(centre, shape))) * EARTH_RADIUS;
}

export function isInReach(near: Near, document: Value): boolean {
  const found = distanceOf(near, document);
  return found !== undefined && found >= near.min && found <= near.max;
}

/** The nearest first. */
export function byDistance<T extends Value>(near: Near, documents: readonly T[]): T[] {
  const measured = documents.map((document) => ({ document, away: distanceOf(near, document) ?? 0 }));
  return measured.sort((a, b) => a.away - b.away).map(({ document }) => document);
}

/** The geometries under a path; an array may hold several. */
export function geometriesOf(document: Value, path: string): Value[] {
  const isList = (value: Value): value is Value[] => Array.isArray(value) && typeof value[0] !== 'number';
  return pathEnds(document, path).flatMap((end) => (isList(end) ? end : [end]));
}

function distance(value: Value, otherwise: number): number {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'number' || !(value >= 0)) throw invalid('a distance must be a number from 0');
  return value;
}

export function invalid(why: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] Invalid geo query: ${why}.`);
}
