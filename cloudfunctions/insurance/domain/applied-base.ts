import type { BaseLimits } from '#contracts/insurance';
import type { Fen, PayStep, PayWarning } from '#contracts/pay';

/** The base from which a contribution is worked out, as a step that says whether floor or cap has replaced the own one. */
export function appliedBase(own: Fen, { floor, cap, rule }: BaseLimits): PayStep {
  const amount = Math.min(Math.max(own, floor), cap) as Fen;
  return {
    id: 'base',
    amount,
    formula: own < floor ? 'insurance.baseRaised' : own > cap ? 'insurance.baseCapped' : 'insurance.base',
    inputs: [
      { name: 'ownBase', kind: 'money', value: own },
      { name: 'floor', kind: 'money', value: floor },
      { name: 'cap', kind: 'money', value: cap },
    ],
    rule,
    parts: [],
  };
}

const CODES: Readonly<Record<string, PayWarning['code']>> = {
  'insurance.baseRaised': 'base-raised',
  'insurance.baseCapped': 'base-capped',
};

/** A base that was raised or capped is told with both amounts. */
export function baseWarnings({ formula, inputs, rule }: PayStep): PayWarning[] {
  const code = formula === null ? undefined : CODES[formula];
  return code ? [{ code, inputs, rule }] : [];
}
