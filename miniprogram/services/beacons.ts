import type { SeenBeacon } from '#contracts/punch';

/** Why beacon discovery failed. `app-off`: WeChat lacks the location permission that beacon discovery needs. */
export type BeaconFailure = 'bluetooth-off' | 'app-off' | 'unsupported';

export type BeaconDiscovery =
  | { readonly state: 'found'; readonly beacons: readonly SeenBeacon[] }
  | { readonly state: 'nothing' | BeaconFailure };

/** A beacon sends several times a second; a phone reports about once a second. */
const DISCOVERY_MS = 4_000;
/** Time after the first report for signal strengths to settle and further beacons to be reported. */
const SETTLE_MS = 500;
const MAX_BEACONS = 20;

const FAILURES: Readonly<Record<number, BeaconFailure>> = { 11001: 'bluetooth-off', 11002: 'app-off' };
const ALREADY_STARTED = 11003;

/** Strongest first. Beacons with RSSI 0 (unknown) are ignored. */
function toSeenBeacons(beacons: readonly WechatMiniprogram.BeaconInfo[]): SeenBeacon[] {
  return beacons
    .map(({ uuid, major, minor, rssi }) => ({
      uuid,
      major: Number(major),
      minor: Number(minor),
      rssi: Math.round(rssi),
    }))
    .filter(({ rssi }) => rssi >= -120 && rssi <= -1)
    .sort((a, b) => b.rssi - a.rssi)
    .slice(0, MAX_BEACONS);
}

/** Discovers beacons for a few seconds. Called during a tap. */
export async function discoverBeacons(uuids: readonly string[]): Promise<BeaconDiscovery> {
  if (!wx.startBeaconDiscovery) return { state: 'unsupported' };
  const failure = await start(uuids);
  if (failure) return { state: failure };
  const beacons = await collect();
  wx.stopBeaconDiscovery({ fail: () => undefined });
  return beacons.length > 0 ? { state: 'found', beacons } : { state: 'nothing' };
}

function start(uuids: readonly string[]): Promise<BeaconFailure | null> {
  return new Promise((resolve) => {
    wx.startBeaconDiscovery({
      uuids: [...uuids],
      success: () => resolve(null),
      fail: ({ errCode }) =>
        resolve(errCode === ALREADY_STARTED ? null : (FAILURES[errCode] ?? 'unsupported')),
    });
  });
}

function collect(): Promise<SeenBeacon[]> {
  return new Promise((resolve) => {
    let found: SeenBeacon[] = [];
    const end = () => {
      clearTimeout(timer);
      wx.offBeaconUpdate();
      resolve(found);
    };
    const onUpdate: WechatMiniprogram.OnBeaconUpdateCallback = ({ beacons }) => {
      const isFirst = found.length === 0;
      const reported = toSeenBeacons(beacons);
      if (reported.length > 0) found = reported;
      if (isFirst && found.length > 0) setTimeout(end, SETTLE_MS);
    };
    const timer = setTimeout(end, DISCOVERY_MS);
    wx.onBeaconUpdate(onUpdate);
  });
}
