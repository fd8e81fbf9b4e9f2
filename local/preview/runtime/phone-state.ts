import type { PhoneBoot } from '../shared/preview-handle';
import { loadSettings, type Settings, saveSettings } from '../shared/settings';
import { Signal } from './signal';

declare global {
  var __previewBoot: PhoneBoot;
}

const boot = globalThis.__previewBoot;
const loaded = loadSettings(localStorage, new URLSearchParams(location.search));

let settings: Settings = {
  ...loaded,
  ...(loaded.place ? {} : boot.firstPlace),
  person: loaded.person || boot.firstPerson,
};
saveSettings(localStorage, settings);

/** Fires with the settings before a change. */
export const settingsChanged = new Signal<Settings>();

export const currentSettings = (): Settings => settings;

export function changeSettings(change: Partial<Settings>): void {
  const before = settings;
  settings = { ...settings, ...change };
  saveSettings(localStorage, settings);
  settingsChanged.emit(before);
}
