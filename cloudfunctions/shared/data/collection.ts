import { AppError } from '../errors/app-error';
import { type Checks, faultOf } from '../faults/checks';
import { type Fault, noteFault } from '../faults/fault';
import { database, kindOfSdkError } from '../platform/cloud';
import { inParallel } from './in-parallel';
import { conflict, retryOnConflict } from './retry-on-conflict';

export interface Document {
  readonly _id: string;
}

type Command = ReturnType<typeof database>['command'];
type Fields = Readonly<Record<string, unknown>>;
/** A condition or a change; the argument provides the commands (`gt`, `inc` …). */
type Build = (command: Command) => Fields;
type Order = readonly [field: string, direction: 'asc' | 'desc'];

/** A page of documents, and the ids of those on it that cannot be used. */
export interface CheckedPage<T> {
  readonly documents: readonly T[];
  readonly leftOut: readonly string[];
}

/**
 * The database operations that the product uses, each bounded and a single call. Writes are retried on a write
 * conflict and throw AppError BUSY if the conflict persists.
 *
 * A document that fails the collection's checks is left out of every list and noted (`noteFault`); a list reads on
 * behind it, so that a page that is not full is the last one. A document that is asked for alone throws RECORD_FAULTY:
 * it is there, and nobody may write another one in its place.
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
  /**
   * Like `byIds`, but these fields only, and the value of `shared` comes once for all documents that have the same one.
   * `without`: paths inside of the fields that are not read.
   */
  byIdsSharing<K extends keyof T & string, S extends keyof T & string>(
    ids: readonly string[],
    read: { readonly shared: S; readonly fields: readonly K[]; readonly without: readonly string[] },
  ): Promise<Pick<T, K | S | '_id'>[]>;
  byId(id: string): Promise<T | null>;
  /** The documents that can be used; the others are noted. `fields`: those that were read; all by default. */
  usable(documents: readonly T[], fields?: readonly string[]): T[];
  /** What is wrong with the documents of these ids as they are now; nothing of those that can be used or are gone. */
  faultsAmong(ids: readonly string[]): Promise<Fault[]>;
  /**
   * A document and, in the same call, the document of another collection whose `_id` is stored in `field`.
   * @returns null if either is missing
   * @throws AppError RECORD_FAULTY if either cannot be used
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
  /** Like `list`, and tells who was left out. */
  checkedList(where: Build, limit: number, by: readonly Order[]): Promise<CheckedPage<T>>;
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
  /**
   * Adds those of the documents that are not there yet, a call for every `ADDED_AT_ONCE` of them, or one for each where
   * one of these was there.
   */
  addMissing(documents: readonly T[]): Promise<void>;
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
/** Documents in one insertion; such a request stays far below what a call may send. */
const ADDED_AT_ONCE = 20;
/** Concurrent insertions. */
const MAX_PARALLEL_ADDS = 20;

/** The collections of this function whose documents are checked, by name. */
const checked = new Map<string, Pick<Collection<Document>, 'faultsAmong'>>();

/** The collection of this name, if this function opens it and its documents are checked. */
export const checkedCollection = (name: string): Pick<Collection<Document>, 'faultsAmong'> | undefined =>
  checked.get(name);

/**
 * The repository of one collection. Called in `<feature>/data/` only. `checks`: what of a document others rely on, for
 * collections that people write to by hand or that are read for many people at once.
 */
