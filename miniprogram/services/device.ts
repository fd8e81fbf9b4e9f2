import { newKey } from '../utils/new-key';
import { readStored, writeIfRoom } from './store';

let cached: string | null = null;

/**
 * The random id of this WeChat user on this phone, made at the first punch. Two punches with one id came from one
 * phone; two ids say nothing, because WeChat keeps the storage of its users apart.
 */
export function deviceId(): string {
  cached ??= readStored('device');
  if (cached) return cached;
  cached = newKey();
  writeIfRoom('device', cached);
  return cached;
}
