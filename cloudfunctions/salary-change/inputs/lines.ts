import { array, maxLength, minLength, optional, pipe, strictObject } from 'valibot';
import { salaryFields } from '../../salaries/public';
import { employeeId, version } from '../../shared/inputs';

/** As many people as one approval is about. */
const MAX_LINES = 100;

const { from, wage, overtimeBase, method, entered } = salaryFields;

export const salaryLines = pipe(
  array(
    strictObject({
      ...{ employeeId, from, wage, rev: optional(version) },
      ...{ overtimeBase: optional(overtimeBase), method: optional(method), entered: optional(entered) },
    }),
  ),
  minLength(1),
  maxLength(MAX_LINES),
);
