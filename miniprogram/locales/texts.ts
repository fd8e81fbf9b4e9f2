import type { zhCN } from './zh-CN';

type PluralForms<T> = { [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string };

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & PluralForms<T>;

/** What the file of another language holds: the keys of the Chinese one, and a `_one` form where a count needs it. */
export type Texts<Chinese> = Shape<Chinese>;

/** Chinese texts by the package that holds them: each subpackage declares its own, and adds them when it is loaded. */
export interface TextsOf {
  main: typeof zhCN;
}

type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];

/** The dotted name of one text, `today.done`. What a subpackage holds, only that subpackage says. */
export type TextKey = { [Package in keyof TextsOf]: Leaf<TextsOf[Package]> }[keyof TextsOf];
