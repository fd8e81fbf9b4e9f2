import { readNumber } from '../../common/read-number';

/** A figure as it is written; null if there is none. */
export function numberIn(text: string): number | null {
  if (text.trim() === '') return null;
  const read = readNumber(text);
  return 'value' in read ? read.value : null;
}

/** Whether something is written that is no figure. */
export const isNoNumber = (text: string): boolean => text.trim() !== '' && numberIn(text) === null;
