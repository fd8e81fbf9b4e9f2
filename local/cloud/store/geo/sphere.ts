/** A point of the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

/** The earth radius of the database, in m. */
export const EARTH_RADIUS = 6_378_100;
/** About 6 µm on the ground: anything nearer touches. */
const TOUCH = 1e-12;

/** Degrees, as GeoJSON has them. */
export function vectorOf(longitude: number, latitude: number): Vector {
  const [a, b] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}

/** The angle between two points, in rad. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** The angle from a point to the nearest point of the arc from `a` to `b`, in rad. */
export function angleToArc(p: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b);
  const size = length(normal);
  const isBeside = dot(cross(normal, a), p) > 0 && dot(cross(b, normal), p) > 0;
  if (size > TOUCH && isBeside) return Math.abs(Math.asin(Math.min(1, dot(normal, p) / size)));
  return Math.min(angle(p, a), angle(p, b));
}

export function isOnArc(p: Vector, a: Vector, b: Vector): boolean {
  return angleToArc(p, a, b) < TOUCH;
}

/** True if the arcs `ab` and `cd` cross at a point that is an end of neither. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)];
  const sides = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)];
  return sides.every((side) => side > TOUCH) || sides.every((side) => side < -TOUCH);
}

/** How often a closed ring goes around the point, seen from it: not 0 inside, for rings smaller than a hemisphere. */
export function isInsideRing(p: Vector, ring: readonly Vector[]): boolean {
  const middle = ring.reduce<Vector>((sum, v) => [sum[0] + v[0], sum[1] + v[1], sum[2] + v[2]], [0, 0, 0]);
  if (dot(middle, p) <= 0) return false;
  const [east, north] = tangents(p);
  const bearings = ring.map((v) => Math.atan2(dot(v, east), dot(v, north)));
  let turned = 0;
  for (const [at, bearing] of bearings.entries()) {
    const turn = bearing - (bearings[at - 1] ?? bearing);
    turned += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
  }
  return Math.abs(turned) > Math.PI;
}

function tangents(p: Vector): [east: Vector, north: Vector] {
  const pole: Vector = Math.abs(p[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const east = cross(pole, p);
  return [east, cross(p, east)];
}

function cross([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot([a, b, c]: Vector, [d, e, f]: Vector): number {
  return a * d + b * e + c * f;
}

function length(v: Vector): number {
  return Math.sqrt(dot(v, v));
}
