import { AppError } from '../errors/app-error';
import { openApi } from '../platform/cloud';

/** WeChat's verdict on texts that other people will see. `unknown`: the check failed. */
export type TextVerdict = 'fine' | 'risky' | 'unknown';

/** Characters per check. */
const MAX_CHARACTERS = 2_500;
/** Characters that two checks of one text share, so that nothing is cut in two unseen. */
const SHARED_CHARACTERS = 100;
/** Scene "comment" of the second API version (1 profile, 2 comment, 3 forum, 4 social log). */
const COMMENT = 2;

/**
 * Runs WeChat's content check on texts of a person. Only the verdict "risky" counts: a text to be reviewed, or
 * a check that fails, must not block a request; the caller stores that the text is unchecked.
 */
export async function checkText(texts: readonly string[], openid: string): Promise<TextVerdict> {
  const all = texts.filter((text) => text.trim() !== '').join('\n');
  if (all === '') return 'fine';
  const characters = [...all];
  const step = MAX_CHARACTERS - SHARED_CHARACTERS;
  const count = Math.max(1, Math.ceil((characters.length - SHARED_CHARACTERS) / step));
  const parts = Array.from({ length: count }, (_, index) =>
    characters.slice(index * step, index * step + MAX_CHARACTERS).join(''),
  );
  const verdicts = await Promise.all(parts.map((content) => checkPart(content, openid)));
  if (verdicts.includes('risky')) return 'risky';
  return verdicts.includes('unknown') ? 'unknown' : 'fine';
}

async function checkPart(content: string, openid: string): Promise<TextVerdict> {
  try {
    const answer = await openApi().security.msgSecCheck({ content, openid, scene: COMMENT, version: 2 });
    return Object(answer).result?.suggest === 'risky' ? 'risky' : 'fine';
  } catch (error) {
    console.error('The content check did not answer', error);
    return 'unknown';
  }
}

/**
 * Runs the content check on texts that others will see. @returns whether the check failed, so that the texts
 * are unchecked
 * @throws AppError TEXT_REFUSED
 */
export async function requireAllowedText(texts: readonly string[], openid: string): Promise<boolean> {
  const verdict = await checkText(texts, openid);
  if (verdict === 'risky') throw new AppError('TEXT_REFUSED', {});
  return verdict === 'unknown';
}
