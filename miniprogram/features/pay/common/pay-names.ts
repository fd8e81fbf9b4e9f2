/**
 * What a formula may read beside other items. Money in yuan, days of the month as they were settled.
 * `wage` is the month's wage after joining, leaving and changes; `full_wage` that of a full month as of its last day.
 */
export const PAY_NAMES = [
  'wage',
  'full_wage',
  /** The person's own amount of the item. */
  'entered',
  /** Days that a full month pays, and those of them in which the person is employed. */
  'due_days',
  'employed_days',
  'attended_days',
  'absent_days',
  'unpaid_days',
  'overtime_hours',
  /** Whole months since the person was hired. */
  'service_months',
  /** 1 to 12. */
  'month',
  /** Percent; 0 without a grade. */
  'bonus_rate',
] as const;

export type PayName = (typeof PAY_NAMES)[number];
