import type { Instant, LocalText, Month } from '#contracts/common';
import type { PayStep } from '#contracts/pay';
import type { PayItem, PayItemVersion } from '#contracts/pay-item';
import type { PayItemChange, PeopleCounted } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import type { ItemSave } from '../../salaries/rules';
import { digestOf } from '../../shared/text/digest';
import { linesOf } from './slip-changes';
import type { SlipContent } from './stored-slip';

/** What the items of a run were, by id: a run is compared with the marks of the runs before it. */
export type ItemMarks = Readonly<Record<string, string>>;

const MARK_LENGTH = 16;

export const marksOf = ({ items }: Pick<PayItemVersion, 'items'>): ItemMarks =>
  Object.fromEntries(items.map((item) => [item.id, markOf(item)]));

/** Of all that decides whom it pays and how much; another name is no change. */
const markOf = ({ kind, isTaxable, isInsurable, isInMinimum, condition, formula }: PayItem): string =>
  digestOf(JSON.stringify([kind, isTaxable, isInsurable, isInMinimum, condition, formula]), MARK_LENGTH);

/** Items of a month that are worked out again or for the first time, and what they were when that was locked. */
export interface MarkedMonth {
  readonly month: Month;
  readonly items: readonly PayItem[];
  /** Null where it is not known, so that nothing is said. */
  readonly marks: ItemMarks | null;
}

/** An item of a run that is another one than before. */
export interface ChangedItem {
  readonly item: Pick<PayItem, 'id' | 'name'>;
  readonly how: PayItemChange['how'];
  /** It pays in the month itself; otherwise only differences of the months below. */
  readonly isInMonth: boolean;
  readonly earlier: readonly Month[];
  readonly savedBy: readonly PersonBrief[];
  readonly savedAt: Instant | null;
}

/**
 * The items that pay otherwise than when the month before was locked, and those that pay a difference of months that were: one that
 * is put into a paid month alone pays with the next run all the same. Who has saved them since; or last, where they only begin to
 * hold now.
 */
export function changedItems(
  month: MarkedMonth,
  earlier: readonly MarkedMonth[],
  saves: readonly ItemSave[],
  since: Instant,
  nameOf: (id: string) => LocalText,
): readonly ChangedItem[] {
  const found = new Map<string, ChangedItem>();
  for (const each of [month, ...earlier])
    for (const { id, how } of changesIn(each)) {
      const known = found.get(id);
      const isInMonth = each === month || (known?.isInMonth ?? false);
      const months = each === month ? [] : [...(known?.earlier ?? []), each.month];
      found.set(id, {
        ...{ item: { id, name: nameOf(id) }, how: known?.how ?? how, isInMonth, earlier: months },
        ...savedSince(id, saves, since),
      });
    }
  return [...found.values()];
}

function changesIn({ items, marks }: MarkedMonth): Pick<PayItemChange, 'id' | 'how'>[] {
  if (marks === null) return [];
  const now = new Set(items.map(({ id }) => id));
  const changed = items.filter((item) => marks[item.id] !== markOf(item));
  return [
    ...changed.map(({ id }) => ({ id, how: marks[id] === undefined ? 'new' : 'changed' }) as const),
    ...Object.keys(marks).flatMap((id) => (now.has(id) ? [] : [{ id, how: 'removed' } as const])),
  ];
}

/** Saves are the newest first. */
function savedSince(id: string, saves: readonly ItemSave[], since: Instant) {
  const own = saves.filter(({ itemId }) => itemId === id);
  const late = own.filter(({ at }) => at > since);
  const named = late.length > 0 ? late : own.slice(0, 1);
  const byId = new Map(named.map(({ by }) => [by.id, by]));
  return { savedBy: [...byId.values()], savedAt: named[0]?.at ?? null };
}

/** People who are named of an item; the others are a number. */
const MAX_NAMED = 5;

interface PaidSlip {
  readonly person: PersonBrief;
  readonly content: SlipContent;
  /** Of the month before. */
  readonly last: SlipContent | null;
}

/** Whom of these people the changed items concern. */
export const itemChangesIn = (
  changed: readonly ChangedItem[],
  slips: readonly PaidSlip[],
): readonly PayItemChange[] => {
  if (changed.length === 0) return [];
  const lines = slips.map(({ person, content, last }) => ({
    ...{ person, now: lineIdsOf(content), before: last ? lineIdsOf(last) : NO_LINES },
  }));
  return changed.map((change) => {
    const concerned = lines.filter((each) => isConcerned(change, each));
    const people = concerned.map(({ person }) => person);
    const { item, how, savedBy, savedAt } = change;
    const lost = concerned.filter((each) => hasLost(change, each)).map(({ person }) => person);
    const savers = new Set(savedBy.map(({ id }) => id));
    return {
      ...{ id: item.id, name: item.name, how, savedBy, savedAt, people: people.length },
      named: people.slice(0, MAX_NAMED),
      own: people.filter(({ id }) => savers.has(id)),
      lost: counted(lost),
    };
  });
};

const counted = (people: readonly PersonBrief[]): PeopleCounted | null =>
  people.length > 0 ? { count: people.length, people: people.slice(0, MAX_NAMED) } : null;

/** Both together. */
export const withCounted = (one: PeopleCounted | null, other: PeopleCounted | null): PeopleCounted | null =>
  one && other
    ? { count: one.count + other.count, people: [...one.people, ...other.people].slice(0, MAX_NAMED) }
    : (one ?? other);

/** With those of the pages before. */
export function withItemChanges(
  before: readonly PayItemChange[],
  page: readonly PayItemChange[],
): readonly PayItemChange[] {
  const byId = new Map(before.map((each) => [each.id, each]));
  const all = page.map((each) => {
    const known = byId.get(each.id);
    byId.delete(each.id);
    if (!known) return each;
    return {
      ...each,
      people: known.people + each.people,
      named: [...known.named, ...each.named].slice(0, MAX_NAMED),
      own: [...known.own, ...each.own],
      lost: withCounted(known.lost ?? null, each.lost ?? null),
    };
  });
  return [...byId.values(), ...all];
}

const NO_LINES: ReadonlySet<string> = new Set();

interface Lines {
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** Also who had the line and has it no more: a condition that lets somebody off a deduction pays them as well. */
const isConcerned = ({ item: { id }, isInMonth, earlier }: ChangedItem, { now, before }: Lines): boolean =>
  (isInMonth && (before.has(id) || now.has(id))) || earlier.some((month) => now.has(`${month}/${id}`));

const hasLost = ({ item: { id }, how, isInMonth }: ChangedItem, { now, before }: Lines): boolean =>
  isInMonth && how === 'changed' && before.has(id) && !now.has(id);

/** The lines of a slip, and those of its differences as `<month>/<line>`. */
function lineIdsOf({ net, employer }: SlipContent): ReadonlySet<string> {
  const ids = [...linesOf({ net }).values(), ...employer.parts].flatMap(({ id, parts }: PayStep) => {
    const [, month] = /^difference\.(.+)$/.exec(id) ?? [];
    return month === undefined ? [id] : parts.map((part) => `${month}/${part.id.split('/').at(-1)}`);
  });
  return new Set(ids);
}
