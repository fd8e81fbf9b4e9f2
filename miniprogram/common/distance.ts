import type { Metres } from '#contracts/common';

export interface Point {
  /** Degrees, gcj02. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth, IUGG R1. */
const EARTH_RADIUS: Metres = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Metres between two points on the earth by the haversine formula, within 0.6 % of the ellipsoid. Both points
 * are gcj02: its shift is nearly the same for points that are near each other, so that it cancels out.
 */
export function distance(from: Point, to: Point): Metres {
  const half = (degrees: number) => Math.sin((degrees * RADIANS) / 2) ** 2;
  const chord =
    half(to.latitude - from.latitude) +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * half(to.longitude - from.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
