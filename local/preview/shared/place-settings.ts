import type { DemoPlace } from '../cloud-port';
import type { Settings } from './settings';

/** What the phone reports at a place of the panel. */
export function settingsAt({ id, latitude, longitude, accuracy }: DemoPlace): Partial<Settings> {
  return { place: id, latitude, longitude, ...(accuracy === undefined ? {} : { accuracy }) };
}
