/** The six bytes of a BSSID, or null. iOS writes bytes without a leading zero, some tools a dash between them. */
function bytesOf(text: string): number[] | null {
  const parts = text.trim().split(/[:-]/);
  if (parts.length !== 6 || !parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) return null;
  return parts.map((part) => Number.parseInt(part, 16));
}

const MULTICAST = 0x01;
const LOCALLY_ADMINISTERED = 0x02;

/**
 * The BSSID of an access point as `aa:bb:cc:dd:ee:ff`. Null for what identifies none: zeros, multicast and broadcast
 * addresses, and locally administered ones (IEEE 802), such as the random ones of phone hotspots and the
 * 02:00:00:00:00:00 of a phone that may not tell.
 */
export function readBssid(text: string): string | null {
  const bytes = bytesOf(text);
  if (!bytes || bytes.every((byte) => byte === 0)) return null;
  const [first = 0] = bytes;
  if (first & (MULTICAST | LOCALLY_ADMINISTERED)) return null;
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** The last three bytes of a normalized BSSID. */
export const tailOf = (bssid: string): string => bssid.slice(-8);
