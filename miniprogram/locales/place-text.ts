import type { Place } from '../services/place';
import type { TextKey } from './texts';
import type { Words } from './words';

export type PlaceState = Exclude<Place['state'], 'fix'> | 'locating';

export interface PlaceProblem {
  readonly tone: 'plain' | 'warn';
  readonly text: string;
  /** Action of the button next to it; empty if there is none. */
  readonly action: '' | 'locate' | 'settings';
  readonly actionText: string;
}

type Known = readonly [PlaceProblem['tone'], TextKey, PlaceProblem['action'], TextKey];

const KNOWN: Readonly<Record<PlaceState, Known>> = {
  locating: ['plain', 'place.locating', '', 'place.relocate'],
  unasked: ['plain', 'place.unasked', 'locate', 'place.locate'],
  denied: ['warn', 'place.denied', 'settings', 'common.allow'],
  privacy: ['warn', 'place.privacy', 'locate', 'place.locate'],
  undeclared: ['warn', 'errors.PRIVACY_UNDECLARED', 'locate', 'place.relocate'],
  'system-off': ['warn', 'place.systemOff', 'locate', 'place.relocate'],
  'app-off': ['warn', 'place.appOff', 'locate', 'place.relocate'],
  failed: ['warn', 'place.failed', 'locate', 'place.relocate'],
};

/** Why there is no location, and the action to fix it. */
export function placeProblem(state: PlaceState, words: Words): PlaceProblem {
  const [tone, text, action, actionText] = KNOWN[state];
  return { tone, text: words.t(text), action, actionText: action ? words.t(actionText) : '' };
}
