import { check, optional, picklist, pipe, record, regex, string, transform, unknown } from 'valibot';
import type { FormValues } from '#contracts/form';
import { AppError } from '../../shared/errors/app-error';
import { revision, text } from '../../shared/inputs';
import type { Cursor } from '../data/requests';

export const requestId = pipe(string(), regex(/^[A-Za-z0-9_-]{18,97}$/));
/** A request and the revision of it that the person saw. */
export const expecting = { id: requestId, rev: revision };
export const comment = optional(text(500));
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

/** Values of a form by field; what each must be is said by the form, see `checkForm`. */
export const formValues = pipe(
  record(pipe(string(), regex(/^[a-z][A-Za-z0-9]{0,29}$/)), unknown()),
  check((values) => Object.keys(values).length <= MAX_FIELDS),
  transform((values) => values as FormValues),
);

/** Where a list goes on, as a text that the phone hands back. */
export const cursorText = ({ key, id }: Cursor): string => `${key}.${id}`;

/** @throws AppError INPUT_INVALID */
export function readCursor(given: string | undefined): Cursor | null {
  if (given === undefined) return null;
  const [, key, id] = /^(-?\d+)[.](.+)$/.exec(given) ?? [];
  if (key === undefined || id === undefined)
    throw new AppError('INPUT_INVALID', { path: 'cursor', rule: 'regex' });
  return { key: Number(key), id };
}
