import { array, check, maxLength, nullable, picklist, pipe, regex, strictObject, string } from 'valibot';
import { MAX_FIGURE } from '../../../miniprogram/common/goals/progress';
import { day, integerBetween, line, nonEmptyText, numberBetween, searchText } from '../../shared/inputs';
import { MAX_MEASURES } from '../domain/plan';

export const planId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9_-]{1,64}$/));
/** A place in a list, as the server gave it. */
export const cursor = pipe(string(), regex(/^[01]:\d{4}-\d{2}-\d{2}:[A-Za-z0-9_:-]{1,100}$/));

/** Of a measure or a key result: made by the phone. */
const itemId = pipe(
  string(),
  regex(/^[A-Za-z0-9_-]{1,40}$/),
  check((id) => !(id in {}), 'name of a property'),
);
const goalCycleId = pipe(string(), regex(/^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/));

export const figure = numberBetween(-MAX_FIGURE, MAX_FIGURE);
export const reason = nonEmptyText(500);
export const measureId = itemId;
export const measureText = nonEmptyText(200);
export const entryText = nonEmptyText(500);

const value = strictObject({
  value: figure,
  count: nullable(integerBetween(0, 1_000_000_000)),
  from: day,
  to: day,
});

/** A value that was typed in, or the cycle whose key result has it. */
export const valueAfter = nullable(
  pipe(
    strictObject({
      cycleId: nullable(goalCycleId),
      typed: nullable(value),
    }),
    check(({ cycleId, typed }) => (cycleId === null) !== (typed === null), 'one of the two'),
  ),
);

export const peers = strictObject({ before: figure, after: figure, people: integerBetween(1, 100_000) });

const metric = strictObject({
  name: line(60),
  unit: searchText(12),
  better: picklist(['more', 'less']),
  source: line(60),
  keyResult: nullable(strictObject({ cycleId: goalCycleId, keyResultId: itemId })),
  baseline: value,
  target: nullable(figure),
});

export const draft = strictObject({
  title: line(60),
  from: day,
  until: day,
  measures: pipe(
    array(
      strictObject({
        id: itemId,
        kind: picklist(['step', 'training', 'meeting']),
        text: measureText,
        dueOn: day,
      }),
    ),
    maxLength(MAX_MEASURES),
  ),
  metric: nullable(metric),
});

export const nextGoal = strictObject({
  title: line(60),
  keyResult: line(60),
  start: figure,
  target: figure,
  unit: searchText(12),
});
