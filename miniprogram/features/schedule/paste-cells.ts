/**
 * The cells of a text as spreadsheets copy it: parted by tabs, or by commas where there is no tab. A cell with a line
 * break or a separator in it is quoted, and a quote in it is doubled; a quote that is never closed is an ordinary
 * character.
 */
export function cellsOf(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ',，';
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at, separator);
    rows[rows.length - 1]?.push(cell);
    if (end >= text.length) break;
    const isLineEnd = !separator.includes(text.charAt(end));
    if (isLineEnd) rows.push([]);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return rows;
}

const isEnd = (text: string, at: number, separator: string): boolean =>
  at >= text.length || separator.includes(text.charAt(at)) || /[\r\n]/.test(text.charAt(at));

function cellAt(text: string, start: number, separator: string): { cell: string; end: number } {
  const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(start));
  const behind = start + (quoted?.[0].length ?? 0);
  if (quoted && isEnd(text, behind, separator))
    return { cell: (quoted[1] ?? '').replace(/""/g, '"'), end: behind };
  let end = start;
  while (!isEnd(text, end, separator)) end += 1;
  return { cell: text.slice(start, end), end };
}
