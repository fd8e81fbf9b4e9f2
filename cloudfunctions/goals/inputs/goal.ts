import {
  array,
  check,
  literal,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  variant,
} from 'valibot';
import { MAX_FIGURE } from '../../../miniprogram/common/goals/progress';
import {
  day,
  employeeId,
  fileId,
  integerBetween,
  line,
  nonEmptyText,
  numberBetween,
  searchText,
  text,
} from '../../shared/inputs';
import { MAX_OBJECTIVES } from '../domain/sheet';

/** `2026-11`, `2026-Q4` or `2026`. */
export const cycleId = pipe(string(), regex(/^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/));

export const owner = variant('kind', [
  strictObject({ kind: picklist(['company']) }),
  strictObject({ kind: picklist(['department']), id: pipe(string(), regex(/^[A-Za-z0-9_-]{1,40}$/)) }),
  strictObject({ kind: picklist(['person']), id: employeeId }),
]);

/** Of an objective, a key result or a milestone: made by the phone, unique in its sheet. Figures are stored by it. */
export const goalId = pipe(
  string(),
  regex(/^[A-Za-z0-9_-]{1,24}$/),
  check((id) => !(id in {}), 'name of a property'),
);

const sheetId = pipe(
  string(),
  regex(/^20\d{2}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?:[cdp](?:-[A-Za-z0-9_-]{1,40})?$/),
);

export const place = strictObject({ sheetId, objectiveId: goalId, keyResultId: optional(goalId) });

export const figure = numberBetween(-MAX_FIGURE, MAX_FIGURE);
const unit = searchText(12);
/** Whole; 0 is refused, since it would not count. */
export const weight = integerBetween(1, 100);

const measure = variant('kind', [
  strictObject({ kind: picklist(['raise', 'lower']), start: figure, target: figure, unit }),
  strictObject({ kind: picklist(['keep-above', 'keep-below']), limit: figure, unit }),
  strictObject({ kind: picklist(['percent']) }),
  strictObject({ kind: picklist(['yes-no']) }),
  strictObject({
    kind: picklist(['milestones']),
    milestones: pipe(
      array(strictObject({ id: goalId, title: line(60), weight, due: optional(day) })),
      minLength(1),
      maxLength(12),
    ),
  }),
]);

const keyResult = strictObject({
  id: goalId,
  title: line(60),
  measure,
  weight,
  /** `sum` is kept only where the key result was broken down. */
  source: picklist(['own', 'mean', 'sum']),
  words: optional(pipe(array(line(20)), maxLength(8))),
});

const MAX_KEY_RESULTS = 10;

/** Parts of a place weigh the same: nobody makes their own count for more in what belongs to others. */
const alignedWeight = integerBetween(1, 1);

export const objective = strictObject({
  id: goalId,
  title: line(60),
  weight,
  keyResults: pipe(array(keyResult), maxLength(MAX_KEY_RESULTS)),
  alignedWeight: integerBetween(0, 100),
  alignedTo: pipe(
    array(strictObject({ ...place.entries, weight: alignedWeight, counts: optional(literal(false)) })),
    maxLength(5),
  ),
});

const entry = strictObject({
  keyResultId: goalId,
  mode: picklist(['set', 'add']),
  value: figure,
  done: optional(pipe(array(goalId), maxLength(12))),
  words: optional(line(60)),
  known: optional(line(40)),
});

/** Key results of all objectives of a sheet. */
export const entries = pipe(array(entry), maxLength(MAX_OBJECTIVES * MAX_KEY_RESULTS));

/** Copies of `goals.keepFile` that go with a check-in. */
export const files = pipe(
  array(fileId),
  minLength(1),
  maxLength(3),
  check((ids) => new Set(ids).size === ids.length, 'twice'),
);

export const confidence = picklist(['at-risk', 'on-track', 'sure']);
export const note = text(500);
export const reason = nonEmptyText(200);
/** Longest daily report. */
export const reportText = nonEmptyText(2_000);
