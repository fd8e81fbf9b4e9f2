/** WeChat's capsule with what is to stay free beside it, px. The title is centred, so as much is lost on its left. */
const CAPSULE = 96;
/** Of characters at the size of a title, px: Chinese ones and the ellipsis, capitals, slim ones, others. */
const WIDE = 17;
const CAPITAL = 12;
const SLIM = 5;
const USUAL = 9.5;

function widthOf(character: string): number {
  if (character > '\u2e80') return WIDE;
  if (/[A-Zmw%]/.test(character)) return CAPITAL;
  return /[ ijlftr.,:'-]/.test(character) ? SLIM : USUAL;
}

/**
 * A title with the name of somebody or something, cut so that it ends before WeChat's capsule.
 * @param windowWidth px
 */
export function fittingTitle(text: string, windowWidth: number): string {
  const room = windowWidth - 2 * CAPSULE;
  const characters = [...text];
  if (characters.reduce((sum, each) => sum + widthOf(each), 0) <= room) return text;
  let left = room - WIDE;
  let end = 0;
  for (const each of characters) {
    left -= widthOf(each);
    if (left < 0) break;
    end += 1;
  }
  return `${characters.slice(0, end).join('').trim()}…`;
}
