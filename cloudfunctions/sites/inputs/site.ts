import { array, boolean, maxLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot';
import { employeeId, integerBetween, localText, numberBetween } from '../../shared/inputs';

/** An iBeacon: UUID with dashes, and two 16-bit numbers. */
export const beaconId = {
  uuid: pipe(string(), regex(/^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/)),
  major: integerBetween(0, 65_535),
  minor: integerBetween(0, 65_535),
};

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
    biometric: picklist(['off', 'asked']),
    screenKeepers: pipe(array(employeeId), maxLength(20)),
  }),
  expectedVersion: integerBetween(0, 999_999),
  rotateSecret: optional(boolean()),
});
