import { cleanText } from './clean-text';

const HAN = /\p{Script=Han}/u;

/**
 * The letters of a picture that stands for a person: the last two characters of a Chinese name (张晓明 → 晓明), the
 * initials of the first and the last word of any other (Li Wei → LW).
 */
export function avatarText(name: string): string {
  const [characters, words] = [[...cleanText(name)], cleanText(name).split(/[\s·•・]+/u)];
  if (HAN.test(name))
    return characters
      .filter((each) => !/[\s·•・]/u.test(each))
      .slice(-2)
      .join('');
  const initials = [words[0], words.length > 1 ? words[words.length - 1] : ''];
  return initials
    .map((word = '') => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
