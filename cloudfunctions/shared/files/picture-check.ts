import type { Instant } from '#contracts/common';
import type { FileType } from './file-type';

/** WeChat's verdict on a picture. `review`: a person at WeChat would have to look. */
export type PictureVerdict = 'pass' | 'review' | 'risky';

/**
 * Where WeChat's content check of a picture stands, as a part of the document of its copy. Absent where there is nothing
 * to check: a PDF, or a copy that is older than the check.
 *
 * `waiting`: asked, or to be asked again. `refused`: to be hidden. `hidden`: nobody gets it any more. `unanswered`: asked
 * in vain; a late answer still counts.
 */
export interface PictureCheck {
  readonly state: 'waiting' | 'passed' | 'refused' | 'hidden' | 'unanswered';
  /** WeChat's id of the last check that it took on: nobody else knows it. Empty if there is none. */
  readonly traceId: string;
  /** How often it was asked. */
  readonly asked: number;
  /** The WeChat user whose picture it is, while it may have to be asked again; empty afterwards. */
  readonly openid: string;
  /** When the timer goes on with it; null if there is nothing to do. */
  readonly dueAt: Instant | null;
}

const MINUTE_MS = 60_000;
/** WeChat answers within thirty minutes; the timer comes every fifteen. */
const ANSWER_MS = 32 * MINUTE_MS;
/**
 * WeChat checks for users who were there within two hours, so that a fourth time would be too late: asked at once, and
 * by the timer after 32 to 47 and 64 to 94 minutes.
 */
const MAX_ASKED = 3;
/** A request that was being sent while its picture was refused is found by then. */
const SECOND_LOOK_MS = 2 * MINUTE_MS;

/** Whether WeChat can check it; a PDF cannot be checked. */
export const isPicture = (type: FileType): boolean => type !== 'pdf';

/** After it was asked once more. `traceId`: null if WeChat did not take it on. */
export const afterAsking = (
  { asked, openid }: Pick<PictureCheck, 'asked' | 'openid'>,
  traceId: string | null,
  now: Instant,
): PictureCheck => ({
  state: 'waiting',
  traceId: traceId ?? '',
  asked: asked + 1,
  openid,
  dueAt: (now + ANSWER_MS) as Instant,
});

/** Whether there is no use in asking again. */
export const isAskedInVain = ({ asked }: PictureCheck): boolean => asked >= MAX_ASKED;

export const givenUp = (check: PictureCheck): PictureCheck => ({
  ...check,
  state: 'unanswered',
  openid: '',
  dueAt: null,
});

/**
 * After WeChat's answer; null if it has come before. As with texts only `risky` counts: what is to be reviewed stays,
 * because nobody tells what the review comes to.
 */
export function afterVerdict(
  check: PictureCheck,
  verdict: PictureVerdict,
  now: Instant,
): PictureCheck | null {
  if (check.state !== 'waiting' && check.state !== 'unanswered') return null;
  const settled = { ...check, openid: '', dueAt: null };
  return verdict === 'risky'
    ? { ...settled, state: 'refused', dueAt: (now + SECOND_LOOK_MS) as Instant }
    : { ...settled, state: 'passed' };
}

export const hidden = (check: PictureCheck): PictureCheck => ({ ...check, state: 'hidden', dueAt: null });

/** Whether a copy may not be used any more. */
export const isRefused = ({ check }: { readonly check?: PictureCheck }): boolean =>
  check?.state === 'refused' || check?.state === 'hidden';
