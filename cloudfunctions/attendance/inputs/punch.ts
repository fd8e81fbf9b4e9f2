import {
  array,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  trim,
  variant,
} from 'valibot';
import type { Instant } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import { clientKey, numberBetween } from '../../shared/inputs';
import type { InputSchema } from '../../shared/kernel/action';
import { beaconId } from '../../sites/public';

const location = strictObject({
  latitude: numberBetween(-90, 90),
  longitude: numberBetween(-180, 180),
  accuracy: numberBetween(0, 100_000),
});

/** From 2020 to 2100; other times mean that the phone's clock is wrong. */
const instant = pipe(
  number(),
  integer(),
  minValue(1_577_836_800_000),
  maxValue(4_102_444_800_000),
  transform((value) => value as Instant),
);

/** Multi-line text without other control characters or lone surrogates. */
const text = (min: number, max: number) =>
  pipe(string(), trim(), minLength(min), maxLength(max), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u));

const key = clientKey;

const common = {
  punchKey: key,
  tappedAt: instant,
  device: optional(key),
  biometric: optional(
    strictObject({
      resultJSON: pipe(string(), minLength(2), maxLength(2_000)),
      resultJSONSignature: pipe(string(), minLength(1), maxLength(2_000)),
    }),
  ),
};

/** The evidence of a place is tied to the mode. */
export const punchInput: InputSchema<PunchInput> = variant('mode', [
  strictObject({ ...common, location, mode: literal('gps') }),
  strictObject({
    ...common,
    location: optional(location),
    mode: literal('code'),
    code: pipe(string(), minLength(1), maxLength(128)),
  }),
  strictObject({
    ...common,
    location: optional(location),
    mode: literal('beacon'),
    beacons: pipe(
      array(strictObject({ ...beaconId, rssi: numberBetween(-120, -1) })),
      minLength(1),
      maxLength(20),
    ),
  }),
  strictObject({
    ...common,
    location,
    mode: literal('field'),
    field: strictObject({
      photo: pipe(string(), minLength(1), maxLength(512)),
      placeName: text(1, 60),
      note: text(0, 200),
    }),
  }),
]);
