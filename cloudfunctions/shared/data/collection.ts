import { database, kindOfSdkError } from '../platform/cloud';
import { conflict, retryOnConflict } from './retry-on-conflict';

export interface Document {
  readonly _id: string;
}

type Command = ReturnType<typeof database>['command'];
type Fields = Readonly<Record<string, unknown>>;
/** A condition or a change; the argument provides the commands (`gt`, `inc` …). */
type Build = (command: Command) => Fields;
type Order = readonly [field: string, direction: 'asc' | 'desc'];

/**
 * The database operations that the product uses, each bounded and a single call. Writes are retried on a write
 * conflict and throw AppError BUSY if the conflict persists.
 */
export interface Collection<T extends Document> {
  readonly name: string;
  /** Documents with these ids, at most 1,000, in no particular order. */
  byIds(ids: readonly string[]): Promise<T[]>;
  /** Like `byIds`, but only these fields and `_id`. */
  fieldsByIds<K extends keyof T & string>(
    fields: readonly K[],
    ids: readonly string[],
  ): Promise<Pick<T, K | '_id'>[]>;
  byId(id: string): Promise<T | null>;
  /**
   * A document and, in the same call, the document of another collection whose `_id` is stored in `field`.
   * @returns null if either is missing
   */
  byIdWith<O extends Document>(
    id: string,
    field: keyof T & string,
    other: Collection<O>,
  ): Promise<readonly [own: T, other: O] | null>;
  /**
   * Like `list`, and in the same call some fields of the document of another collection whose `_id` is stored in
   * `field`; null if there is none.
   */
  listWith<O extends Document, K extends keyof O & string>(
    page: { readonly where: Build; readonly limit: number; readonly by: readonly Order[] },
    join: { readonly field: keyof T & string; readonly other: Collection<O>; readonly fields: readonly K[] },
  ): Promise<(readonly [own: T, other: Pick<O, K> | null])[]>;
  find(where: Fields, limit: number): Promise<T[]>;
  /** Documents that match `where`, sorted by `by`; `limit` is at most 1,000. */
  list(where: Build, limit: number, by?: readonly Order[]): Promise<T[]>;
  /** Like `list`, but only these fields and `_id`. */
  listFields<K extends keyof T & string>(
    fields: readonly K[],
    where: Build,
    limit: number,
    by?: readonly Order[],
  ): Promise<Pick<T, K | '_id'>[]>;
  /**
   * Like `listFields`, sorted by `_id`, with the documents of other collections whose `field` is that `_id`, by the
   * name of their collection, in the same call.
   */
  listFieldsWith<K extends keyof T & string, O extends Document>(
    fields: readonly K[],
    where: Build,
    limit: number,
    field: keyof O & string,
    others: readonly Collection<O>[],
  ): Promise<(readonly [own: Pick<T, K | '_id'>, others: Readonly<Record<string, readonly O[]>>])[]>;
  count(where: Build): Promise<number>;
  /** `duplicate`: the `_id` or the value of a unique index already exists. */
  add(document: T): Promise<'added' | 'duplicate'>;
  /** Sets `change` on the documents that match `expected`. @returns how many were updated */
  updateWhere(expected: Build, change: Build): Promise<number>;
  /** @returns how many were removed */
  removeWhere(where: Build): Promise<number>;
}

/** Field for the joined documents of a lookup; no stored field has this name. */
const JOINED = 'joined';

interface JoinedList<T, O> {
  readonly list: readonly (T & { readonly [JOINED]: readonly O[] })[];
}

/** The most documents that one query of a function returns. */
const MAX_IDS = 1_000;
const WRITE_TRIES = 3;

