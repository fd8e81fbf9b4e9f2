import { setValue } from 'mingo/util';
import { cloneValue, type Document, type Fields, isFields, type Value } from '../document';
import { byDistance, distanceOf, geometriesOf, invalid, isInReach, type Near, nearPoint } from './near';

/** The stage `$geoNear` over one collection. */
export interface GeoNear {
  near: Near;
  filter: Fields;
  /** Documents in reach, the nearest first, with their distances; they are changed. */
  apply(documents: Document[]): Document[];
}

/** `field`: the geo index to use if the stage names none. @throws CloudError if the stage is not valid */
export function readGeoNear(stage: Value, field: string | undefined): GeoNear {
  const spec = isFields(stage) ? stage : {};
  const { distanceField, includeLocs, distanceMultiplier = 1, query = {} } = spec;
  const key = typeof spec.key === 'string' ? spec.key : field;
  if (key === undefined) throw invalid('$geoNear needs a geo index, or a key if there are several');
  if (typeof distanceField !== 'string') throw invalid('$geoNear needs a distanceField');
  if (!isFields(query)) throw invalid('the query of $geoNear must be an object');
  const near = nearPoint(key, spec.near, spec.minDistance, spec.maxDistance);
  return {
    near,
    filter: query,
    apply(documents) {
      const found = byDistance(
        near,
        documents.filter((document) => isInReach(near, document)),
      );
      for (const document of found) {
        const [location] = geometriesOf(document, key);
        const away = Number(distanceOf(near, document)) * Number(distanceMultiplier);
        setValue(document, distanceField, away);
        if (typeof includeLocs === 'string') setValue(document, includeLocs, cloneValue(location) as never);
      }
      return typeof spec.limit === 'number' ? found.slice(0, spec.limit) : found;
    },
  };
}
