import { Writable } from 'node:stream';
import type { Cell, Column, OpenFormat, Row } from '../domain/table';

/** The writer alone: the whole library would double what a cold start has to read. */
const WorkbookWriter: typeof import('exceljs').stream.xlsx.WorkbookWriter = require('exceljs/lib/stream/xlsx/workbook-writer');

/** Figures as they are: a score of 85.5 is not shown as 86, and eight hours have no point after the 8. */
const FORMATS: Readonly<Record<Column['kind'], string>> = {
  text: '@',
  number: 'General',
  days: 'General',
  hours: 'General',
  yuan: '#,##0.00',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
};
const FIGURES: ReadonlySet<string> = new Set<Column['kind']>(['number', 'days', 'hours', 'yuan']);
/** One object for each kind, never changed: the library looks up how a cell looks by it, and would else write it anew. */
const STYLES = Object.fromEntries(
  Object.entries(FORMATS).map(([kind, numFmt]) => [
    kind,
    // A figure keeps away from the text on its right.
    { numFmt, ...(FIGURES.has(kind) && { alignment: { horizontal: 'right', indent: 1 } }) },
  ]),
) as Readonly<Record<Column['kind'], { readonly numFmt: string }>>;
const HEAD_FILL = 'FFE8F3EC';
/** The paper size of exceljs for A4. */
const A4 = 9;
/** Title, note and head stand above the rows; number and name of the person on their left. */
const HEAD_ROW = 3;
const FROZEN_COLUMNS = 2;
/** Of one line of the head, in points. */
const LINE_HEIGHT = 16;
const BOLD = 1.15;

/** A day or moment as the spreadsheet counts them: as if it were in UTC. */
const dateOf = (text: string): Date =>
  new Date(`${text.replace(' ', 'T')}${text.includes(' ') ? ':00' : 'T00:00'}Z`);

/** Spreadsheets read `_x000D_` as the character of that number, unless its underscore is written so itself. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_');

/** Lines that a bold header takes in its column; a Chinese character is as wide as two others. */
const linesOf = (header: string, width: number): number =>
  Math.ceil((BOLD * [...header].reduce((sum, each) => sum + (each > '\u2e80' ? 2 : 1), 0)) / width);

function cellOf(cell: Cell | undefined, { kind }: Column): Cell | Date {
  if (typeof cell !== 'string') return cell ?? null;
  return kind === 'date' || kind === 'moment' ? dateOf(cell) : escaped(cell);
}

/** One sheet: head and names stay in view and on every page, which is landscape and as wide as the paper. */
export const open: OpenFormat = ({ columns, language, title, note }) => {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('1', {
    views: [{ state: 'frozen', xSplit: FROZEN_COLUMNS, ySplit: HEAD_ROW }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '&P / &N' },
  });
  sheet.columns = columns.map(({ kind, width }) => ({ width, style: { ...STYLES[kind] } }));
  const line = (text: string, font: object) => {
    const row = sheet.addRow([escaped(text)]);
    row.getCell(1).style = { font, numFmt: FORMATS.text };
    row.commit();
  };
  line(title, { bold: true, size: 14 });
  line(note, { color: { argb: 'FF666666' } });
  const head = sheet.addRow(columns.map(({ header }) => header[language]));
  // Programs do not make room by themselves for a header that takes two lines.
  const lines = columns.map(({ header, width }) => linesOf(header[language], width));
  head.height = LINE_HEIGHT * Math.max(1, ...lines);
  head.eachCell((cell) => {
    cell.style = {
      font: { bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } },
      alignment: { wrapText: true, vertical: 'middle' },
    };
  });
  head.commit();
  let last = HEAD_ROW;
  const add = (cells: Row, font?: object) => {
    last += 1;
    const row = sheet.addRow([]);
    columns.forEach((column, at) => {
      const value = cellOf(cells[at], column);
      // An empty cell looks as its column does.
      if (value === null) return;
      const cell = row.getCell(at + 1);
      cell.value = value;
      cell.style = font ? { ...STYLES[column.kind], font } : STYLES[column.kind];
    });
    row.commit();
  };
  return {
    add(rows) {
      for (const row of rows) add(row);
    },
    async close(totals) {
      sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: columns.length } };
      if (totals) add(totals, { bold: true });
      sheet.commit();
      await workbook.commit();
      return Buffer.concat(parts);
    },
  };
};
