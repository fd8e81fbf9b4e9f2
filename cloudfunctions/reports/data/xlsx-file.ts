import { Writable } from 'node:stream';
import type { Alignment } from 'exceljs';
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
const IN_FIGURES = { horizontal: 'right', indent: 1 } as const;
/** One object for each kind, never changed: the library looks up how a cell looks by it, and would else write it anew. */
const STYLES = Object.fromEntries(
  Object.entries(FORMATS).map(([kind, numFmt]) => [
    kind,
    // A figure keeps away from the text on its right, and stands beside the first line of a long text.
    { numFmt, alignment: { vertical: 'top' as const, ...(FIGURES.has(kind) && IN_FIGURES) } },
  ]),
) as Readonly<Record<Column['kind'], { readonly numFmt: string; readonly alignment: Partial<Alignment> }>>;
/** A text that is longer than its column is wide goes on below instead of running over the next columns. */
const LONG_TEXT = { numFmt: FORMATS.text, alignment: { vertical: 'top', wrapText: true } } as const;
const HEAD_FILL = 'FFE8F3EC';
/** The paper size of exceljs for A4. */
const A4 = 9;
/** Title, note and head stand above the rows; number and name of the person on their left. */
const HEAD_ROW = 3;
const FROZEN_COLUMNS = 2;
/** Of one line, in points. */
const LINE_HEIGHT = 16;
/** No program makes a row higher, in points. */
const MOST_HEIGHT = 409;
const BOLD = 1.15;

/** A day or moment as the spreadsheet counts them: as if it were in UTC. */
const dateOf = (text: string): Date =>
  new Date(`${text.replace(' ', 'T')}${text.includes(' ') ? ':00' : 'T00:00'}Z`);

/** Spreadsheets read `_x000D_` as the character of that number, unless its underscore is written so itself. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_');

/** In characters; a Chinese one is as wide as two others. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u2e80' ? 2 : 1), 0);

/** Lines that a bold header takes in its column. */
const linesOf = (header: string, width: number): number => Math.ceil((BOLD * widthOf(header)) / width);

/** Words go to the next line whole, which leaves the end of a line empty: room for them, where there is more than one. */
const LOOSE = 1.1;

/** Lines that a cell takes in its column, those that were written included; one for what is no text. */
function linesIn(cell: Cell | undefined, { kind, width }: Column): number {
  if (kind !== 'text' || typeof cell !== 'string') return 1;
  const lines = cell.split('\n').map(widthOf);
  return lines.reduce((sum, each) => sum + (each <= width ? 1 : Math.ceil((LOOSE * each) / width)), 0);
}

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
    const lines = columns.map((column, at) => linesIn(cells[at], column));
    const most = Math.max(1, ...lines);
    // Programs make no room for a long text either.
    if (most > 1) row.height = Math.min(MOST_HEIGHT, LINE_HEIGHT * most);
    columns.forEach((column, at) => {
      const value = cellOf(cells[at], column);
      // An empty cell looks as its column does.
      if (value === null) return;
      const cell = row.getCell(at + 1);
      cell.value = value;
      const style = (lines[at] ?? 1) > 1 ? LONG_TEXT : STYLES[column.kind];
      cell.style = font ? { ...style, font } : style;
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
