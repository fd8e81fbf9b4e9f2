import {
  array,
  type BaseIssue,
  type BaseSchema,
  boolean,
  finite,
  lazy,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
  variant,
} from 'valibot';
import type { FormField } from '#contracts/form';
import { employeeId, integerBetween, localText } from '../../shared/inputs';
import { requestKind, typeId } from './names';

const fieldId = pipe(string(), regex(/^[a-z][A-Za-z0-9]{0,29}$/));
const optionId = pipe(string(), regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/));
const bound = pipe(number(), finite(), minValue(-1e10), maxValue(1e10));
const count = (max: number) => integerBetween(1, max);

const KINDS = ['text', 'number', 'money', 'day', 'period', 'choice', 'person', 'file', 'table'] as const;

const MAX_FIELDS = 40;
const MAX_COLUMNS = 8;
const MAX_OPTIONS = 30;
const MAX_STEPS = 10;
const MAX_APPROVERS = 10;
const MAX_CONDITION_VALUES = 50;

const field = (kinds: readonly FormField['kind'][]) => ({
  id: fieldId,
  kind: picklist(kinds),
  label: localText(40),
  required: boolean(),
  most: optional(count(2_000)),
  from: optional(bound),
  to: optional(bound),
  options: optional(
    pipe(array(strictObject({ id: optionId, label: localText(40) })), maxLength(MAX_OPTIONS)),
  ),
});

const column = strictObject(field(KINDS.filter((kind) => kind !== 'table')));
const formField: BaseSchema<unknown, FormField, BaseIssue<unknown>> = lazy(() =>
  strictObject({
    ...field(KINDS),
    private: optional(boolean()),
    columns: optional(pipe(array(column), minLength(1), maxLength(MAX_COLUMNS))),
  }),
) as BaseSchema<unknown, FormField, BaseIssue<unknown>>;

const approver = variant('by', [
  strictObject({ by: literal('manager'), level: count(10) }),
  strictObject({ by: literal('department-head') }),
  strictObject({ by: literal('role'), role: picklist(['hr', 'payroll', 'admin']) }),
  strictObject({ by: literal('person'), employeeId }),
]);

const condition = union([
  strictObject({
    what: picklist(['days', 'hours', 'amount']),
    is: picklist(['at-least', 'below']),
    value: pipe(number(), finite(), minValue(0), maxValue(1e12)),
  }),
  strictObject({
    what: picklist(['department', 'choice']),
    in: pipe(
      array(pipe(string(), regex(/^[A-Za-z0-9_-]{1,60}$/))),
      minLength(1),
      maxLength(MAX_CONDITION_VALUES),
    ),
  }),
]);

const step = strictObject({
  id: optionId,
  name: localText(40),
  mode: picklist(['all', 'any']),
  approvers: pipe(array(approver), minLength(1), maxLength(MAX_APPROVERS)),
  when: pipe(array(condition), maxLength(MAX_APPROVERS)),
});

/** A type as an administrator edits it; `checkType` checks further constraints. */
export const editedType = strictObject({
  id: typeId,
  kind: requestKind,
  name: localText(30),
  enabled: boolean(),
  form: pipe(array(formField), maxLength(MAX_FIELDS)),
  flow: strictObject({
    steps: pipe(array(step), maxLength(MAX_STEPS)),
    cc: pipe(array(approver), maxLength(MAX_APPROVERS)),
    escalateAfterHours: integerBetween(0, 720),
  }),
});
