/** Metres that a pixel of the map shows at zoom 0 on the equator. */
const METRES_PER_PIXEL = 156_543.033_92;
/** Half of the map's height that the fence may fill, px. */
const FENCE_PX = 62;

/** The zoom of a map, 3 to 20, at which the whole fence is seen. */
export function zoomFor(radius: number, latitude: number): number {
  const metres = METRES_PER_PIXEL * Math.cos((latitude * Math.PI) / 180);
  const zoom = Math.log2((metres * FENCE_PX) / Math.max(1, radius));
  return Math.min(20, Math.max(3, Math.floor(zoom * 10) / 10));
}
