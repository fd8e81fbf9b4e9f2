import type { Day, Month } from '#contracts/common';
import type { BonusEntry, BonusItem, BonusPreview, BonusWay } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import type { PersonBrief } from '#contracts/person';
import { readFen } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

/** A bonus as it is typed. */
export interface BonusForm {
  readonly person: PersonBrief;
  readonly kind: BonusEntry['kind'];
  /** The amount, or the base of which the grade says the percentage. */
  readonly amount: string;
  readonly period: Month;
  readonly way: BonusWay | null;
  /** Both ways for what is typed; null before it was asked. */
  readonly preview: BonusPreview | null;
}

export interface BonusesModel {
  readonly month: Month;
  /** The month that is being worked on by the calendar; bonuses can be entered before it is over. */
  readonly current: Month;
  readonly paidOn: Day;
  readonly items: readonly BonusItem[] | null;
  readonly next: string | null;
  /** The month's run is locked. */
  readonly isFinal: boolean;
  readonly form: BonusForm | null;
  readonly isPicking: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What is sent; null where the amount is missing or none. */
export function entryOf({ kind, amount, period }: BonusForm): BonusEntry | null {
  const read = readFen(amount);
  if (!('value' in read) || read.value <= 0) return null;
  const fen = read.value as Fen;
  return kind === 'amount' ? { kind, amount: fen } : { kind, base: fen, period };
}

/** The cheaper way, as a proposal. */
export const proposedWay = ({ choice }: BonusPreview): BonusWay =>
  choice.separate === null || choice.cheaper === 'merged' ? 'merged' : 'separate';
