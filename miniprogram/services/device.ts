import { newKey } from '../utils/new-key';
import { keepIfRoom, kept } from './store';

let known: string | null = null;

/**
 * The random id of this WeChat user on this phone, made at the first punch. Two punches with one id came from one
 * phone; two ids say nothing, because WeChat keeps the storage of its users apart.
 */
export function deviceId(): string {
  known ??= kept('device');
  if (known) return known;
  known = newKey();
  keepIfRoom('device', known);
  return known;
}
