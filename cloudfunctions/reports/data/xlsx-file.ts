import { Writable } from 'node:stream';
import type { Column, OpenTable } from '../domain/table';

/** The writer alone: the whole library would double what a cold start has to read. */
const WorkbookWriter: typeof import('exceljs').stream.xlsx.WorkbookWriter = require('exceljs/lib/stream/xlsx/workbook-writer');

const FORMATS: Readonly<Record<Column['kind'], string>> = {
  text: '@',
  number: '0',
  days: '0.###',
  hours: '0.##',
  yuan: '#,##0.00',
};
const HEAD_FILL = 'FFE8F3EC';

/** One sheet: the head stays in view, can be filtered by, and every column has its width and format. */
export const open: OpenTable = (columns, language) => {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind, width }) => ({
    header: header[language],
    width,
    style: { numFmt: FORMATS[kind] },
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
  head.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return {
    add(rows) {
      for (const row of rows) sheet.addRow([...row]).commit();
    },
    async close() {
      sheet.commit();
      await workbook.commit();
      return Buffer.concat(parts);
    },
  };
};
