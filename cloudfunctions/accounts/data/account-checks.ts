import { type FieldCheck, figure, mapOf, text } from '../../shared/faults/checks';

/** What functions rely on in the spans and entries of accounts and their archives. */
export const spansCheck: FieldCheck = mapOf({
  kind: text,
  state: text,
  day: text,
  from: figure,
  to: figure,
  minutes: figure,
});
export const entriesCheck: FieldCheck = mapOf({
  kind: text,
  typeId: text,
  minutes: figure,
  at: figure,
  grantId: text,
});
