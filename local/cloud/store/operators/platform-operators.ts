/** The operators that the platform documents and its SDK can send; all others are refused by name. */
const names = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => `$${name}`);

export const STAGES =
  names(`addFields bucket bucketAuto count geoNear group limit lookup match project replaceRoot
  sample skip sort sortByCount unwind`);

export const EXPRESSIONS =
  names(`abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
  and not or cmp eq gt gte lt lte ne cond ifNull switch
  dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear
  millisecond minute month second hour week year
  literal let objectToArray
  allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion
  concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper`);

/** In `$group`, and on arrays in expressions. */
export const ACCUMULATORS = names(
  `addToSet avg first last max mergeObjects min push stdDevPop stdDevSamp sum`,
);

export const QUERIES =
  names(`and or nor not eq ne gt gte lt lte in nin all elemMatch exists size mod regex expr
  nearSphere near geoWithin geoIntersects`);

/** Those of `operators` that the platform has. */
export function only<T>(
  allowed: readonly string[],
  operators: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(operators).filter(([name]) => allowed.includes(name)));
}