/** The repository of one collection. Called in `<feature>/data/` only. */
export function collection<T extends Document>(name: string): Collection<T> {
  const open = () => database().collection(name);
  const find = async (where: Fields, limit: number): Promise<T[]> => {
    const result = await open().where(where).limit(limit).get();
    return (result as unknown as { data: T[] }).data;
  };
  const ordered = (where: Build, limit: number, by: readonly Order[]) =>
    by.reduce(
      (query, [field, direction]) => query.orderBy(field, direction),
      open().where(where(database().command)).limit(limit),
    );
  const listFields: Collection<T>['listFields'] = async (fields, where, limit, by = []) => {
    const projection = Object.fromEntries(fields.map((field) => [field, true]));
    const result = await ordered(where, limit, by).field(projection).get();
    return (result as unknown as { data: T[] }).data;
  };
  const among = (ids: readonly string[]) => {
    if (ids.length > MAX_IDS) throw new RangeError(`More than ${MAX_IDS} ids of ${name}`);
    return database().command.in([...ids]);
  };
  return {
    name,
    find,
    list: async (where, limit, by = []) => {
      const result = await ordered(where, limit, by).get();
      return (result as unknown as { data: T[] }).data;
    },
    listFields,
    listFieldsWith: async (fields, where, limit, field, others) => {
      const projection = Object.fromEntries(fields.map((name) => [name, 1]));
      const start = open().aggregate().match(where(database().command)).sort({ _id: 1 }).limit(limit);
      const joined = others.reduce(
        (stages, { name: from }) => stages.lookup({ from, localField: '_id', foreignField: field, as: from }),
        start.project(projection),
      );
      const { list } = (await joined.end()) as unknown as { list: never[] };
      return list.map((row) => [row, row] as const);
    },
    count: async (where) => {
      const result = await open().where(where(database().command)).count();
      return (result as unknown as { total: number }).total;
    },
    byIds: async (ids) => {
      if (ids.length === 0) return [];
      return find({ _id: among(ids) }, ids.length);
    },
    fieldsByIds: async (fields, ids) => {
      if (ids.length === 0) return [];
      return listFields(fields, () => ({ _id: among(ids) }), ids.length);
    },
    byId: async (id) => (await find({ _id: id }, 1))[0] ?? null,
    byIdWith: async <O extends Document>(id: string, field: keyof T & string, other: Collection<O>) => {
      const join = { from: other.name, localField: field, foreignField: '_id', as: JOINED };
      const { list } = (await open().aggregate().match({ _id: id }).lookup(join).end()) as JoinedList<T, O>;
      const [found] = list;
      if (!found) return null;
      const { [JOINED]: others, ...own } = found;
      return others[0] ? ([own as unknown as T, others[0]] as const) : null;
    },
    listWith: async <O extends Document, K extends keyof O & string>(
      { where, limit, by }: { where: Build; limit: number; by: readonly Order[] },
      { field, other, fields }: { field: keyof T & string; other: Collection<O>; fields: readonly K[] },
    ) => {
      const join = { from: other.name, localField: field, foreignField: '_id', as: JOINED };
      const sort = Object.fromEntries(by.map(([name, direction]) => [name, direction === 'asc' ? 1 : -1]));
      const found = open().aggregate().match(where(database().command)).sort(sort).limit(limit);
      const { list } = (await found.lookup(join).end()) as unknown as JoinedList<T, O>;
      return list.map(({ [JOINED]: [joined], ...own }) => {
        const picked = joined && Object.fromEntries(fields.map((name) => [name, joined[name]]));
        return [own as unknown as T, (picked as Pick<O, K> | undefined) ?? null] as const;
      });
    },
    add: (document) =>
      write(async () => {
        try {
          await open().add({ data: document });
          return 'added';
        } catch (error) {
          if (kindOfSdkError(error) === 'duplicate') return 'duplicate';
          throw error;
        }
      }),
    updateWhere: (expected, change) =>
      write(async () => {
        const { command } = database();
        const query = open().where(expected(command));
        const result = await query.update({ data: wholeValues(change(command), command) });
        return (result as unknown as { stats: { updated: number } }).stats.updated;
      }),
    removeWhere: (where) =>
      write(async () => {
        const result = await open().where(where(database().command)).remove();
        return (result as unknown as { stats: { removed: number } }).stats.removed;
      }),
  };
}

/** After a write conflict only another attempt shows whether the documents still match the condition. */
const write = <T>(run: () => Promise<T>): Promise<T> =>
  retryOnConflict(WRITE_TRIES, async () => {
    try {
      return await run();
    } catch (error) {
      if (kindOfSdkError(error) === 'conflict') return conflict;
      throw error;
    }
  });

/** The SDK merges plain objects into dotted paths and drops empty ones, so every field is set as a whole. */
function wholeValues(change: Fields, command: Command): Fields {
  const isPlain = (value: unknown) =>
    Array.isArray(value) || Object.getPrototypeOf(Object(value)) === Object.prototype;
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [key, isPlain(value) ? command.set(value) : value]),
  );
}
