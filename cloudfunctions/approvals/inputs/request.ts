import {
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  transform,
  trim,
  unknown,
} from 'valibot';
import type { Day } from '../../../typings/contracts/common';
import type { FormValues } from '../../../typings/contracts/requests';
import { isDay } from '../../schedule/domain/period';
import { AppError } from '../../shared/errors/app-error';
import type { Cursor } from '../data/requests';

export const requestId = pipe(string(), regex(/^[A-Za-z0-9_-]{18,97}$/));
/** Made by the phone once per form. */
export const formKey = pipe(string(), regex(/^[A-Za-z0-9_-]{16,64}$/));
export const employeeId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));
export const typeId = pipe(string(), regex(/^[a-z][A-Za-z0-9-]{0,29}$/));
export const revision = pipe(number(), integer(), minValue(1), maxValue(1_000_000));
export const expecting = { id: requestId, rev: revision };
/** Lines, but no other control characters and no half characters. */
export const typed = (most: number) =>
  pipe(string(), trim(), maxLength(most), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u));
/** In both languages, never empty. */
export const localText = (most: number) => {
  const words = pipe(typed(most), minLength(1));
  return strictObject({ 'zh-CN': words, en: words });
};
export const comment = optional(typed(500));
export const cursor = optional(pipe(string(), regex(/^-?\d{1,16}[.][A-Za-z0-9_-]{1,97}$/)));
export const day = pipe(
  string(),
  check(isDay),
  transform((value) => value as Day),
);
export const requestState = picklist([
  'pending',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
]);
export const requestKind = picklist([
  'leave',
  'overtime',
  'correction',
  'trip',
  'field',
  'expense',
  'resignation',
  'onboarding',
  'profile',
  'custom',
]);

const MOST_FIELDS = 60;

/** Values of a form by field; what each must be is said by the form, see `checkForm`. */
export const formValues = pipe(
  record(pipe(string(), regex(/^[a-z][A-Za-z0-9]{0,29}$/)), unknown()),
  check((values) => Object.keys(values).length <= MOST_FIELDS),
  transform((values) => values as FormValues),
);

/** Where a list goes on, as a text that the phone hands back. */
export const cursorText = ({ key, id }: Cursor): string => `${key}.${id}`;

/** @throws AppError INPUT_INVALID */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [, key, id] = /^(-?\d+)[.](.+)$/.exec(text) ?? [];
  if (key === undefined || id === undefined)
    throw new AppError('INPUT_INVALID', { path: 'cursor', rule: 'regex' });
  return { key: Number(key), id };
}
