import type { RequestType } from '#contracts/request-type';
import { allKinds } from '../../approvals/kind/registry';
import { collection } from '../../shared/data/collection';
import { WARM_AGE_MS, WarmCache } from '../../shared/data/warm-cache';
import { bilingual, figure, listOfObjects, objectOf, text, yesOrNo } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { PlannedSave } from '../../shared/history/plan-save';
import type { Setter } from '../../shared/history/setters';

/** A type as requests are made by it. */
export interface TypeInForce extends RequestType {
  readonly setBy?: readonly Setter[];
}

/** A document of `request_types`: the current version has the type's id, older ones have `<id>:<version>`. */
interface TypeDocument extends TypeInForce {
  readonly _id: string;
  readonly current: boolean;
  /** Current version only. */
  readonly history?: readonly Change[];
}

/** A type with its history; `stored` is false while it is as shipped. */
export interface TypeSetting {
  readonly type: RequestType;
  readonly stored: boolean;
  readonly history: readonly Change[] | undefined;
  readonly setBy: readonly Setter[] | undefined;
  /** The default type that it is a version of; null for the company's own, also where a default later takes its id. */
  readonly shipped: RequestType | null;
}

/** The default types; each kind defines its own. */
const shippedTypes = (): readonly RequestType[] => allKinds().flatMap(({ types }) => types);

const findShippedType = (id: string): RequestType | null =>
  shippedTypes().find((each) => each.id === id) ?? null;

const types = collection<TypeDocument>('request_types', {
  id: text,
  version: figure,
  kind: text,
  name: bilingual,
  enabled: yesOrNo,
  form: listOfObjects({ id: text, kind: text }),
  flow: objectOf({ steps: listOfObjects({ id: text }) }),
});
const cache = new WarmCache<readonly TypeInForce[]>(1, WARM_AGE_MS);
const ALL = 'all';
export const MAX_TYPES = 100;

const FIELDS = ['id', 'version', 'kind', 'name', 'enabled', 'form', 'flow', 'setBy'] as const;

const typeOf = ({ id, version, kind, name, enabled, form, flow }: RequestType): RequestType => ({
  id,
  version,
  kind,
  name,
  enabled,
  form,
  flow,
});

const typeInForceOf = ({ setBy, ...type }: TypeInForce): TypeInForce => ({
  ...typeOf(type),
  ...(setBy && { setBy }),
});

/** The current version of all types: first the shipped ones, then the company's own. At most a minute old. */
export async function findTypes(now: number): Promise<readonly TypeInForce[]> {
  return cache.get(ALL, now) ?? findTypesNow(now);
}

/** Like `findTypes`, but not cached. */
export async function findTypesNow(now: number): Promise<readonly TypeInForce[]> {
  const edited = (await types.listFields(FIELDS, () => ({ current: true }), MAX_TYPES)).map(typeInForceOf);
  const shipped = shippedTypes().map((type) =>
    type.flow.isStrict ? type : (edited.find(({ id }) => id === type.id) ?? type),
  );
  const own = edited.filter(({ id }) => !shippedTypes().some((type) => type.id === id));
  const all = [...shipped, ...own.sort((a, b) => (a.id < b.id ? -1 : 1))];
  cache.set(ALL, all, now);
  return all;
}

/** The current state of one type, the company's or the shipped one. */
export async function findTypeSetting(id: string): Promise<TypeSetting | null> {
  const found = await types.byId(id);
  const shipped = findShippedType(id);
  if (!found?.current)
    return shipped && { type: shipped, stored: false, history: undefined, setBy: undefined, shipped };
  const isOwn = found.kind !== shipped?.kind;
  const { history, setBy } = found;
  return { type: typeOf(found), stored: true, history, setBy, shipped: isOwn ? null : shipped };
}

/**
 * Saves a version with its history, if the previous version is still the current one; that one is archived.
 * @returns whether it was saved
 */
export async function saveTypeVersion(
  before: TypeSetting | null,
  type: RequestType,
  { history, setBy }: NonNullable<PlannedSave['save']>,
): Promise<boolean> {
  cache.delete(ALL);
  const { id, version } = type;
  if (before) await types.add({ ...before.type, _id: `${id}:${before.type.version}`, current: false });
  if (!before?.stored)
    return (await types.add({ ...type, history, setBy, _id: id, current: true })) === 'added';
  const changed = await types.updateWhere(
    () => ({ _id: id, version: version - 1 }),
    () => ({ ...type, history, setBy }),
  );
  return changed === 1;
}
