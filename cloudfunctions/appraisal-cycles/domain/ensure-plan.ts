import type { ErrorData } from '#contracts/errors';
import { AppError } from '../../shared/errors/app-error';

/** @throws AppError PLAN_INVALID */
export function ensurePlan(
  holds: boolean,
  path: string,
  rule: ErrorData['PLAN_INVALID']['rule'],
  sum?: number,
): asserts holds {
  if (!holds) throw new AppError('PLAN_INVALID', { path, rule, ...(sum !== undefined && { sum }) });
}
