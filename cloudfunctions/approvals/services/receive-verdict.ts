import { literal, looseObject, object, optional, picklist, pipe, regex, safeParse, string } from 'valibot';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import type { CheckedFiles, FileUnderCheck } from '../../shared/files/checked-files';
import { afterVerdict } from '../../shared/files/picture-check';
import type { PushHandler } from '../../shared/kernel/push';
import { hidePicture } from './hide-picture';

/** What WeChat pushes about a picture, as far as it matters; without a result where it could not load the picture. */
const verdictMessage = looseObject({
  trace_id: pipe(string(), regex(/^[A-Za-z0-9_-]{8,100}$/)),
  errcode: optional(literal(0)),
  result: object({ suggest: picklist(['pass', 'review', 'risky']) }),
});

/**
 * `wxa_media_check`: WeChat has checked a picture. Whoever names the id of a check has it from WeChat, which told it to
 * nobody but this function; a message with any other id, or without a verdict, changes nothing, and the timer asks
 * again. The same message again changes nothing either.
 */
export const receiveVerdict =
  (sources: readonly CheckedFiles[]): PushHandler =>
  async (message, now) => {
    const read = safeParse(verdictMessage, message);
    if (!read.success) return;
    const { trace_id: traceId, result } = read.output;
    const refused = await retryOnConflict<FileUnderCheck | null>(3, async () => {
      const found = await findByTrace(sources, traceId);
      const check = found && afterVerdict(found.file.check, result.suggest, now);
      if (!found || !check) return null;
      const saved = await found.source.save(found.file, check);
      if (!saved) return conflict;
      return check.state === 'refused' ? saved : null;
    });
    if (refused) await hidePicture(refused, now);
  };

async function findByTrace(sources: readonly CheckedFiles[], traceId: string) {
  const found = await Promise.all(
    sources.map(async (source) => {
      const file = await source.findByTrace(traceId);
      return file && { source, file };
    }),
  );
  return found.find((each) => each !== null) ?? null;
}
