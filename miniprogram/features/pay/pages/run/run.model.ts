import type { Day, Minutes, Month } from '#contracts/common';
import type { PayMonthView } from '#contracts/payroll';
import type { Failure } from '../../../../services/client-error';

export interface RunModel {
  readonly month: Month;
  /** The latest month that can be paid. */
  readonly last: Month;
  readonly paidOn: Day;
  readonly data: PayMonthView | null;
  /** Whether this phone asks for unit after unit. */
  readonly isWorking: boolean;
  readonly asks: 'none' | 'lock' | 'publish' | 'recall';
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}
