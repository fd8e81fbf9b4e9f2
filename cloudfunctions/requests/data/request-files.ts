import { storage } from '../../shared/data/cloud';

interface Link {
  readonly fileId: string;
  readonly url: string;
}

/** Links by which files can be read without being their owner, good for two hours; none of a file that is gone. */
export async function linksTo(fileIds: readonly string[]): Promise<Link[]> {
  const fileList = fileIds.map((fileID) => ({ fileID, maxAge: 7_200 }));
  const answer = await storage().getTempFileURL({ fileList });
  return (answer?.fileList ?? []).flatMap(({ fileID, tempFileURL }) =>
    tempFileURL ? [{ fileId: fileID, url: tempFileURL }] : [],
  );
}
