import { Readable } from 'node:stream';
import { Workbook } from 'exceljs';

/** Rows of a CSV file as texts, read by the library that reads and writes Excel's own files. */
export async function readCsv(bytes: Buffer): Promise<string[][]> {
  const sheet = await new Workbook().csv.read(Readable.from([bytes]), { map: (value: unknown) => value });
  // Asked once: it looks at every row.
  const width = sheet.columnCount;
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    rows.push(Array.from({ length: width }, (_, at) => String(row.getCell(at + 1).value ?? '')));
  });
  return rows;
}
