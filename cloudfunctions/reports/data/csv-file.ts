import { stringify } from 'csv-stringify/sync';
import type { OpenFormat, Row } from '../domain/table';

/** Without it, spreadsheets take Chinese for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Lines end in CRLF, and a text with a line break of any kind is quoted, so that it stays in its cell. Texts that a
 * spreadsheet would run as a formula get an apostrophe in front (OWASP: CSV injection).
 */
const linesOf = (rows: readonly Row[]): string =>
  stringify([...rows], { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ });

/** The head and the rows alone: programs read it, so it has no title and no totals. */
export const open: OpenFormat = ({ columns, language }) => {
  const head = linesOf([columns.map(({ header }) => header[language])]);
  const parts = [Buffer.from(BYTE_ORDER_MARK + head)];
  return {
    add: (rows) => void parts.push(Buffer.from(linesOf(rows))),
    close: async () => Buffer.concat(parts),
  };
};
