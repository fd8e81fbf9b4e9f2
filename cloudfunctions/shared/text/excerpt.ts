/** The beginning of a text; a character of two units is not cut. */
export function excerptOf(text: string, characters: number): string {
  const all = [...text];
  return all.length > characters ? `${all.slice(0, characters).join('')}…` : text;
}
