/** A beacon within reach of the phone, with its strength in dBm. */
export interface SignalledBeacon {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
  readonly rssi: number;
}

/** One beacon in a setting: `<uuid>/<major>/<minor>/<rssi>`. */
export const beaconText = ({ uuid, major, minor, rssi }: SignalledBeacon): string =>
  [uuid, major, minor, rssi].join('/');

/** The beacons of a setting, several with spaces between them; invalid ones are dropped. */
export function readBeacons(text: string): SignalledBeacon[] {
  return text.split(/\s+/).flatMap((one) => {
    const [, uuid, major, minor, rssi] = /^([0-9A-Fa-f-]{36})\/(\d+)\/(\d+)\/(-\d+)$/.exec(one) ?? [];
    return uuid ? [{ uuid, major: Number(major), minor: Number(minor), rssi: Number(rssi) }] : [];
  });
}
