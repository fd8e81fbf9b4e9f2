import { AppError } from '../errors/app-error';
import { database, kindOfSdkError } from '../platform/cloud';

interface Document {
  readonly _id: string;
}

/** Writes a whole document; not visible before the transaction commits. */
export type Put = <T extends Document>(collection: string, document: T) => Promise<void>;

/**
 * Writes several documents atomically: one call to begin, one per document and one to commit. `run` may base
 * its decision on ordinary reads if it also writes the documents that it read: a change before the transaction
 * is visible, and a change after its start makes the commit fail. Then everything runs again, up to three times
 * in total.
 * @throws AppError BUSY after three conflicts, and whatever `run` throws; nothing is written then
 */
export async function inTransaction<Result>(run: (put: Put) => Promise<Result>): Promise<Result> {
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

/** The part of the SDK's transaction that is used; the SDK's typings lack it. */
interface Transaction {
  collection(name: string): {
    doc(id: string): { set(options: { readonly data: object }): Promise<unknown> };
  };
}
