import { array, check, maxLength, nullable, pipe, record, regex, string } from 'valibot';
import { employeeId, integerBetween, text } from '../../shared/inputs';

/** `a-` and a cycle of goals. */
export const cycleId = pipe(string(), regex(/^a-20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/));

/** An item of a questionnaire; answers are stored by it. */
const itemId = pipe(
  string(),
  regex(/^[A-Za-z0-9_-]{1,40}$/),
  check((id) => !(id in {}), 'name of a property'),
);

const MAX_ITEMS = 100;
const isShort = <Value extends object>(value: Value): boolean => Object.keys(value).length <= MAX_ITEMS;

const level = integerBetween(0, 100);
/** Longest answer in words. */
const answer = text(1_000);

export const ratings = pipe(record(itemId, level), check(isShort<Record<string, number>>, 'too many items'));
export const ratingChanges = pipe(
  record(itemId, nullable(level)),
  check(isShort<Record<string, number | null>>, 'too many items'),
);
export const texts = pipe(record(itemId, answer), check(isShort<Record<string, string>>, 'too many items'));

/** More than a plan allows are refused by its rules. */
export const peerIds = pipe(array(employeeId), maxLength(20));

/** Sixteen random bytes. */
export const customerCode = pipe(string(), regex(/^[A-Za-z0-9_-]{22}$/));
