import { newKey } from '../utils/new-key';
import { readStored, writeIfRoom } from './store';

let cached: string | null = null;

/**
 * Random id of this WeChat user on this phone, created at the first punch. Punches with the same id come from the same
 * phone; different ids prove nothing, because WeChat separates storage by user.
 */
export function deviceId(): string {
  cached ??= readStored('device');
  if (cached) return cached;
  cached = newKey();
  writeIfRoom('device', cached);
  return cached;
}
