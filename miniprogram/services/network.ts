import { createSignal } from '../utils/signal';

const changes = createSignal<boolean>();
let connected = true;

const setOnline = (next: boolean): void => {
  if (next === connected) return;
  connected = next;
  changes.emit(next);
};

/** Whether the phone reports a network connection. */
export const isOnline = (): boolean => connected;

/** Calls back with true when the network connects and false when it disconnects. */
export const onNetworkChange = changes.listen;

/** Starts listening for network changes. Called once, at app launch. */
export function startNetworkWatch(): void {
  wx.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') });
  wx.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected));
}
