import { check, optional, picklist, pipe, record, regex, string, transform, unknown } from 'valibot';
import type { FormValues } from '#contracts/form';
import { AppError } from '../../shared/errors/app-error';
import { revision, text } from '../../shared/inputs';
import type { Cursor } from '../data/requests';

export const requestId = pipe(string(), regex(/^[A-Za-z0-9_-]{18,97}$/));
/** A request and its revision as the client saw it. */
export const expectedRevision = { id: requestId, rev: revision };
export const optionalComment = optional(text(500));
export const cursor = optional(pipe(string(), regex(/^-?\d{1,16}[.][A-Za-z0-9_-]{1,97}$/)));
export const requestState = picklist([
  'pending',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
]);

const MAX_FIELDS = 60;

/** Form values by field; `checkForm` validates them against the form. */
export const formValues = pipe(
  record(pipe(string(), regex(/^[a-z][A-Za-z0-9]{0,29}$/)), unknown()),
  check((values) => Object.keys(values).length <= MAX_FIELDS),
  transform((values) => values as FormValues),
);

/** A cursor as an opaque text for the client. */
export const cursorText = ({ key, id }: Cursor): string => `${key}.${id}`;

/** @throws AppError INPUT_INVALID */
export function readCursor(given: string | undefined): Cursor | null {
  if (given === undefined) return null;
  const [, key, id] = /^(-?\d+)[.](.+)$/.exec(given) ?? [];
  if (key === undefined || id === undefined)
    throw new AppError('INPUT_INVALID', { path: 'cursor', rule: 'regex' });
  return { key: Number(key), id };
}
