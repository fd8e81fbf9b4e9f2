/** Lines of a slip that no item defines; no item may have their ids. */
export const BUILT_IN_LINES = [
  'overtime',
  'leave',
  'absence',
  'sick',
  'unused_leave',
  'comp_time',
  'bonus',
  'severance',
  'notice_pay',
  'difference',
  'carried',
  'gross',
  'deductions',
  'net',
  'tax',
  'contributions',
] as const;
