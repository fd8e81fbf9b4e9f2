/** A text from a link, which some versions of WeChat have decoded already: what cannot be decoded was. */
export function fromLink(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
