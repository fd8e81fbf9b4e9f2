import type { Collection, Document } from '../data/collection';
import { reportFailure } from '../faults/isolated';
import { encryptAgain, sealedRanges } from './field-cipher';

/** Encrypted texts of a collection, so that a job can write them anew under the newest key. */
export interface Resealed {
  readonly collection: string;
  /** Writes at most `limit` of the documents after an id anew. */
  reseal(after: string, limit: number): Promise<ResealedPage>;
}

export interface ResealedPage {
  /** Documents with a text under an older key. */
  readonly found: number;
  readonly written: number;
  /** Behind the last one that was looked at; null at the end. */
  readonly next: string | null;
}

/** A field with encrypted texts. */
export interface SealedField<T> {
  readonly field: keyof T & string;
  /** Where its texts are, such as `entries.sealed`; the field itself if absent. */
  readonly at?: string;
  /** What tells that nobody has saved it meanwhile, such as a revision; the field itself if absent. */
  readonly by?: keyof T & string;
  /** The field with each of its texts in the place where it is bound written anew. */
  readonly again: (document: T, anew: (sealed: string, place: string) => string) => unknown;
}

/** The usual field: one text, bound to the document's id. */
export const sealedText = <T extends Document>(
  field: keyof T & string,
  placeOf: (id: string) => string,
): SealedField<T> => ({
  field,
  again: (document, write) => write(document[field] as string, placeOf(document._id)),
});

type Reads<T extends Document> = Pick<Collection<T>, 'name' | 'listFields' | 'updateWhere'>;

/**
 * A text is replaced where it is what was read: what somebody has saved meanwhile is under the newest key already. Neither
 * revision nor content changes, so that nobody who works with the document is concerned. One that cannot be opened stays,
 * and is named under "data to mend".
 */
export const resealed = <T extends Document>(from: Reads<T>, fields: readonly SealedField<T>[]): Resealed[] =>
  fields.map(({ field, at = field, by = field, again }) => ({
    collection: from.name,
    async reseal(after, limit) {
      const found = await from.listFields(
        [field, by],
        (_) => _.and([{ _id: _.gt(after) }, olderAt(_, at)]) as never,
        limit,
        [['_id', 'asc']],
      );
      let written = 0;
      for (const each of found) {
        const { _id } = each;
        try {
          const now = again(each as unknown as T, encryptAgain);
          written += await from.updateWhere(
            () => ({ _id, [by]: (each as unknown as T)[by] }),
            () => ({ [field]: now }),
          );
        } catch (error) {
          reportFailure({ collection: from.name, document: _id }, error);
        }
      }
      return {
        found: found.length,
        written,
        next: found.length === limit ? (found.at(-1)?._id ?? null) : null,
      };
    },
  }));

type Command = Parameters<Parameters<Reads<Document>['listFields']>[1]>[0];

/** Texts that name another key than the newest one. */
function olderAt(_: Command, at: string) {
  const ranges = sealedRanges();
  const gaps = [...ranges, null].map((range, index) => {
    const after = ranges[index - 1];
    if (!range) return _.gte(after?.until);
    return after ? _.gte(after.until).and(_.lt(range.from)) : _.lt(range.from);
  });
  return _.or(gaps.map((gap) => ({ [at]: gap })));
}
