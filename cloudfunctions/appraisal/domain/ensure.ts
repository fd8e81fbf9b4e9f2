import type { ErrorData } from '#contracts/errors';
import { AppError } from '../../shared/errors/app-error';

type Data<Code extends 'SCHEME_INVALID' | 'SCORE_INPUT_INVALID' | 'BONUS_RULE_INVALID'> = ErrorData[Code];

/** @throws AppError SCHEME_INVALID */
export function ensureScheme(
  holds: boolean,
  path: string,
  rule: Data<'SCHEME_INVALID'>['rule'],
  sum?: number,
): asserts holds {
  if (!holds) throw new AppError('SCHEME_INVALID', { path, rule, ...(sum !== undefined && { sum }) });
}

/** @throws AppError SCORE_INPUT_INVALID */
export function ensureInput(
  holds: boolean,
  path: string,
  rule: Data<'SCORE_INPUT_INVALID'>['rule'],
): asserts holds {
  if (!holds) throw new AppError('SCORE_INPUT_INVALID', { path, rule });
}

/** @throws AppError BONUS_RULE_INVALID */
export function ensureBonus(
  holds: boolean,
  path: string,
  rule: Exclude<Data<'BONUS_RULE_INVALID'>['rule'], 'unknown-grade' | 'paid'>,
): asserts holds {
  if (!holds) throw new AppError('BONUS_RULE_INVALID', { path, rule });
}

export const isWholeBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
