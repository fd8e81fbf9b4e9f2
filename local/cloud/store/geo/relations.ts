import type { Shape } from './shape';
import { angle, angleToArc, arcsCross, isInsideRing, isOnArc, type Vector } from './sphere';

type Arc = readonly [Vector, Vector];

/** The angle from a point to the nearest point of a shape, in rad. */
export function angleTo(p: Vector, shape: Shape): number {
  if (covers(shape.polygons, p)) return 0;
  const toPoints = shape.points.map((point) => angle(p, point));
  return Math.min(...toPoints, ...arcsOf(shape).map(([a, b]) => angleToArc(p, a, b)));
}

/** True if they share a point, including on the border. */
export function intersects(one: Shape, other: Shape): boolean {
  if (cornersOf(one).some((p) => touches(p, other)) || cornersOf(other).some((p) => touches(p, one)))
    return true;
  return arcsCrossing(one, other);
}

/** True if no point of the shape is outside of the polygons of the region; the border belongs to it. */
export function isWithin(shape: Shape, region: Shape): boolean {
  const { polygons } = region;
  if (!cornersOf(shape).every((p) => covers(polygons, p)) || arcsCrossing(shape, region)) return false;
  const holes = polygons.flatMap(([, ...rings]) => rings.flat());
  return !holes.some((p) => isStrictlyInside(shape, p));
}

/** The same for a circle smaller than a hemisphere, `radius` in rad. */
export function isWithinCircle(shape: Shape, centre: Vector, radius: number): boolean {
  return cornersOf(shape).every((p) => angle(p, centre) <= radius);
}

function touches(p: Vector, { points, polygons, ...rest }: Shape): boolean {
  return (
    covers(polygons, p) ||
    points.some((point) => isOnArc(p, point, point)) ||
    arcsOf({ points: [], polygons: [], ...rest }).some(([a, b]) => isOnArc(p, a, b))
  );
}

function covers(polygons: Shape['polygons'], p: Vector): boolean {
  return polygons.some(([border = [], ...holes]) => {
    if (arcsAlong([border, ...holes]).some(([a, b]) => isOnArc(p, a, b))) return true;
    return isInsideRing(p, border) && !holes.some((hole) => isInsideRing(p, hole));
  });
}

function isStrictlyInside(shape: Shape, p: Vector): boolean {
  return covers(shape.polygons, p) && !arcsOf(shape).some(([a, b]) => isOnArc(p, a, b));
}

function arcsCrossing(one: Shape, other: Shape): boolean {
  const others = arcsOf(other);
  return arcsOf(one).some(([a, b]) => others.some(([c, d]) => arcsCross(a, b, c, d)));
}

function cornersOf({ points, lines, polygons }: Shape): Vector[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}

function arcsOf({ lines, polygons }: Shape): Arc[] {
  return arcsAlong([...lines, ...polygons.flat()]);
}

function arcsAlong(paths: readonly (readonly Vector[])[]): Arc[] {
  return paths.flatMap((path) =>
    path.flatMap((end, at): Arc[] => {
      const start = path[at - 1];
      return start ? [[start, end]] : [];
    }),
  );
}
