import type { zhCN } from './zh-CN';

type PluralForms<T> = { [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string };

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & PluralForms<T>;

/** What every language file holds: the keys of the Chinese file, and a `_one` form where a count needs it. */
export type Texts = Shape<typeof zhCN>;

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** The dotted name of one text, `today.done`. */
export type TextKey = Leaf<typeof zhCN>;
