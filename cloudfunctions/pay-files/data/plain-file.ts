import { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FileCell, FileTable } from '../domain/template';
import { yuanText } from '../domain/yuan-text';

/** Without it, spreadsheets take Chinese for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
/** In characters, of a column. */
const [LEAST_WIDTH, MOST_WIDTH, BESIDE] = [8, 40, 2];
const BOLD = 1.2;
/** Of `pageSetup`. */
const A4 = 9;

/** For programs of banks and offices: the head in the first row, rows below it, nothing else; sums in a sheet for people alone. */
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

async function xlsxOf({ sheet: name, head, rows, foot }: FileTable): Promise<Buffer> {
  // The writer alone, when the first file is made: the whole library would double what a cold start has to read.
  const WorkbookWriter: typeof import('exceljs').stream.xlsx.WorkbookWriter = require('exceljs/lib/stream/xlsx/workbook-writer');
  const lines = foot ? [...rows, foot] : rows;
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, LOOK);
  sheet.columns = head.map((title, at) => ({
    width: widthOf(
      title,
      lines.map((row) => row[at] ?? null),
    ),
  }));
  const isMoney = head.map((_, at) => lines.some((row) => row[at] != null && 'fen' in row[at]));
  const first = sheet.addRow([...head]);
  first.font = { bold: true };
  isMoney.forEach((is, at) => {
    if (is) first.getCell(at + 1).alignment = AMOUNT;
  });
  first.commit();
  for (const row of lines) {
    const line = sheet.addRow([]);
    if (row === foot) line.font = { bold: true };
    row.forEach((cell, at) => {
      if (cell === null) return;
      const target = line.getCell(at + 1);
      target.value = 'fen' in cell ? cell.fen / 100 : cell.text;
      target.numFmt = 'fen' in cell ? '0.00' : '@';
      if ('fen' in cell) target.alignment = AMOUNT;
    });
    line.commit();
  }
  sheet.commit();
  await workbook.commit();
  return Buffer.concat(parts);
}

/** People check and file them too: the head stays in view and on every page, which is as wide as the paper. */
const LOOK: Partial<import('exceljs').AddWorksheetOptions> = {
  views: [{ state: 'frozen', ySplit: 1 }],
  pageSetup: {
    ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: '1:1',
  },
  headerFooter: { oddFooter: '&P / &N' },
};

/** A figure does not touch the text beside it. */
const AMOUNT = { horizontal: 'right', indent: 1 } as const;

/** As wide as what stands in a column: a Chinese character takes two, and bold letters of a head a fifth more. */
function widthOf(title: string, cells: readonly FileCell[]): number {
  const widths = cells.map((cell) => textWidth(cellText(cell)));
  const head = Math.ceil(textWidth(title) * BOLD);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, head, ...widths) + BESIDE);
}

const textWidth = (text: string): number => [...text].reduce(charWidth, 0);

const charWidth = (sum: number, letter: string): number => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1);
