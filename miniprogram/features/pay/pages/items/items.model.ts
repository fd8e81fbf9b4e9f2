import type { Day, Month } from '#contracts/common';
import type { PayItem, PayItemVersion } from '#contracts/pay-item';
import type { PayEffectSums, PayItemsEffect, PayItemsView } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import type { Failure } from '../../../../services/client-error';

/** The items of a month as they are typed. */
export interface ItemsDraft {
  readonly from: Month;
  readonly items: readonly PayItem[];
}

export type FormulaField = 'formula' | 'condition';

/** One item as it is typed. */
export interface ItemEdit {
  /** Its place in the draft; null for a new one. */
  readonly at: number | null;
  readonly item: PayItem;
  /** Where a name that is tapped is put. */
  readonly field: FormulaField;
  readonly cursor: number;
}

/** What the draft would pay, of the pages that have come. */
export interface Tried {
  readonly month: Month;
  readonly person: PersonBrief | null;
  readonly draft: ItemsDraft;
  readonly effect: PayItemsEffect;
}

export interface ItemsModel {
  readonly data: PayItemsView | null;
  /** The first day of the version that is looked at; null for the draft. */
  readonly shown: Day | null;
  readonly draft: ItemsDraft | null;
  readonly edit: ItemEdit | null;
  readonly tried: Tried | null;
  readonly isTrying: boolean;
  /** The month that is worked out, and for whom; null for everybody. */
  readonly month: Month;
  readonly last: Month;
  readonly person: PersonBrief | null;
  readonly isPicking: boolean;
  readonly today: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export const firstDay = (month: Month): Day => `${month}-01` as Day;

/** The version that holds on a day, or else the first one. */
export const versionOn = (versions: readonly PayItemVersion[], day: Day): PayItemVersion | undefined => {
  const held = versions.filter(({ from }) => from <= day);
  return held[held.length - 1] ?? versions[0];
};

/** The items that are looked at. */
export function shownItems({ data, shown, draft, today }: ItemsModel): readonly PayItem[] {
  if (draft) return draft.items;
  const versions = data?.versions ?? [];
  const found = versions.find(({ from }) => from === shown) ?? versionOn(versions, today);
  return found?.items ?? [];
}

export const NEW_ITEM: PayItem = {
  ...{ id: '', name: { 'zh-CN': '', en: '' }, kind: 'earning', condition: '', formula: '' },
  ...{ isTaxable: true, isInsurable: true, isInMinimum: false },
};

/** An item that has what every one needs; the rest is checked by the server. */
export const isWhole = ({ id, name, formula }: PayItem): boolean =>
  [id, name['zh-CN'], name.en, formula].every((text) => text.trim() !== '');

/** Whether what was tried is what would be saved. */
export const isTried = ({ tried, draft, isTrying }: ItemsModel): boolean =>
  draft !== null && tried !== null && !isTrying && tried.draft === draft && tried.effect.next === null;

const MAX_NAMED = 20;

/** The effect of the pages before with that of one more. */
export function plusEffect(before: PayItemsEffect, page: PayItemsEffect): PayItemsEffect {
  const size = ({ before: old, now }: PayItemsEffect['persons'][number]) => Math.abs(now.gross - old.gross);
  const persons = [...before.persons, ...page.persons].sort((one, other) => size(other) - size(one));
  return {
    people: before.people + page.people,
    changed: before.changed + page.changed,
    before: plusSums(before.before, page.before),
    now: plusSums(before.now, page.now),
    persons: persons.slice(0, MAX_NAMED),
    failed: [...before.failed, ...page.failed].slice(0, MAX_NAMED),
    failures: before.failures + page.failures,
    without: before.without + page.without,
    next: page.next,
  };
}

const plusSums = (one: PayEffectSums, other: PayEffectSums): PayEffectSums => ({
  gross: (one.gross + other.gross) as PayEffectSums['gross'],
  net: (one.net + other.net) as PayEffectSums['net'],
  employer: (one.employer + other.employer) as PayEffectSums['employer'],
});
