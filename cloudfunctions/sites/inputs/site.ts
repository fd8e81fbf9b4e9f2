import {
  array,
  boolean,
  check,
  maxLength,
  optional,
  picklist,
  pipe,
  rawTransform,
  regex,
  strictObject,
  string,
} from 'valibot';
import { readBssid } from '../../../miniprogram/common/bssid';
import { employeeId, integerBetween, localText, numberBetween, text } from '../../shared/inputs';

/** An iBeacon: UUID with dashes, and two 16-bit numbers. */
export const beaconId = {
  uuid: pipe(string(), regex(/^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/)),
  major: integerBetween(0, 65_535),
  minor: integerBetween(0, 65_535),
};

/** The BSSID of an access point, normalized. */
export const bssid = pipe(
  string(),
  maxLength(17),
  rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readBssid(dataset.value);
    if (read !== null) return read;
    addIssue({ message: 'bssid' });
    return NEVER;
  }),
);

/** An access point is listed once. */
const networks = pipe(
  array(strictObject({ bssid, ssid: text(32) })),
  maxLength(30),
  check((listed) => new Set(listed.map((one) => one.bssid)).size === listed.length, 'duplicate'),
);

/** The id of a site: short, and without dots, which separate the parts of a code. */
export const siteId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));

const degrees = (max: number) => numberBetween(-max, max);

/** `radius` and `tolerance` in metres; the signal strength of a beacon is between -110 and -30 dBm. */
export const siteInput = strictObject({
  site: strictObject({
    id: siteId,
    name: localText(60),
    latitude: degrees(90),
    longitude: degrees(180),
    radius: integerBetween(30, 2_000),
    tolerance: integerBetween(0, 200),
    beacons: pipe(array(strictObject({ ...beaconId, minRssi: integerBetween(-110, -30) })), maxLength(20)),
    wifi: picklist(['off', 'weak-fix', 'alone']),
    networks,
    biometric: picklist(['off', 'asked', 'required']),
    screenKeepers: pipe(array(employeeId), maxLength(20)),
  }),
  expectedVersion: integerBetween(0, 999_999),
  rotateSecret: optional(boolean()),
});
