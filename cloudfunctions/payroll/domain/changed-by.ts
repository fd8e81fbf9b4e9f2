import type { PayChangedBy, PayItemChange, PeopleCounted } from '#contracts/payroll';
import { withCounted } from './changed-items';

/** For whom somebody has entered what a run pays once, or what it works insurance and fund or a bonus of a grade out from. */
export interface EnteredBy {
  /** The employee number of who has entered it. */
  readonly by: string;
  readonly about: PeopleCounted;
}

/** With those of the pages before. */
export function withEnteredBy(
  before: readonly EnteredBy[],
  page: readonly EnteredBy[],
): readonly EnteredBy[] {
  const byId = new Map(before.map(({ by, about }) => [by, about]));
  for (const { by, about } of page) byId.set(by, withCounted(byId.get(by) ?? null, about) ?? about);
  return [...byId].map(([by, about]) => ({ by, about }));
}

interface Changed {
  readonly itemsChanged?: readonly PayItemChange[];
  readonly oneOffBy?: readonly EnteredBy[];
  readonly basesBy?: readonly EnteredBy[];
  readonly ratesBy?: readonly EnteredBy[];
}

/**
 * What somebody has changed of what a run pays since the month before was locked. They do not lock it, whoever has worked it out:
 * otherwise one officer alone could decide what is paid to themselves or to a friend. Salaries need two people by themselves.
 */
export function changedByOf(
  { itemsChanged = [], oneOffBy = [], basesBy = [], ratesBy = [] }: Changed,
  id: string,
): PayChangedBy | null {
  const saved = itemsChanged.filter(
    ({ people, savedBy }) => people > 0 && savedBy.some((by) => by.id === id),
  );
  const of = (all: readonly EnteredBy[]) => all.find(({ by }) => by === id)?.about ?? null;
  const people = { oneOff: of(oneOffBy), bases: of(basesBy), rates: of(ratesBy) };
  if (saved.length === 0 && Object.values(people).every((each) => each === null)) return null;
  return { items: saved.map(({ name }) => name), ...people };
}

/** Null where a field is not stored, as it is joined. */
export type Kept = { readonly [K in keyof Changed]?: Changed[K] | null } & {
  readonly calculatedBy?: readonly string[] | null;
};

/** The employee numbers of all who do not lock a run: who has worked it out, and who has changed what it pays. */
export const keptFromLock = (run: Kept): readonly string[] => [
  ...new Set([
    ...(run.calculatedBy ?? []),
    ...[...(run.oneOffBy ?? []), ...(run.basesBy ?? []), ...(run.ratesBy ?? [])].map(({ by }) => by),
    ...(run.itemsChanged ?? []).flatMap(({ people, savedBy }) =>
      people > 0 ? savedBy.map(({ id }) => id) : [],
    ),
  ]),
];
