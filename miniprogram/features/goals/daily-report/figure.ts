import type { Unit } from './units';

/** A number of the text with its sign, currency, magnitude and unit. */
export interface Figure {
  readonly from: number;
  readonly to: number;
  /** In its own unit. */
  readonly value: number;
  readonly unit: Unit | null;
  readonly hasMagnitude: boolean;
  /** A range, "more than", or a sign that may be a dash: the person has to look twice. */
  readonly isVague: boolean;
  /** Often no number at all, such as 一起; left out unless it matches something. */
  readonly isWeak: boolean;
}

/** What stands at a place: a figure, or a number that is none, such as a date. */
export type Found = { readonly figure: Figure | null; readonly to: number };

/** A number whose tail is still to be read. */
export interface Start {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly hasMagnitude: boolean;
  readonly isVague: boolean;
  readonly isWeak: boolean;
  readonly unit: Unit | null;
}

/** A number that is none, up to `to`. */
export const nothing = (to: number): Found => ({ figure: null, to });
