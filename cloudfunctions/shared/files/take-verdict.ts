import type { Instant } from '#contracts/common';
import { conflict, retryOnConflict } from '../data/retry-on-conflict';
import type { HidePicture } from './check-pictures';
import type { CheckedFiles, FileUnderCheck } from './checked-files';
import { afterVerdict, type PictureVerdict } from './picture-check';

/** WeChat's answer to a check, by the id that it gave for it. */
export interface Verdict {
  readonly traceId: string;
  readonly suggest: PictureVerdict;
}

/**
 * Takes an answer to the picture that it is about, and hides the picture if it was refused. The same answer again changes
 * nothing. @returns false if the picture is none of `sources`
 */
export async function takeVerdict(
  sources: readonly CheckedFiles[],
  { traceId, suggest }: Verdict,
  hide: HidePicture,
  now: Instant,
): Promise<boolean> {
  let isKnown = false;
  const refused = await retryOnConflict<FileUnderCheck | null>(3, async () => {
    const found = await findByTrace(sources, traceId);
    isKnown = found !== null;
    const check = found && afterVerdict(found.file.check, suggest, now);
    if (!found || !check) return null;
    const saved = await found.source.save(found.file, check);
    if (!saved) return conflict;
    return check.state === 'refused' ? saved : null;
  });
  if (refused) await hide(refused, now);
  return isKnown;
}

async function findByTrace(sources: readonly CheckedFiles[], traceId: string) {
  const found = await Promise.all(
    sources.map(async (source) => {
      const file = await source.findByTrace(traceId);
      return file && { source, file };
    }),
  );
  return found.find((each) => each !== null) ?? null;
}
