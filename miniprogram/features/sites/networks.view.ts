import type { Words } from '../../locales/words';
import { MAX_NETWORKS, type NetworkAttempt, type NetworksDraft, POLICIES } from './networks.model';

const STATUS = {
  idle: '',
  busy: '',
  none: 'sites.wifi.none',
  'no-location': 'sites.wifi.noLocation',
  listed: 'sites.wifi.listed',
} as const;

/** The card of a site's Wi-Fi. */
export function networksView({ wifi, networks }: NetworksDraft, attempt: NetworkAttempt, words: Words) {
  const status = STATUS[attempt];
  return {
    title: words.t('sites.wifi.title'),
    policies: POLICIES.map((id) => ({ id, name: words.t(`sites.wifi.policies.${id}`), on: id === wifi })),
    note: words.t(`sites.wifi.notes.${wifi}`),
    networks: networks.map(({ bssid, ssid }) => ({ bssid, ssid })),
    mayAdd: networks.length < MAX_NETWORKS,
    reading: attempt === 'busy',
    status: status && words.t(status),
    add: words.t('sites.wifi.add'),
    remove: words.t('sites.remove'),
  };
}
