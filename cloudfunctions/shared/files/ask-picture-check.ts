import type { Instant } from '#contracts/common';
import { openApi } from '../platform/cloud';
import { linksTo } from './file-links';
import { afterAsking, type PictureCheck } from './picture-check';

const PICTURE = 2;
/** Scene "comment": what somebody adds to something that others read; the same as for texts. */
const COMMENT = 2;

/**
 * Asks WeChat to check a picture; the answer is pushed later, see `take-verdict.ts`. A check that cannot be asked for
 * never keeps anybody from sending: the timer asks again.
 * @returns where it stands then
 */
export async function askPictureCheck(
  fileId: string,
  check: Pick<PictureCheck, 'asked' | 'openid'>,
  now: Instant,
): Promise<PictureCheck> {
  return afterAsking(check, await ask(fileId, check.openid), now);
}

/** @returns WeChat's id of the check; null if it was not taken on */
async function ask(fileId: string, openid: string): Promise<string | null> {
  try {
    const link = (await linksTo([fileId])).get(fileId);
    if (link === undefined) return null;
    const answer = await openApi().security.mediaCheckAsync({
      mediaUrl: link,
      mediaType: PICTURE,
      version: 2,
      openid,
      scene: COMMENT,
    });
    const { traceId } = Object(answer);
    return typeof traceId === 'string' && traceId !== '' ? traceId : null;
  } catch (error) {
    console.error('The check of a picture was not taken on', error);
    return null;
  }
}
