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
  strictObject,
  transform,
  variant,
} from 'valibot';
import type { Instant } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import { clientKey, code, fileId, nonEmptyText, numberBetween, text, verbatim } from '../../shared/inputs';
import type { InputSchema } from '../../shared/kernel/action';
import { beaconId, bssid } from '../../sites/public';

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

const key = clientKey;

const common = {
  punchKey: key,
  tappedAt: instant,
  device: optional(key),
  biometric: optional(
    strictObject({
      resultJSON: verbatim(2_000),
      resultJSONSignature: verbatim(2_000),
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
    code: code(128),
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
  strictObject({ ...common, location: optional(location), mode: literal('wifi'), wifi: bssid }),
  strictObject({
    ...common,
    location,
    mode: literal('field'),
    field: strictObject({
      photo: fileId,
      placeName: nonEmptyText(60),
      note: text(200),
    }),
  }),
]);
