import type { Day } from '#contracts/common';
import type { PayRule } from '#contracts/pay';
import { holdingOn } from '../../shared/calendar/holding-on';
import { AppError } from '../../shared/errors/app-error';

/** A rule of tax law with its figures. */
export interface TaxRule<Value> extends PayRule {
  readonly value: Value;
}

/**
 * The version of a rule that holds on a day.
 * @param versions ascending by `from`
 * @throws AppError PAY_RULE_ENDED after the end of the last version, PAY_RULE_MISSING before the first one
 */
export function ruleOn<Value>(versions: readonly TaxRule<Value>[], day: Day): TaxRule<Value> {
  const holding = holdingOn(versions, day);
  if (holding.state === 'holds') return holding.entry;
  if (holding.state === 'before') {
    const { first } = holding;
    throw new AppError('PAY_RULE_MISSING', { id: first?.id ?? '', from: first?.from ?? '' });
  }
  const { id, source, until } = holding.last;
  throw new AppError('PAY_RULE_ENDED', { id, source, until: until ?? day });
}

/** The rule as a step names it, without its figures. */
export function citing({ value: _, ...rule }: TaxRule<unknown>): PayRule {
  return rule;
}
