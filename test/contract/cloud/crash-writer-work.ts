import type { DatabaseDeclaration } from '../../../local/cloud';
import { randomChoice, randomInteger } from '../../../local/demo/random';

/**
 * What the writers of the crash tests do. Everything but the outcome of a race follows from the writer's name and the
 * number of the step, so whoever opens the database later knows what must be there.
 */
export const WRITERS = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'];
export const ACCOUNTS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'];
export const FIRST_BALANCE = 100;
export const GROUPS = [0, 1, 2];
const SEATS = 6;
/** Entries of one writer that stay while it goes on. */
const KEPT = 10;

export const DECLARED: DatabaseDeclaration = {
  collections: ['accounts', 'entries', 'ledger', 'counters', 'seats'],
  indexes: [
    { collection: 'entries', fields: ['group', 'number'] },
    { collection: 'seats', fields: ['number'], unique: true },
  ],
};

export interface Entry extends Record<string, unknown> {
  readonly _id: string;
  readonly writer: string;
  readonly number: number;
  readonly group: number;
  readonly text: string;
}

/** One move of money between two accounts, kept beside them in the same transaction. */
export interface Move extends Record<string, unknown> {
  readonly _id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

export type Step =
  | { readonly kind: 'insert'; readonly entry: Entry }
  | { readonly kind: 'remove'; readonly id: string | undefined }
  | { readonly kind: 'transfer'; readonly move: Move }
  | { readonly kind: 'count'; readonly number: number }
  | { readonly kind: 'claim'; readonly seat: number }
  | { readonly kind: 'release' };

const CYCLE = ['insert', 'transfer', 'count', 'remove', 'claim', 'transfer', 'release'] as const;

export function stepOf(writer: string, number: number): Step {
  const kind = CYCLE[number % CYCLE.length] ?? 'insert';
  if (kind === 'insert') return { kind, entry: entryOf(writer, number) };
  if (kind === 'transfer') return { kind, move: moveOf(writer, number) };
  if (kind === 'count') return { kind, number };
  if (kind === 'claim') return { kind, seat: randomInteger(0, SEATS - 1, writer, number) };
  if (kind === 'release') return { kind };
  const inserted = number - CYCLE.indexOf('remove') - KEPT * CYCLE.length;
  return { kind, id: inserted < 0 ? undefined : entryOf(writer, inserted)._id };
}

function entryOf(writer: string, number: number): Entry {
  const text = '同心'.repeat(randomInteger(1, 60, writer, number));
  return { _id: `${writer}-${number}`, writer, number, group: number % GROUPS.length, text };
}

function moveOf(writer: string, number: number): Move {
  const from = randomChoice(ACCOUNTS, writer, number, 'from');
  const others = ACCOUNTS.filter((id) => id !== from);
  const to = randomChoice(others, writer, number, 'to');
  return { _id: `${writer}-${number}`, from, to, amount: randomInteger(1, 9, writer, number, 'amount') };
}
