import type { SeenBeacon } from '#contracts/punch';

/** Why beacons cannot be looked for. `app-off`: WeChat may not use the location, which beacons would give away. */
export type BeaconTrouble = 'bluetooth-off' | 'app-off' | 'unsupported';

export type Heard =
  | { readonly state: 'heard'; readonly beacons: readonly SeenBeacon[] }
  | { readonly state: 'nothing' | BeaconTrouble };

/** A beacon sends several times a second; a phone reports about once a second. */
const LISTEN_MS = 4_000;
/** From the first report on: the strengths settle, and a second beacon is heard. */
const SETTLE_MS = 500;
const MOST = 20;

const TROUBLES: Readonly<Record<number, BeaconTrouble>> = { 11001: 'bluetooth-off', 11002: 'app-off' };
const ALREADY_LOOKING = 11003;

/** The strongest first; a phone that cannot tell the strength says 0, which decides nothing. */
function usable(beacons: readonly WechatMiniprogram.BeaconInfo[]): SeenBeacon[] {
  return beacons
    .map(({ uuid, major, minor, rssi }) => ({
      uuid,
      major: Number(major),
      minor: Number(minor),
      rssi: Math.round(rssi),
    }))
    .filter(({ rssi }) => rssi >= -120 && rssi <= -1)
    .sort((a, b) => b.rssi - a.rssi)
    .slice(0, MOST);
}

/** Looks for beacons for a few seconds, inside a tap. */
export async function hearBeacons(uuids: readonly string[]): Promise<Heard> {
  if (!wx.startBeaconDiscovery) return { state: 'unsupported' };
  const trouble = await start(uuids);
  if (trouble) return { state: trouble };
  const beacons = await listen();
  wx.stopBeaconDiscovery({ fail: () => undefined });
  return beacons.length > 0 ? { state: 'heard', beacons } : { state: 'nothing' };
}

function start(uuids: readonly string[]): Promise<BeaconTrouble | null> {
  return new Promise((resolve) => {
    wx.startBeaconDiscovery({
      uuids: [...uuids],
      success: () => resolve(null),
      fail: ({ errCode }) =>
        resolve(errCode === ALREADY_LOOKING ? null : (TROUBLES[errCode] ?? 'unsupported')),
    });
  });
}

function listen(): Promise<SeenBeacon[]> {
  return new Promise((resolve) => {
    let heard: SeenBeacon[] = [];
    const end = () => {
      clearTimeout(longest);
      wx.offBeaconUpdate();
      resolve(heard);
    };
    const onUpdate: WechatMiniprogram.OnBeaconUpdateCallback = ({ beacons }) => {
      const isFirst = heard.length === 0;
      const now = usable(beacons);
      if (now.length > 0) heard = now;
      if (isFirst && heard.length > 0) setTimeout(end, SETTLE_MS);
    };
    const longest = setTimeout(end, LISTEN_MS);
    wx.onBeaconUpdate(onUpdate);
  });
}
