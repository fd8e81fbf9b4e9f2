import { openApi } from '../platform/cloud';

/** What WeChat says about texts that other people will see. `unknown`: it could not be asked. */
export type TextVerdict = 'fine' | 'risky' | 'unknown';

/** Characters that one check takes. */
const MAX_CHARACTERS = 2_500;
/** A comment; the scenes of the second version are 1 profile, 2 comment, 3 forum, 4 social log. */
const COMMENT = 2;

/**
 * Asks WeChat's content check about texts of a person. Only a plain "risky" refuses: a text to be reviewed, or a
 * check that does not answer, must not cost anybody a request; the caller keeps that it is unchecked.
 */
export async function checkText(texts: readonly string[], openid: string): Promise<TextVerdict> {
  const all = texts.filter((text) => text.trim() !== '').join('\n');
  if (all === '') return 'fine';
  const characters = [...all];
  const parts = Array.from({ length: Math.ceil(characters.length / MAX_CHARACTERS) }, (_, index) =>
    characters.slice(index * MAX_CHARACTERS, (index + 1) * MAX_CHARACTERS).join(''),
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
