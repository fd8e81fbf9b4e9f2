import { storage } from '../../shared/data/cloud';

/** Of one call, as the platform has it. */
const MOST_FILES = 50;
/** How long a link works, s. */
const LINK_AGE = 7_200;

/** Writes a file, over an older one of its name. @returns its id in cloud storage */
export async function saveFile(path: string, bytes: Buffer): Promise<string> {
  return (await storage().uploadFile({ cloudPath: path, fileContent: bytes })).fileID;
}

/** Addresses that work for two hours, in the order of the ids. */
export async function findLinks(fileIds: readonly string[]): Promise<string[]> {
  const links: string[] = [];
  for (let from = 0; from < fileIds.length; from += MOST_FILES) {
    const fileList = fileIds.slice(from, from + MOST_FILES).map((fileID) => ({ fileID, maxAge: LINK_AGE }));
    const answer = await storage().getTempFileURL({ fileList });
    links.push(...(answer?.fileList ?? []).map(({ tempFileURL }) => tempFileURL));
  }
  return links;
}

/** What is gone already is as good. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += MOST_FILES)
    await storage().deleteFile({ fileList: fileIds.slice(from, from + MOST_FILES) });
}
