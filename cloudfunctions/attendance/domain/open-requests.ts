import type { Day, Instant, Month } from '#contracts/common';
import { addMonths, midnight } from '../../shared/calendar/company-time';

/** Kinds of requests that change days of attendance. */
export const TIME_KINDS: readonly string[] = ['leave', 'overtime', 'trip', 'correction', 'field'];

/** From its first instant until before the first of the next month. */
export const timeOfMonth = (month: Month): { readonly from: Instant; readonly to: Instant } => ({
  from: midnight(`${month}-01` as Day),
  to: midnight(`${addMonths(month, 1)}-01` as Day),
});
