import type { Month } from '#contracts/common';
import type { Words } from '../../../../locales/words';
import { monthText } from '../../../../utils/dates';

export interface MonthStep {
  readonly title: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly previous: string;
  readonly next: string;
}

/** The month stepper: months from `from` to `to` can be chosen. */
export const monthStep = (month: Month, from: Month, to: Month, words: Words): MonthStep => ({
  title: monthText(month, words),
  hasPrevious: month > from,
  hasNext: month < to,
  previous: words.t('month.previous'),
  next: words.t('month.next'),
});
