import { Workbook } from 'exceljs';

/** The first sheet of a workbook, as its reader sees it. */
export interface SheetSeen {
  readonly rows: readonly (readonly unknown[])[];
  readonly headBold: boolean;
  readonly frozenRows: number;
  readonly widths: readonly (number | undefined)[];
  readonly filter: unknown;
}

export async function readWorkbook(bytes: ArrayBuffer): Promise<SheetSeen> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet.');
  const rows: unknown[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value));
  });
  const [view] = sheet.views;
  return {
    rows,
    headBold: sheet.getRow(1).getCell(1).font?.bold === true,
    frozenRows: view?.state === 'frozen' ? (view.ySplit ?? 0) : 0,
    widths: Array.from({ length: sheet.columnCount }, (_, at) => sheet.getColumn(at + 1).width),
    filter: sheet.autoFilter,
  };
}

/** The cells of CSV text (RFC 4180). */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
