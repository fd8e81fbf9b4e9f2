import type { ChangeEntry } from '#contracts/change';
import type { LocalText } from '#contracts/common';

/** Ids that a history names before or after, under a setting. */
export const idsIn = (history: readonly ChangeEntry[], setting: string): string[] =>
  history.flatMap(({ values }) => (values?.[setting] ?? []).flatMap((id) => (id === null ? [] : [id])));

interface Named {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** People and departments by their ids. */
export const namesOf = (
  people: readonly Named[],
  departments: readonly { readonly _id: string; readonly name: LocalText }[],
): Readonly<Record<string, LocalText>> =>
  Object.fromEntries([
    ...people.map(({ _id, name, nameEn }) => [_id, { 'zh-CN': name, en: nameEn || name }]),
    ...departments.map(({ _id, name }) => [_id, name]),
  ]);
