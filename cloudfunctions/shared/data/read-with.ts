import { AppError } from '../errors/app-error';
import { database } from '../platform/cloud';
import type { Collection, Document } from './collection';

/** A document, and by the name of each join the documents of another collection that a field of it names. */
export interface ReadWith<T extends Document, Name extends string> {
  readonly own: T;
  readonly joined: Readonly<Record<Name, readonly Document[]>>;
}

/**
 * A document and those whose `_id` is in a field of it, which may be a list, in one call. Documents that cannot be used are
 * left out and named to HR.
 * @returns null if there is no such document
 * @throws AppError RECORD_FAULTY if it cannot be used
 */
export async function readWith<T extends Document, Name extends string>(
  id: string,
  from: Collection<T>,
  joins: Readonly<Record<Name, { readonly field: keyof T & string; readonly other: Collection<never> }>>,
): Promise<ReadWith<T, Name> | null> {
  const all = Object.entries(joins) as [Name, { field: string; other: Collection<never> }][];
  const start = database().collection(from.name).aggregate().match({ _id: id }).limit(1);
  const stages = all.reduce(
    (before, [name, { field, other }]) =>
      before.lookup({ from: other.name, localField: field, foreignField: '_id', as: `joined_${name}` }),
    start,
  );
  const { list } = (await stages.end()) as unknown as { list: readonly Record<string, unknown>[] };
  const [found] = list;
  if (!found) return null;
  const own = { ...found };
  const joined = {} as Record<Name, readonly Document[]>;
  for (const [name, { other }] of all) {
    joined[name] = other.usable(found[`joined_${name}`] as never[]);
    delete own[`joined_${name}`];
  }
  if (from.usable([own as unknown as T]).length === 0)
    throw new AppError('RECORD_FAULTY', { collection: from.name, document: id, field: '' });
  return { own: own as unknown as T, joined };
}
