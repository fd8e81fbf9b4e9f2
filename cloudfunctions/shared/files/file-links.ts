import { storage } from '../platform/cloud';

/** Platform limit of files per call. */
const MAX_FILES = 50;
/** Lifetime of a link, s. */
const LINK_LIFETIME_S = 7_200;

/**
 * Temporary links by file id, valid for two hours; missing files have none. Anyone who has a link can read the
 * file, and the storage rule allows no access by file id, so the caller must have checked that the person may
 * see the file.
 */
export async function linksTo(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += MAX_FILES) {
    const fileList = fileIds
      .slice(from, from + MAX_FILES)
      .map((fileID) => ({ fileID, maxAge: LINK_LIFETIME_S }));
    const answer = await storage().getTempFileURL({ fileList });
    for (const { fileID, tempFileURL } of answer?.fileList ?? [])
      if (tempFileURL) links.set(fileID, tempFileURL);
  }
  warnOfPublicStorage([...links.values()]);
  return links;
}

/** The platform signs a link unless the file is public: then the link never expires and works for everyone. */
function warnOfPublicStorage(links: readonly string[]): void {
  if (links.some((link) => !/[?&]sign=/.test(link)))
    console.error('STORAGE_PUBLIC', 'Everybody can read the files: set cloudfunctions/storage-rule.json.');
}
