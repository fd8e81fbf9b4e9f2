import { AppError } from '../../shared/errors/app-error';

/** The final settlement waits until nothing is open in the leaver's handover; null if it may be made. */
export const settlementProblem = (open: number): AppError<'HANDOVER_OPEN'> | null =>
  open > 0 ? new AppError('HANDOVER_OPEN', { open }) : null;
