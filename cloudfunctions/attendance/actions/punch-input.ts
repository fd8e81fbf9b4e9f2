import {
  finite,
  integer,
  literal,
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
  variant,
} from 'valibot';
import type { PunchInput } from '../../../typings/contracts/attendance';
import type { Instant } from '../../../typings/contracts/common';
import type { InputSchema } from '../../shared/kernel/action';

const between = (least: number, most: number) => pipe(number(), finite(), minValue(least), maxValue(most));

const location = strictObject({
  latitude: between(-90, 90),
  longitude: between(-180, 180),
  accuracy: between(0, 100_000),
});

/** From 2020 to 2100: a claim outside is a broken clock. */
const instant = pipe(
  number(),
  integer(),
  minValue(1_577_836_800_000),
  maxValue(4_102_444_800_000),
  transform((value) => value as Instant),
);

/** Text that a person typed: lines, but no other control characters and no half characters. */
const text = (least: number, most: number) =>
  pipe(string(), trim(), minLength(least), maxLength(most), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u));

const common = {
  punchKey: pipe(string(), regex(/^[A-Za-z0-9_-]{16,64}$/)),
  tappedAt: instant,
  location,
};

/** A photo, a place name and a note come with mode `field`, and only with it. */
export const punchInput: InputSchema<PunchInput> = variant('mode', [
  strictObject({ ...common, mode: literal('gps') }),
  strictObject({
    ...common,
    mode: literal('field'),
    field: strictObject({
      photo: pipe(string(), minLength(1), maxLength(512)),
      placeName: text(1, 60),
      note: text(0, 200),
    }),
  }),
]);
