import { type BackendElement, elementOf } from '../framework/backend';
import { phoneFileUrl } from '../phone-files';

/** The URL that the browser loads for a path as the Mini Program writes it. */
export function imageUrl(element: BackendElement, written: string): string {
  if (written.startsWith('wxfile://')) return phoneFileUrl(written);
  if (/^(data|blob|https?):/.test(written) || written === '') return written;
  if (written.startsWith('/')) return `/app${written}`;
  const owner = elementOf(element)?.ownerShadowRoot?.getHostNode().is ?? '';
  return new URL(written, `${location.origin}/app/${owner}`).href;
}
