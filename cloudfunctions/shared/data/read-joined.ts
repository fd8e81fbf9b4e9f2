import { database } from '../platform/cloud';
import type { Document } from './collection';

/** By name, so that caches can be passed. */
interface Named {
  readonly name: string;
}

/** Documents of `from` whose `field` holds one of `values`; at most `max` of them. */
export interface Join {
  readonly from: Named;
  /** `_id` or the first field of an index. */
  readonly field: string;
  readonly values: readonly (string | boolean)[];
  /** The fields to return, one within another as `a.b`, which comes back as `a_b`; without them the whole document. */
  readonly fields?: readonly string[];
  /** The latest ones by this field; without it, any. */
  readonly latestBy?: string;
  readonly max: number;
}

type Joined<Name extends string> = Readonly<Record<Name, readonly Document[]>>;
type Row = Readonly<Record<string, readonly Partial<Document>[]>>;

/**
 * Documents of several collections in one call, by the name of the join. `anchor`: a collection that has a document with
 * this id, since an aggregation has to start from one.
 */
export async function readJoined<Name extends string>(
  id: string,
  anchor: Named,
  joins: Readonly<Record<Name, Join>>,
): Promise<Joined<Name>> {
  const { aggregate: $ } = database().command;
  const all = Object.entries<Join>(joins);
  const values = Object.fromEntries(all.map(([name, join]) => [name, [...join.values]]));
  const start = database()
    .collection(anchor.name)
    .aggregate()
    .match({ _id: id })
    .limit(1)
    .project({ _id: 1 })
    // `literal`, because an id may look like a field path.
    .addFields({ values: $.literal(values) });
  const stages = all.reduce((before, [name, { from, field, fields, latestBy, max }], at) => {
    const met = before
      .lookup({ from: from.name, localField: `values.${name}`, foreignField: field, as: 'met' })
      // Directly after the lookup, so that the database never builds the whole array.
      .unwind({ path: '$met', preserveNullAndEmptyArrays: true });
    const sorted = latestBy === undefined ? met : met.sort({ [`met.${latestBy}`]: -1 });
    const picked = fields
      ? Object.fromEntries(['_id', ...fields].map((each) => [each.replaceAll('.', '_'), `$met.${each}`]))
      : '$met';
    const earlier = all.slice(0, at).map(([known]) => [known, $.first(`$${known}`)]);
    return sorted.limit(max).group({
      _id: '$_id',
      values: $.first('$values'),
      ...Object.fromEntries(earlier),
      [name]: $.push(picked),
    });
  }, start);
  const { list } = (await stages.end()) as unknown as { list: readonly Row[] };
  const [row] = list;
  // A join without a match leaves an element without a document.
  const found = all.map(([name]) => [name, (row?.[name] ?? []).filter(({ _id }) => typeof _id === 'string')]);
  return Object.fromEntries(found) as Joined<Name>;
}
