import { isFields, type Value } from '../document';
import { type Vector, vectorOf } from './sphere';

type Ring = readonly Vector[];

/** A GeoJSON geometry on the sphere. A polygon's first ring is its border, the others are holes; rings are closed. */
export interface Shape {
  points: readonly Vector[];
  lines: readonly Ring[];
  polygons: readonly (readonly Ring[])[];
}

/** Reads a GeoJSON geometry or a pair [longitude, latitude]; undefined if it is neither or out of range. */
export function shapeOf(value: Value): Shape | undefined {
  if (Array.isArray(value)) return parsed('Point', value);
  if (!isFields(value) || typeof value.type !== 'string') return undefined;
  return parsed(value.type, value.coordinates);
}

const NOTHING: Shape = { points: [], lines: [], polygons: [] };
const READERS: Record<string, (coordinates: Value) => Shape> = {
  Point: (one) => ({ ...NOTHING, points: [point(one)] }),
  MultiPoint: (many) => ({ ...NOTHING, points: list(many, 1).map(point) }),
  LineString: (one) => ({ ...NOTHING, lines: [line(one)] }),
  MultiLineString: (many) => ({ ...NOTHING, lines: list(many, 1).map(line) }),
  Polygon: (one) => ({ ...NOTHING, polygons: [polygon(one)] }),
  MultiPolygon: (many) => ({ ...NOTHING, polygons: list(many, 1).map(polygon) }),
};

class NoShape extends Error {}

function parsed(type: string, coordinates: Value): Shape | undefined {
  try {
    return Object.hasOwn(READERS, type) ? READERS[type]?.(coordinates) : undefined;
  } catch (error) {
    if (error instanceof NoShape) return undefined;
    throw error;
  }
}

function list(value: Value, atLeast: number): Value[] {
  if (!Array.isArray(value) || value.length < atLeast) throw new NoShape();
  return value;
}

function point(value: Value): Vector {
  const [longitude, latitude, ...more] = list(value, 2).map(Number);
  const fits = Math.abs(longitude ?? Number.NaN) <= 180 && Math.abs(latitude ?? Number.NaN) <= 90;
  if (!fits || more.length > 1) throw new NoShape();
  return vectorOf(Number(longitude), Number(latitude));
}

function line(value: Value): Ring {
  return list(value, 2).map(point);
}

function polygon(value: Value): Ring[] {
  return list(value, 1).map((one) => {
    const ring = list(one, 4);
    if (String(ring[0]) !== String(ring.at(-1))) throw new NoShape();
    return ring.map(point);
  });
}
