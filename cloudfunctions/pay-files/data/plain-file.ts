import { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FileCell, FileTable } from '../domain/template';
import { yuanText } from '../domain/yuan-text';

/** Without it, spreadsheets take Chinese for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
const WIDTH = 18;

/** For programs of banks and offices: the head in the first row, rows below it, nothing else. */
export const writePlain = (table: FileTable, format: 'xlsx' | 'csv'): Promise<Buffer> =>
  format === 'csv' ? Promise.resolve(csvOf(table)) : xlsxOf(table);

function csvOf({ head, rows }: FileTable): Buffer {
  const lines = [head, ...rows.map((row) => row.map(cellText))];
  // A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP: CSV injection).
  const csv = stringify(lines as string[][], { record_delimiter: 'windows', escape_formulas: true });
  return Buffer.from(BYTE_ORDER_MARK + csv);
}

const cellText = (cell: FileCell): string =>
  cell === null ? '' : 'fen' in cell ? yuanText(cell.fen) : cell.text;

async function xlsxOf({ sheet: name, head, rows }: FileTable): Promise<Buffer> {
  // The writer alone, when the first file is made: the whole library would double what a cold start has to read.
  const WorkbookWriter: typeof import('exceljs').stream.xlsx.WorkbookWriter = require('exceljs/lib/stream/xlsx/workbook-writer');
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name);
  sheet.columns = head.map(() => ({ width: WIDTH }));
  sheet.addRow([...head]).commit();
  for (const row of rows) {
    const line = sheet.addRow([]);
    row.forEach((cell, at) => {
      if (cell === null) return;
      const target = line.getCell(at + 1);
      target.value = 'fen' in cell ? cell.fen / 100 : cell.text;
      target.numFmt = 'fen' in cell ? '0.00' : '@';
    });
    line.commit();
  }
  sheet.commit();
  await workbook.commit();
  return Buffer.concat(parts);
}