export function collection<T extends Document>(name: string, checks: Checks = {}): Collection<T> {
  const open = () => database().collection(name);
  const faultIn = (document: T, fields?: ReadonlySet<string>) =>
    faultOf(document as unknown as Fields, checks, fields);
  const isUsable = (document: T, fields?: ReadonlySet<string>): boolean => {
    const fault = faultIn(document, fields);
    if (fault) noteFault({ collection: name, document: String(document._id), ...fault });
    return fault === null;
  };
  /** @throws AppError RECORD_FAULTY */
  const requireUsable = (document: T): void => {
    if (!isUsable(document)) throw faulty(name, document._id, faultIn(document)?.field);
  };
  const usable: Collection<T>['usable'] = (documents, fields) => {
    const read = fields && new Set(fields);
    return documents.filter((document) => isUsable(document, read));
  };
  /** Reads on behind what is left out, until the page is full or the list ends. */
  const page = async <Row extends T>(
    limit: number,
    read: (limit: number, skipped: number) => Promise<readonly Row[]>,
    fields?: readonly string[],
  ): Promise<{ readonly documents: Row[]; readonly leftOut: string[] }> => {
    const names = fields && new Set(fields);
    const documents: Row[] = [];
    const leftOut: string[] = [];
    for (let skipped = 0; ; skipped += limit) {
      const found = await read(limit, skipped);
      for (const document of found) {
        if (documents.length === limit) break;
        if (isUsable(document, names)) documents.push(document);
        else leftOut.push(String(document._id));
      }
      if (found.length < limit || documents.length === limit) return { documents, leftOut };
    }
  };
  const rawFind = async (where: Fields, limit: number): Promise<T[]> => {
    const result = await open().where(where).limit(limit).get();
    return (result as unknown as { data: T[] }).data;
  };
  const find = async (where: Fields, limit: number): Promise<T[]> => usable(await rawFind(where, limit));
  const ordered = (where: Build, limit: number, by: readonly Order[]) =>
    by.reduce(
      (query, [field, direction]) => query.orderBy(field, direction),
      open().where(where(database().command)).limit(limit),
    );
  const listFields: Collection<T>['listFields'] = async (fields, where, limit, by = []) => {
    const projection = Object.fromEntries(fields.map((field) => [field, true]));
    const read = async (size: number, skipped: number) => {
      const result = await skipping(ordered(where, size, by), skipped)
        .field(projection)
        .get();
      return (result as unknown as { data: T[] }).data;
    };
    return (await page(limit, read, fields)).documents;
  };
  const checkedList: Collection<T>['checkedList'] = (where, limit, by) =>
    page(limit, async (size, skipped) => {
      const result = await skipping(ordered(where, size, by), skipped).get();
      return (result as unknown as { data: T[] }).data;
    });
  const among = (ids: readonly string[]) => {
    if (ids.length > MAX_IDS) throw new RangeError(`More than ${MAX_IDS} ids of ${name}`);
    return database().command.in([...ids]);
  };
  const faultsAmong = async (ids: readonly string[]): Promise<Fault[]> => {
    const found = await rawFind({ _id: among(ids) }, ids.length);
    return found.flatMap((document) => {
      const fault = faultIn(document);
      return fault ? [{ collection: name, document: document._id, ...fault }] : [];
    });
  };
  if (Object.keys(checks).length > 0) checked.set(name, { faultsAmong });
  /** One document, or all of a list or, where one of them is there, perhaps only those in front of it. */
  const insert = (data: object): Promise<'added' | 'duplicate'> =>
    write(async () => {
      try {
        await open().add({ data });
        return 'added';
      } catch (error) {
        if (kindOfSdkError(error) === 'duplicate') return 'duplicate';
        throw error;
      }
    });
  return {
    name,
    usable,
    faultsAmong,
    find,
    list: async (where, limit, by = []) => [...(await checkedList(where, limit, by)).documents],
    checkedList,
    listFields,
    listFieldsWith: async (fields, where, limit, field, others) => {
      const projection = Object.fromEntries(fields.map((name) => [name, 1]));
      const start = open().aggregate().match(where(database().command)).sort({ _id: 1 }).limit(limit);
      const joined = others.reduce(
        (stages, { name: from }) => stages.lookup({ from, localField: '_id', foreignField: field, as: from }),
        start.project(projection),
      );
      const { list } = (await joined.end()) as unknown as { list: never[] };
      return usable(list, fields).map((row) => [row, row as never] as const);
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
    byIdsSharing: async (ids, { shared, fields, without }) => {
      if (ids.length === 0) return [];
      const { aggregate: $ } = database().command;
      // Left out by name: what is no object, by mistake, stays to be noted as a fault.
      const left = Object.fromEntries(without.map((path) => [path, 0]));
      const one = Object.fromEntries(['_id', ...fields].map((field) => [field, `$${field}`]));
      const { list } = (await open()
        .aggregate()
        .match({ _id: among(ids) })
        .project(left)
        .group({ _id: `$${shared}`, documents: $.push(one) })
        .limit(MAX_IDS)
        .end()) as unknown as {
        list: readonly { readonly _id: unknown; readonly documents: readonly T[] }[];
      };
      const documents = list.flatMap(({ _id: value, documents }) =>
        // In the document as it was read: copies of some thousand take longer than the rest of this.
        documents.map((document) => Object.assign(document, { [shared]: value })),
      );
      return usable(documents, ['_id', shared, ...fields]);
    },
    byId: async (id) => {
      const [document] = await rawFind({ _id: id }, 1);
      if (document) requireUsable(document);
      return document ?? null;
    },
    byIdWith: async <O extends Document>(id: string, field: keyof T & string, other: Collection<O>) => {
      const join = { from: other.name, localField: field, foreignField: '_id', as: JOINED };
      const { list } = (await open().aggregate().match({ _id: id }).lookup(join).end()) as JoinedList<T, O>;
      const [found] = list;
      if (!found) return null;
      const { [JOINED]: others, ...own } = found;
      requireUsable(own as unknown as T);
      const [joined] = others;
      if (joined && other.usable([joined]).length === 0) throw faulty(other.name, joined._id, '');
      return joined ? ([own as unknown as T, joined] as const) : null;
    },
    listWith: async <O extends Document, K extends keyof O & string>(
      { where, limit, by }: { where: Build; limit: number; by: readonly Order[] },
      { field, other, fields }: { field: keyof T & string; other: Collection<O>; fields: readonly K[] },
    ) => {
      const join = { from: other.name, localField: field, foreignField: '_id', as: JOINED };
      const sort = Object.fromEntries(by.map(([name, direction]) => [name, direction === 'asc' ? 1 : -1]));
      const read = async (size: number, skipped: number) => {
        const sorted = open().aggregate().match(where(database().command)).sort(sort);
        const found = skipped > 0 ? sorted.skip(skipped).limit(size) : sorted.limit(size);
        const { list } = (await found.lookup(join).end()) as unknown as JoinedList<T, O>;
        return list;
      };
      return (await page(limit, read)).documents.map(({ [JOINED]: [joined], ...own }) => {
        const picked = joined && Object.fromEntries(fields.map((name) => [name, joined[name]]));
        return [own as unknown as T, (picked as Pick<O, K> | undefined) ?? null] as const;
      });
    },
    add: insert,
    addMissing: async (documents) => {
      const groups = Array.from({ length: Math.ceil(documents.length / ADDED_AT_ONCE) }, (_, at) =>
        documents.slice(at * ADDED_AT_ONCE, (at + 1) * ADDED_AT_ONCE),
      );
      await inParallel(groups, MAX_PARALLEL_ADDS, async (group) => {
        if ((await insert(group)) === 'duplicate') for (const each of group) await insert(each);
      });
    },
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

const faulty = (collection: string, document: string, field = ''): AppError =>
  new AppError('RECORD_FAULTY', { collection, document, field });

const skipping = <Q extends { skip(count: number): Q }>(query: Q, count: number): Q =>
  count > 0 ? query.skip(count) : query;

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
