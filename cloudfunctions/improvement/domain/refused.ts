import type { ErrorData } from '#contracts/errors';
import { AppError } from '../../shared/errors/app-error';

export const refused = (rule: ErrorData['PLAN_REFUSED']['rule']): AppError<'PLAN_REFUSED'> =>
  new AppError('PLAN_REFUSED', { rule });

/** Also for plans that the caller may not see. */
export const noPlan = (): AppError<'NOT_FOUND'> => new AppError('NOT_FOUND', { what: 'plan' });
