import type { RequestCard } from '#contracts/request';
import { linksTo } from '../../shared/files/file-links';
import type { CardSource } from '../domain/request/card-of';

/**
 * Cards with links to the first files of their requests, in the same order; the caller may see all of these requests.
 * One call of the storage, made while the cards are loaded. If it fails, the cards come without files: what waits can
 * still be decided, and the detail has the files as well.
 */
export async function withFileLinks(
  requests: readonly CardSource[],
  cards: Promise<readonly RequestCard[]>,
): Promise<RequestCard[]> {
  const ids = [...new Set(requests.flatMap(({ files }) => files?.first ?? []))];
  const [loaded, links] = await Promise.all([
    cards,
    linksTo(ids).catch((error: unknown) => {
      console.error('CARD_FILES', error);
      return new Map<string, string>();
    }),
  ]);
  return loaded.map((card, index) => {
    const { first = [], total = 0 } = requests[index]?.files ?? {};
    const linked = first.flatMap((fileId) => {
      const url = links.get(fileId);
      return url ? [{ fileId, url }] : [];
    });
    return linked.length > 0 ? { ...card, files: { first: linked, total } } : card;
  });
}
