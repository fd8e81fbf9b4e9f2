import { AppError } from '../../shared/errors/app-error';

/** The final settlement requires a complete handover; null if nothing is open. */
export const settlementProblem = (open: number): AppError<'HANDOVER_OPEN'> | null =>
  open > 0 ? new AppError('HANDOVER_OPEN', { open }) : null;
