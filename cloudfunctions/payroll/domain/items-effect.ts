import type { ErrorData } from '#contracts/errors';
import type { Fen } from '#contracts/pay';
import type { PayEffectOf, PayEffectSums, PayFormulaFailure, PayItemsEffect } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import type { SlipOutcome } from './pay-facts';

/** A person's slip with the items as they are, and with those that are tried. */
export interface TriedSlip {
  readonly person: PersonBrief;
  readonly before: SlipOutcome;
  readonly now: SlipOutcome;
}

const MAX_NAMED = 20;
const NOTHING: PayEffectSums = { gross: 0 as Fen, net: 0 as Fen, employer: 0 as Fen };

/** What the items that are tried change for these people, without who has no slip either way. */
export function itemsEffect(tried: readonly TriedSlip[]): Omit<PayItemsEffect, 'next'> {
  const persons = tried.flatMap(({ person, before, now }): PayEffectOf[] =>
    'content' in before && 'content' in now
      ? [{ person, before: sumsOf(before), now: sumsOf(now) }]
      : 'content' in now
        ? [{ person, before: NOTHING, now: sumsOf(now) }]
        : [],
  );
  const failed = tried.flatMap(({ person, now }) =>
    'error' in now && now.error?.code === 'PAY_FORMULA_FAILED'
      ? [failureOf(person, now.error.data as ErrorData['PAY_FORMULA_FAILED'])]
      : [],
  );
  const changed = persons.filter(({ before, now }) => !isSame(before, now));
  return {
    people: persons.length,
    changed: changed.length,
    before: sumOf(persons.map((each) => each.before)),
    now: sumOf(persons.map((each) => each.now)),
    persons: [...changed].sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MAX_NAMED),
    failed: failed.slice(0, MAX_NAMED),
    failures: failed.length,
    without: tried.length - persons.length - failed.length,
  };
}

const sumsOf = ({ content }: Extract<SlipOutcome, { content: object }>): PayEffectSums => ({
  gross: content.totals.gross,
  net: content.totals.net,
  employer: content.totals.employer,
});

const isSame = (one: PayEffectSums, other: PayEffectSums): boolean =>
  one.gross === other.gross && one.net === other.net && one.employer === other.employer;

const sizeOf = ({ before, now }: PayEffectOf): number => Math.abs(now.gross - before.gross);

const sumOf = (all: readonly PayEffectSums[]): PayEffectSums =>
  all.reduce(
    (sum, { gross, net, employer }) => ({
      gross: (sum.gross + gross) as Fen,
      net: (sum.net + net) as Fen,
      employer: (sum.employer + employer) as Fen,
    }),
    NOTHING,
  );

const failureOf = (
  person: PersonBrief,
  { item, rule, position }: ErrorData['PAY_FORMULA_FAILED'],
): PayFormulaFailure => ({ person, item, rule, position });
