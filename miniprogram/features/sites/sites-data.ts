import type { SiteOnFile } from '#contracts/site';
import { cloud } from '../../services/cloud';

/** Upper bound when searching for a site; an id that is on none of these pages does not exist. */
const MAX_PAGES = 20;

let items: readonly SiteOnFile[] | null = null;
let next: string | null = null;

/** The sites as far as they were read; null before the first page. */
export const knownSites = (): readonly SiteOnFile[] | null => items;

/** Whether there is another page. */
export const hasMoreSites = (): boolean => next !== null;

/** Reads the first page again. @throws ClientError */
export async function loadSites(): Promise<void> {
  const { data } = await cloud.attendance.sites({});
  items = data.items;
  next = data.next;
}

/** Reads one more page. @throws ClientError */
export async function loadMoreSites(): Promise<void> {
  if (next === null) return;
  const { data } = await cloud.attendance.sites({ cursor: next });
  items = [...(items ?? []), ...data.items];
  next = data.next;
}

/** A site as it is on file now, whatever this phone has read before. @throws ClientError */
export async function freshSite(id: string): Promise<SiteOnFile | null> {
  await loadSites();
  for (let page = 1; page < MAX_PAGES && !knownSite(id) && hasMoreSites(); page += 1) await loadMoreSites();
  return knownSite(id);
}

export const knownSite = (id: string): SiteOnFile | null => items?.find((site) => site.id === id) ?? null;

/** Takes over a saved site, so that the list need not be read again. */
export function rememberSite(site: SiteOnFile): void {
  const others = (items ?? []).filter(({ id }) => id !== site.id);
  items = [...others, site].sort((a, b) => (a.id < b.id ? -1 : 1));
}
