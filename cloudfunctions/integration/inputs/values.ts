import {
  array,
  check,
  literal,
  maxLength,
  minLength,
  optional,
  pipe,
  rawTransform,
  regex,
  strictObject,
  string,
  variant,
} from 'valibot';
import type { Instant } from '#contracts/common';
import { employeeId, numberBetween, searchText } from '../../shared/inputs';
import { referenceKey } from '../domain/outside-value';
import { readInstant } from '../domain/read-instant';

/** More need several calls; each stays within the time that WeChat's own interface gives. */
const MAX_VALUES = 100;
const MAX_NOTE = 200;
/** Exact with four decimals. */
const MAX_VALUE = 100_000_000_000;

/** What a company calls a KPI, such as `sales.orders`. */
const kpiKey = pipe(string(), regex(/^[a-z0-9][a-z0-9_-]{0,31}(?:\.[a-z0-9][a-z0-9_-]{0,31}){0,3}$/));
const id = pipe(string(), regex(/^[A-Za-z0-9_-]{1,64}$/));

/** At most four decimals, as figures of goals have. */
const figure = pipe(
  numberBetween(-MAX_VALUE, MAX_VALUE),
  check(
    (value) => Math.abs(Math.round(value * 10_000) / 10_000 - value) < 1e-9 * Math.max(1, Math.abs(value)),
  ),
);

/** An instant as ISO 8601 with its offset. */
const instant = pipe(
  string(),
  maxLength(35),
  rawTransform<string, Instant>(({ dataset, addIssue, NEVER }) => {
    const read = readInstant(dataset.value);
    if (read !== null) return read;
    addIssue({ message: 'instant' });
    return NEVER;
  }),
);

const owner = variant('kind', [
  strictObject({ kind: literal('company') }),
  strictObject({ kind: literal('department'), id }),
  strictObject({ kind: literal('person'), id: employeeId }),
]);

const value = strictObject({
  kpi: kpiKey,
  cycle: id,
  owner,
  value: figure,
  at: instant,
  note: optional(searchText(MAX_NOTE), ''),
});

/** A batch of values; each KPI once. */
export const valuesInput = strictObject({
  values: pipe(
    array(value),
    minLength(1),
    maxLength(MAX_VALUES),
    check((values) => new Set(values.map(referenceKey)).size === values.length, 'duplicate'),
  ),
});
