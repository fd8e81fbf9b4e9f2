import { database } from '../platform/cloud';
import type { Document } from './collection';

/** By name, so that caches can be passed. */
interface Named {
  readonly name: string;
}

/** Documents of `from` whose `field` holds one of `values`, without those whose `except` is `is`. */
interface Counted {
  readonly from: Named;
  readonly field: string;
  readonly values: readonly string[];
  readonly except: string;
  readonly is: string;
  readonly max: number;
}

interface Row {
  readonly documents: readonly Document[];
  readonly count: number;
}

/**
 * The document with this id and, in the same call, how many documents of another collection match; at most `max` are
 * looked at. `anchor`: a collection that has a document with the same id, since the document itself may not exist.
 */
export async function readWithCount(
  id: string,
  anchor: Named,
  from: Named,
  counted: Counted,
): Promise<{ readonly document: Document | null; readonly count: number }> {
  const { aggregate: $ } = database().command;
  const isMissing = $.eq([$.ifNull(['$counted._id', null]), null]);
  const isExcepted = $.eq([`$counted.${counted.except}`, counted.is]);
  const { list } = (await database()
    .collection(anchor.name)
    .aggregate()
    .match({ _id: id })
    .limit(1)
    .project({ _id: 1 })
    // `literal`, because an id may look like a field path.
    .addFields({ values: $.literal([...counted.values]) })
    .lookup({ from: from.name, localField: '_id', foreignField: '_id', as: 'documents' })
    .lookup({ from: counted.from.name, localField: 'values', foreignField: counted.field, as: 'counted' })
    // Directly after the lookup, so that the database never builds the whole array.
    .unwind({ path: '$counted', preserveNullAndEmptyArrays: true })
    .limit(counted.max)
    .group({
      _id: '$_id',
      documents: $.first('$documents'),
      count: $.sum($.cond([$.or([isMissing, isExcepted]), 0, 1])),
    })
    .end()) as unknown as { list: readonly Row[] };
  const [row] = list;
  return { document: row?.documents[0] ?? null, count: row?.count ?? 0 };
}
