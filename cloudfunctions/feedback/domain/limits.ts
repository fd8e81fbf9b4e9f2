import { AppError } from '../../shared/errors/app-error';

/** Notes and questions that one person writes a day, and to one colleague: none of it is reached by hand. */
export const NOTES_PER_DAY = 30;
const NOTES_TO_ONE = 5;

/** @param written of whom the author has written or asked today, one entry for each. @throws AppError FEEDBACK_REFUSED */
export function requireNotesLeft(written: readonly string[], colleagueId: string): void {
  if (written.length >= NOTES_PER_DAY) throw new AppError('FEEDBACK_REFUSED', { rule: 'day' });
  if (written.filter((id) => id === colleagueId).length >= NOTES_TO_ONE)
    throw new AppError('FEEDBACK_REFUSED', { rule: 'person' });
}
