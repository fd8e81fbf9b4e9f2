import { createSignal } from '../utils/signal';

const changes = createSignal<boolean>();
let connected = true;

const setOnline = (next: boolean): void => {
  if (next === connected) return;
  connected = next;
  changes.emit(next);
};

/** Whether the phone says that it has a network. */
export const isOnline = (): boolean => connected;

/** Calls back with true when the network returns and false when it goes. */
export const onNetworkChange = changes.listen;

/** Starts to follow the network. Called once, when the app starts. */
export function startNetworkWatch(): void {
  wx.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') });
  wx.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected));
}
