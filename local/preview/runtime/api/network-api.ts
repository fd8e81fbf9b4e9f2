import { currentSettings, settingsChanged } from '../phone-state';
import { Signal } from '../signal';
import { asyncApi } from './async-api';

interface NetworkStatus {
  isConnected: boolean;
  networkType: string;
}

const changed = new Signal<NetworkStatus>();

function status(): NetworkStatus {
  const isConnected = currentSettings().network !== 'offline';
  return { isConnected, networkType: isConnected ? 'wifi' : 'none' };
}

settingsChanged.add((before) => {
  const wasConnected = before.network !== 'offline';
  if (wasConnected !== status().isConnected) changed.emit(status());
});

export const networkApi = {
  getNetworkType: asyncApi('getNetworkType', () => ({ networkType: status().networkType })),
  onNetworkStatusChange: (listener: (value: NetworkStatus) => void) => changed.add(listener),
  offNetworkStatusChange: (listener?: (value: NetworkStatus) => void) => changed.remove(listener),
};
