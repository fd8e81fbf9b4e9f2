import { stringify } from 'csv-stringify/sync';
import type { OpenTable, Row } from '../domain/table';

/** Without it, spreadsheets take Chinese for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Texts that a spreadsheet would run as a formula are put in quotes (OWASP: CSV injection). */
const linesOf = (rows: readonly Row[]): string =>
  stringify([...rows], { record_delimiter: 'windows', escape_formulas: true });

export const open: OpenTable = (columns, language) => {
  const head = linesOf([columns.map(({ header }) => header[language])]);
  const parts = [Buffer.from(BYTE_ORDER_MARK + head)];
  return {
    add: (rows) => void parts.push(Buffer.from(linesOf(rows))),
    close: async () => Buffer.concat(parts),
  };
};
