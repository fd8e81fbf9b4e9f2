import type { Problem } from './problem';
import type { Settings } from './settings';

export interface SetDataMetric {
  /** Page that shows the component. */
  readonly page: string;
  /** Component whose data was set; the page itself for its own. */
  readonly component: string;
  /** Length of the data as JSON, in characters. */
  readonly bytes: number;
  /** Milliseconds of the call, rendering included. */
  readonly duration: number;
}

export interface PageMetric {
  readonly page: string;
  /** Create, attach, onLoad, onShow and layout, in ms. */
  readonly render: number;
}

export interface Metrics {
  /** From the start of the phone's document to the first page laid out, in ms. */
  firstScreen: number;
  readonly setData: SetDataMetric[];
  readonly pages: PageMetric[];
}

/** `window.__preview`: how the panel and tests control the phone. */
export interface PreviewHandle {
  state(): Settings & { readonly now: number; readonly route: string };
  /** `now`: epoch ms, an ISO date-time, or null for the real clock. Resolves once the phone follows. */
  set(change: Partial<Settings> & { now?: number | string | null }): Promise<void>;
  problems(): readonly Problem[];
  clearProblems(): void;
  /** Calls the listener after each change of the settings, the page or the problems. */
  onChange(listener: () => void): void;
  readonly metrics: Metrics;
  /** The first page, or the failure to build one, is on the screen. */
  isReady(): boolean;
}

/** Data that the server writes into the phone's document. */
export interface PhoneBoot {
  /** The cloud's clock minus the machine's, ms. */
  readonly clockOffset: number;
  readonly problems: readonly Problem[];
  /** Openid if no person was chosen. */
  readonly firstPerson: string;
  /** The place if none was chosen. */
  readonly firstPlace: Partial<Settings>;
}
