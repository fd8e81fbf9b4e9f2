import { attributeFault } from '../../shared/built-in-attributes';
import { BUILT_IN_TAGS } from '../../shared/built-in-tags';

/**
 * Whether the preview has an API, a member of it, or a component: `getLocation`, `cloud.callFunction`,
 * `getSystemInfoSync.return.theme` (the API counts), `scroll-view.enhanced`.
 */
export function canIUse(apis: Readonly<Record<string, unknown>>, schema: string): boolean {
  const [name = '', member] = schema.split('.');
  if (!Object.hasOwn(apis, name)) {
    return BUILT_IN_TAGS.has(name) && (member === undefined || attributeFault(name, member) === null);
  }
  const api = apis[name];
  const isNamespace = typeof api === 'object' && api !== null;
  return member === undefined || !isNamespace || member in api;
}
