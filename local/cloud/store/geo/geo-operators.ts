import { isFields, type Value } from '../document';
import { geometriesOf, invalid, isInReach, readNear } from './near';
import { intersects, isWithin, isWithinCircle } from './relations';
import { type Shape, shapeOf } from './shape';

type Predicate = (document: Value) => boolean;

/** The geo conditions of a query, each on the field at `path`. Their edges are great circles, as in the database. */
export const geoOperators = {
  $nearSphere: near,
  $near: near,
  $geoWithin: (path: string, operand: Value): Predicate => some(path, region(operand)),
  $geoIntersects(path: string, operand: Value): Predicate {
    const wanted = geometry(operand);
    return some(path, (shape) => intersects(shape, wanted));
  },
};

function near(path: string, operand: Value): Predicate {
  const wanted = readNear(path, operand);
  return (document) => isInReach(wanted, document);
}

function some(path: string, fits: (shape: Shape) => boolean): Predicate {
  return (document) =>
    geometriesOf(document, path).some((value) => {
      const shape = shapeOf(value);
      return shape !== undefined && fits(shape);
    });
}

function region(operand: Value): (shape: Shape) => boolean {
  if (isFields(operand) && '$centerSphere' in operand) return circle(operand.$centerSphere);
  const wanted = geometry(operand);
  if (wanted.polygons.length === 0) throw invalid('$geoWithin wants a Polygon or a MultiPolygon');
  return (shape) => isWithin(shape, wanted);
}

/** [[longitude, latitude], radius in rad] */
function circle(value: Value): (shape: Shape) => boolean {
  const [point, radius] = Array.isArray(value) ? value : [];
  const [centre] = shapeOf(point)?.points ?? [];
  if (!centre || typeof radius !== 'number' || !(radius >= 0))
    throw invalid('$centerSphere wants a point and a radius');
  return (shape) => isWithinCircle(shape, centre, radius);
}

function geometry(operand: Value): Shape {
  const shape = isFields(operand) ? shapeOf(operand.$geometry) : undefined;
  if (!shape) throw invalid('$geometry must be a valid GeoJSON geometry');
  return shape;
}
