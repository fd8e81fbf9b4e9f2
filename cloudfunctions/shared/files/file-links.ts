import { storage } from '../platform/cloud';

/** Files of one call, as the platform has it. */
const MAX_FILES = 50;
/** How long a link works, s. */
const LINK_AGE = 7_200;

/**
 * Links by which whoever has one reads a file for two hours, by file id; none for a file that is gone. The storage rule
 * lets nobody read a file by its id, so whoever calls this has to know that the person may see it.
 */
export async function linksTo(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += MAX_FILES) {
    const fileList = fileIds.slice(from, from + MAX_FILES).map((fileID) => ({ fileID, maxAge: LINK_AGE }));
    const answer = await storage().getTempFileURL({ fileList });
    for (const { fileID, tempFileURL } of answer?.fileList ?? [])
      if (tempFileURL) links.set(fileID, tempFileURL);
  }
  warnOfPublicStorage([...links.values()]);
  return links;
}

/** The platform signs a link unless everybody may read the file: then it works for ever, and for anybody. */
function warnOfPublicStorage(links: readonly string[]): void {
  if (links.some((link) => !/[?&]sign=/.test(link)))
    console.error('STORAGE_PUBLIC', 'Everybody can read the files: set cloudfunctions/storage-rule.json.');
}
