import type { Reply } from '#contracts/reply';
import type { ScreenCode } from '#contracts/site';
import type { Site } from '../../cloudfunctions/sites/data/sites';
import type { EmbeddedCloud } from '../cloud';
import type { DoorSign } from '../preview/cloud-port';
import { beaconText } from '../preview/shared/beacons';
import { openidOf } from './demo-person';

/** HR of the demo company, who may operate the door screen of every site. */
const SCREEN_KEEPER = openidOf('E0046');
/** Signal strength of a beacon two steps away. */
const NEAR_DBM = -60;

/** What a phone of the preview can detect at the doors: the current codes, the beacons and the networks. */
export async function doors(cloud: Pick<EmbeddedCloud, 'db' | 'invoke'>) {
  const sites = (await cloud.db.find('sites')) as unknown as Site[];
  const codes = await Promise.all(sites.map((site) => codeOf(cloud, site)));
  const networks = sites.flatMap(networksOf);
  return { codes: codes.flatMap((code) => code ?? []), beacons: sites.flatMap(beaconsOf), networks };
}

async function codeOf(cloud: Pick<EmbeddedCloud, 'invoke'>, { _id, name }: Site): Promise<DoorSign | null> {
  const event = { action: 'screenCode', input: { siteId: _id } };
  const { result } = await cloud.invoke('attendance', event, { as: { kind: 'user', openid: SCREEN_KEEPER } });
  const reply = result as Reply<ScreenCode>;
  return reply.ok ? { label: name['zh-CN'], text: reply.data.code } : null;
}

const beaconsOf = ({ name, beacons = [] }: Site): DoorSign[] =>
  beacons.map((beacon) => ({
    label: `${name['zh-CN']} ${beacon.major}/${beacon.minor}`,
    text: beaconText({ ...beacon, rssi: NEAR_DBM }),
  }));

const networksOf = ({ name, networks = [] }: Site): DoorSign[] =>
  networks.map(({ bssid, ssid }) => ({ label: `${name['zh-CN']} ${ssid}`, text: `${bssid}/${ssid}` }));
