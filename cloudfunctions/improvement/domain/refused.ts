import type { ErrorData, PlanField } from '#contracts/errors';
import { AppError } from '../../shared/errors/app-error';

type Refusal = ErrorData['PLAN_REFUSED'];
type Named = Extract<Refusal, { field: PlanField }>['rule'];

export const refused = (rule: Exclude<Refusal['rule'], Named>): AppError<'PLAN_REFUSED'> =>
  new AppError('PLAN_REFUSED', { rule });

/** What can be put right at a field names it. */
export const refusedAt = (rule: Named, field: PlanField): AppError<'PLAN_REFUSED'> =>
  new AppError('PLAN_REFUSED', { rule, field });

/** Also for plans that the caller may not see. */
export const noPlan = (): AppError<'NOT_FOUND'> => new AppError('NOT_FOUND', { what: 'plan' });
