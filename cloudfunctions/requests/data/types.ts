import type { Instant } from '../../../typings/contracts/common';
import type { RequestType } from '../../../typings/contracts/requests';
import { collection } from '../../shared/data/collection';
import { WARM_AGE, WarmCache } from '../../shared/data/warm-cache';
import { SHIPPED_TYPES } from '../domain/types/shipped-types';

/**
 * A document of `request_types`: the current version under the id of the type, older ones under `<id>:<version>`.
 */
interface TypeDocument extends RequestType {
  readonly _id: string;
  readonly current: boolean;
}

const types = collection<TypeDocument>('request_types');
const cache = new WarmCache<readonly RequestType[]>(1, WARM_AGE);
const ALL = 'all';
export const MOST_TYPES = 100;

const typeOf = ({ _id, current: _, ...type }: TypeDocument): RequestType => type;

/** Every type in its current version: the shipped ones first, then the company's own; a minute old at most. */
export async function findTypes(now: number): Promise<readonly RequestType[]> {
  return cache.get(ALL, now) ?? findTypesNow(now);
}

/** The same, as it is now. */
export async function findTypesNow(now: number): Promise<readonly RequestType[]> {
  const edited = (await types.list(() => ({ current: true }), MOST_TYPES)).map(typeOf);
  const shipped = SHIPPED_TYPES.map((type) => edited.find(({ id }) => id === type.id) ?? type);
  const own = edited.filter(({ id }) => !SHIPPED_TYPES.some((type) => type.id === id));
  const all = [...shipped, ...own.sort((a, b) => (a.id < b.id ? -1 : 1))];
  cache.set(ALL, all, now);
  return all;
}

/** Saves a version, if the one before it is still current. @returns whether it was */
export async function saveTypeVersion(before: RequestType | null, type: RequestType): Promise<boolean> {
  cache.delete(ALL);
  const { id, version } = type;
  if (before) await types.add({ ...before, _id: `${id}:${before.version}`, current: false });
  if ((await types.add({ ...type, _id: id, current: true })) === 'added') return true;
  const changed = await types.updateWhere(
    () => ({ _id: id, version: version - 1 }),
    () => ({ ...type }),
  );
  return changed === 1;
}

/** Who changed what, and when: a document of `changes`. */
interface ChangeDocument {
  readonly _id: string;
  readonly about: string;
  readonly at: Instant;
  readonly byId: string;
  readonly byName: string;
  readonly byNameEn: string;
  readonly version: number;
  readonly what: readonly string[];
}

const changes = collection<ChangeDocument>('changes');

export async function addTypeChange(
  change: Omit<ChangeDocument, '_id' | 'about'>,
  typeId: string,
): Promise<void> {
  const about = `request_types:${typeId}`;
  await changes.add({ ...change, _id: `${about}:${change.version}`, about });
}
