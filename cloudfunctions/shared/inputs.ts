import {
  check,
  finite,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  trim,
} from 'valibot';
import type { Day, Month } from '#contracts/common';
import { isDay } from './calendar/is-day';

/** The input vocabulary of all functions: what a word means in one input, it means in every other. */

/** An employee number such as `E0012`. */
export const employeeId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));

/** Made by the phone once per form or tap, so that a retry is recognised. */
export const clientKey = pipe(string(), regex(/^[A-Za-z0-9_-]{16,64}$/));

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  pipe(number(), integer(), minValue(least), maxValue(most));

/** Any number from `least` to `most`. */
export const between = (least: number, most: number) =>
  pipe(number(), finite(), minValue(least), maxValue(most));

/** The revision of a document that the person saw. */
export const revision = whole(1, 1_000_000);
/** The version that a change expects; 0 for what nobody has saved yet. */
export const version = whole(0, 1_000_000);

/** `YYYY-MM-DD`, a day that exists. */
export const day = pipe(
  string(),
  check(isDay),
  transform((value) => value as Day),
);

/** `YYYY-MM`. */
export const month = pipe(
  string(),
  regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);

/** Text of several lines at most `most` long: no other control characters, no half characters. */
export const text = (most: number) =>
  pipe(string(), trim(), maxLength(most), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u));

/** The same, not empty. */
export const someText = (most: number) =>
  pipe(string(), trim(), minLength(1), maxLength(most), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u));

/** Text of one line, not empty. */
export const line = (most: number) =>
  pipe(string(), trim(), minLength(1), maxLength(most), regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** A line in both languages. */
export const localText = (most: number) => strictObject({ 'zh-CN': line(most), en: line(most) });
