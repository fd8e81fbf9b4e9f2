import type { Contributions } from './objective-progress';

/** What a sheet was told: parts that are new or other ones, and the revisions that it has with them. */
export interface Addition {
  readonly parts: Readonly<Record<string, Contributions>>;
  readonly revs: Readonly<Record<string, number>>;
}

/** What a write has told several sheets, by their ids: each has it whole, since a write changes all of them alike. */
export type Additions = Readonly<Record<string, Addition>>;

/** A sheet has at most about as many; the next call that moves it writes it as a whole. */
export const MAX_ADDITIONS = 8;

/** A sheet as it is now, out of one as it is stored: every write that leaves additions counts `rev`, so their order is that of the writes. */
export function withAdditions<
  S extends Addition & { readonly _id: string; readonly additions?: readonly Additions[] },
>(stored: S): S {
  const own = (stored.additions ?? []).flatMap((each) => each[stored._id] ?? []);
  if (own.length === 0) return stored;
  const parts = { ...stored.parts };
  for (const addition of own)
    for (const [id, added] of Object.entries(addition.parts)) parts[id] = { ...parts[id], ...added };
  return { ...stored, parts, revs: Object.assign({}, stored.revs, ...own.map(({ revs }) => revs)) };
}

/** What turns a sheet into what it is after it was told. */
export const additionOf = (before: Addition, after: Addition): Addition => ({
  parts: Object.fromEntries(
    Object.entries(after.parts)
      .filter(([id, all]) => all !== before.parts[id])
      .map(([id, all]) => [id, changedIn(before.parts[id], all)]),
  ),
  revs: changedIn(before.revs, after.revs),
});

const changedIn = <T>(before: Readonly<Record<string, T>> = {}, after: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== before[key]));
