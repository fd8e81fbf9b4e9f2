/** Behind a picture or a character they change how it looks; alone they show nothing. */
const JOINER = '\u200D';
const SELECTOR = /\p{Variation_Selector}/u;
const TAG = /[\u{E0020}-\u{E007F}]/u;
const FLAG = '\u{1F3F4}';
const PICTURE = /(?![\d#*])\p{Emoji}|\p{Emoji_Modifier}|\uFE0F/u;

/**
 * Characters that nobody sees and that break files, comparisons or the order of a line: control characters,
 * noncharacters, lone surrogates, bidirectional controls, and whatever else Unicode calls default ignorable.
 */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]/u;

function isShown(character: string, before: string, after: string): boolean {
  if (!INVISIBLE.test(character)) return true;
  if (SELECTOR.test(character)) return before !== '' && !/\s/u.test(before) && !SELECTOR.test(before);
  if (TAG.test(character)) return before === FLAG || TAG.test(before);
  return character === JOINER && PICTURE.test(before) && PICTURE.test(after);
}

function visibleOf(line: string): string {
  const characters = [...line];
  let [kept, before] = ['', ''];
  characters.forEach((character, index) => {
    if (!isShown(character, before, characters[index + 1] ?? '')) return;
    kept += character;
    before = character;
  });
  return kept;
}

/** Printable ASCII, common Chinese characters and signs: nothing of it is invisible or composes with what follows. */
const PLAIN =
  /^[ -~\u00B7\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u3001\u3002\u4E00-\u9FFF\uFF08\uFF09\uFF0C\uFF1A\uFF1B]*$/;

/** Lines that end in any of the ways there are. */
const LINE_ENDS = /\r\n?|\u0085|\u2028|\u2029/g;

/**
 * A text as it is stored and compared: composed characters, `\n` between lines, spaces for tabs, nothing invisible,
 * no spaces around it. Idempotent.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const lines = text
    .replace(LINE_ENDS, '\n')
    .replace(/[\t\v\f\u00A0]/g, ' ')
    .split('\n');
  return lines.map(visibleOf).join('\n').normalize('NFC').trim();
}

/** A text in one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s*\n\s*/g, ' ');

/** Full-width letters, digits and signs as a Chinese keyboard writes them, in half width. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\uFFE5/g, '¥');

/** A code, number or id as it was meant: half width, without spaces. */
export const cleanCode = (text: string): string => halfWidth(cleanText(text)).replace(/\s/g, '');

/** The dots of a name such as 买买提·艾力, as keyboards and other systems write them. */
const NAME_DOTS = /[·•・‧･∙⋅．.]/g;

/** What two names are compared by: not their case, width, spaces and dots. */
export const comparable = (name: string): string =>
  halfWidth(cleanText(name)).toLowerCase().replace(NAME_DOTS, '').replace(/\s/g, '');
