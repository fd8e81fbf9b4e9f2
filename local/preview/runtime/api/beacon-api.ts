import { readBeacons, type SignalledBeacon } from '../../shared/beacons';
import { currentSettings } from '../phone-state';
import { Signal } from '../signal';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

/** How often a phone reports. */
const REPORT_MS = 300;

const updated = new Signal<{ beacons: object[] }>();
let looking: { readonly uuids: readonly string[]; readonly timer: number } | null = null;

/** The beacons of the panel that were asked for. */
function near(uuids: readonly string[]): SignalledBeacon[] {
  const wanted = uuids.map((uuid) => uuid.toUpperCase());
  return readBeacons(currentSettings().beacons).filter(({ uuid }) => wanted.includes(uuid.toUpperCase()));
}

function report(): void {
  const beacons = near(looking?.uuids ?? []).map((beacon) => ({ ...beacon, proximity: 2, accuracy: 3 }));
  if (beacons.length > 0) updated.emit({ beacons });
}

const start = asyncApi<{ uuids: string[] }>('startBeaconDiscovery', ({ uuids }) => {
  if (!Array.isArray(uuids) || uuids.length === 0)
    throw new ApiFailure('fail invalid data', { errCode: 11006 });
  if (currentSettings().bluetooth === 'off')
    throw new ApiFailure('fail bluetooth service unavailable', { errCode: 11001 });
  // Beacons reveal the location: the system's location switch applies to them too.
  if (currentSettings().location === 'off')
    throw new ApiFailure('fail location service unavailable', { errCode: 11002 });
  if (looking) throw new ApiFailure('fail already start', { errCode: 11003 });
  looking = { uuids, timer: window.setInterval(report, REPORT_MS) };
  return undefined;
});

const stop = asyncApi('stopBeaconDiscovery', () => {
  if (!looking) throw new ApiFailure('fail not startBeaconDiscovery', { errCode: 11004 });
  clearInterval(looking.timer);
  looking = null;
  return undefined;
});

/** https://developers.weixin.qq.com/miniprogram/dev/framework/device/beacon.html */
export const beaconApi = {
  startBeaconDiscovery: start,
  stopBeaconDiscovery: stop,
  getBeacons: asyncApi('getBeacons', () => ({ beacons: near(looking?.uuids ?? []) })),
  onBeaconUpdate: (listener: (result: { beacons: object[] }) => void) => updated.add(listener),
  offBeaconUpdate: (listener?: (result: { beacons: object[] }) => void) => updated.remove(listener),
};
