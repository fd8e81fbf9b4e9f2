import { newKey } from '../utils/new-key';
import { keepIfRoom, kept } from './store';

let known: string | null = null;

/** This phone's own random id, made at the first punch. It tells HR that two punches came from one phone; no more. */
export function deviceId(): string {
  known ??= kept('device');
  if (known) return known;
  known = newKey();
  keepIfRoom('device', known);
  return known;
}
