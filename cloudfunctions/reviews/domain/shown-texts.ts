import { cleanText } from '../../../miniprogram/common/clean-text';

/** Authors that a text item of an anonymous group needs, whatever the threshold: style betrays more than a figure. */
const LEAST_AUTHORS = 5;

/**
 * Texts of an anonymous group to one item: none of fewer than five authors, and in an order that follows from what they
 * say, so that neither who was asked first nor who sent first, nor a text beside another item, says whose one is.
 * Characters that nobody sees are taken out, since they could mark a text.
 * @param texts one per author
 */
export function shownTexts(texts: readonly string[], threshold: number): string[] {
  const written = texts.map(cleanText).filter((text) => text !== '');
  return written.length < Math.max(LEAST_AUTHORS, threshold) ? [] : written.sort();
}
