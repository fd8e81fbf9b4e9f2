import type { Day, Month } from '#contracts/common';
import { serverNow } from '../../services/clock';
import { companyOffset } from '../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../utils/dates';

/** Day of the next month on which pay is due unless the officer names another one. */
const PAY_DAY = '10';

/** The latest month that can be paid. */
export const lastPaidMonth = (): Month => addMonths(monthOf(dayOf(serverNow(), companyOffset())), -1);

export const payDayOf = (month: Month): Day => `${addMonths(month, 1)}-${PAY_DAY}` as Day;
