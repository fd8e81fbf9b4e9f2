import type { zhCN } from './zh-CN';

type PluralForms<T> = { [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string };

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & PluralForms<T>;

/** Shape of another language: the keys of the Chinese texts, and optional `_one` plural forms. */
export type Texts<Chinese> = Shape<Chinese>;

/** Chinese texts by package; each subpackage declares its own and adds them when it is loaded. */
export interface TextsOf {
  main: typeof zhCN;
}

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** The dotted name of one text, `today.done`. Texts of a subpackage are used only there. */
export type TextKey = { [Package in keyof TextsOf]: Leaf<TextsOf[Package]> }[keyof TextsOf];
