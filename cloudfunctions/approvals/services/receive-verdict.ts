import { literal, looseObject, object, optional, picklist, safeParse } from 'valibot';
import type { CheckedFiles } from '../../shared/files/checked-files';
import { takeVerdict } from '../../shared/files/take-verdict';
import { traceId } from '../../shared/inputs';
import { followOn } from '../../shared/kernel/follow-on';
import type { PushHandler } from '../../shared/kernel/push';
import { hidePicture } from './hide-picture';

/** What WeChat pushes about a picture, as far as it matters; without a result where it could not load the picture. */
const verdictMessage = looseObject({
  trace_id: traceId,
  errcode: optional(literal(0)),
  result: object({ suggest: picklist(['pass', 'review', 'risky']) }),
});

/**
 * `wxa_media_check`: WeChat has checked a picture. Whoever names the id of a check has it from WeChat, which told it to
 * nobody but the function that asked; a message with any other id, or without a verdict, changes nothing, and the timer
 * asks again. The same message again changes nothing either.
 *
 * WeChat pushes to one function alone: an answer about no picture of these is handed on to `goals`, which has its own.
 */
export const receiveVerdict =
  (sources: readonly CheckedFiles[]): PushHandler =>
  async (message, now) => {
    const read = safeParse(verdictMessage, message);
    if (!read.success) return;
    const verdict = { traceId: read.output.trace_id, suggest: read.output.result.suggest };
    const isOwn = await takeVerdict(sources, verdict, hidePicture, now);
    if (!isOwn) await followOn('goals', 'pictureVerdict', verdict);
  };
