import { AppError } from '../errors/app-error';
import { database } from '../platform/cloud';
import { kindOfSdkError } from '../platform/sdk-error';

interface Document {
  readonly _id: string;
}

/** Puts a whole document in its place, seen by nobody before all of them are. */
export type Put = <T extends Document>(collection: string, document: T) => Promise<void>;

/**
 * Writes several documents or none: a call to begin, one for each document and one to commit. What `run` reads by
 * the usual ways is safe to decide on if it is what `run` then writes: a change before the beginning is seen, and
 * one after it makes the commit fail. Then everything is run again, three times altogether.
 * @throws AppError BUSY after three conflicts, and what `run` throws; nothing is written then
 */
export async function allOrNothing<Result>(run: (put: Put) => Promise<Result>): Promise<Result> {
  let result: { readonly value: Result } | undefined;
  try {
    await database().runTransaction(async (transaction: Transaction) => {
      const value = await run(async (collection, { _id, ...data }) => {
        await transaction.collection(collection).doc(_id).set({ data });
      });
      result = { value };
    });
  } catch (error) {
    if (kindOfSdkError(error) === 'conflict') throw new AppError('BUSY', {});
    throw error;
  }
  if (!result) throw new Error('a transaction without a result');
  return result.value;
}

/** As much of the SDK's transaction as is used; its typings say nothing about it. */
interface Transaction {
  collection(name: string): {
    doc(id: string): { set(options: { readonly data: object }): Promise<unknown> };
  };
}
