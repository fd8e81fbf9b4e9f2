import type { ErrorData } from '#contracts/errors';
import { AppError } from '../../../shared/errors/app-error';

type Rule = ErrorData['PAY_FORMULA_INVALID']['rule'];

/** A formula that cannot be saved. `position`: where in its text, from 1. */
export const formulaInvalid = (item: string, rule: Rule, position: number, text = '') =>
  new AppError('PAY_FORMULA_INVALID', { item, rule, position, text });
