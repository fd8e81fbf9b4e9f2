import { type BackendElement, elementOf } from '../framework/backend';
import { phoneFileUrl } from '../phone-files';
import { topPage } from '../router/page-stack';

/** The URL that the browser loads for a path as the Mini Program writes it; without an element, of the page on top. */
export function imageUrl(element: BackendElement | null, written: string): string {
  if (written.startsWith('wxfile://')) return phoneFileUrl(written);
  if (/^(data|blob|https?):/.test(written) || written === '') return written;
  if (written.startsWith('//')) return `https:${written}`;
  if (written.startsWith('/')) return `/app${written}`;
  const owner = elementOf(element)?.ownerShadowRoot?.getHostNode().is ?? topPage()?.route ?? '';
  return new URL(written, `${location.origin}/app/${owner}`).href;
}
