import type { SiteNetwork, WifiPolicy } from '#contracts/site';
import { locate } from '../../services/location';
import { type ConnectedNetwork, readNetwork } from '../../services/wifi';

export const MAX_NETWORKS = 30;
export const POLICIES = ['off', 'weak-fix', 'alone'] as const satisfies readonly WifiPolicy[];

/** The Wi-Fi part of a site's draft. */
export interface NetworksDraft {
  readonly wifi: WifiPolicy;
  readonly networks: readonly SiteNetwork[];
}

/** How the last attempt to register a network went. `no-location`: without it, systems do not tell the network. */
export type NetworkAttempt = 'idle' | 'busy' | 'none' | 'no-location' | 'listed';

/** Longest name that the server takes, characters. */
const MAX_SSID = 32;

/** Adds the network to the draft. The first one makes the Wi-Fi count, since it was registered for that. */
export function withNetwork(
  { wifi, networks }: NetworksDraft,
  { bssid, ssid }: ConnectedNetwork,
): NetworksDraft | 'listed' {
  if (networks.some((one) => one.bssid === bssid)) return 'listed';
  const policy = wifi === 'off' && networks.length === 0 ? 'weak-fix' : wifi;
  return {
    wifi: policy,
    networks: [...networks, { bssid, ssid: Array.from(ssid).slice(0, MAX_SSID).join('') }],
  };
}

/** The network that the phone of HR is on. */
export async function networkHere(): Promise<ConnectedNetwork | 'none' | 'no-location'> {
  const place = await locate({ ask: true });
  // A phone indoors may find no fix and know its network all the same.
  if (place.state !== 'fix' && place.state !== 'failed') return 'no-location';
  const reading = await readNetwork();
  return reading.state === 'connected' ? reading.network : 'none';
}
