import {
  array,
  boolean,
  finite,
  integer,
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
  trim,
} from 'valibot';
import { beaconId } from '../../attendance/inputs/punch';

/** The id of a site: short, and without the dots that part a code. */
export const siteId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));

const whole = (least: number, most: number) => pipe(number(), integer(), minValue(least), maxValue(most));
const degrees = (most: number) => pipe(number(), finite(), minValue(-most), maxValue(most));
/** One line, without control characters and half characters. */
const line = pipe(string(), trim(), minLength(1), maxLength(60), regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** `radius` and `tolerance` in metres; a beacon is heard between -110 and -30 dBm. */
export const siteInput = strictObject({
  site: strictObject({
    id: siteId,
    name: strictObject({ 'zh-CN': line, en: line }),
    latitude: degrees(90),
    longitude: degrees(180),
    radius: whole(30, 2_000),
    tolerance: whole(0, 200),
    beacons: pipe(array(strictObject({ ...beaconId, minRssi: whole(-110, -30) })), maxLength(20)),
    biometric: picklist(['off', 'asked']),
    screenKeepers: pipe(array(pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/))), maxLength(20)),
  }),
  expectedVersion: whole(0, 999_999),
  rotateSecret: optional(boolean()),
});
