import { Workbook } from 'exceljs';
import Papa from 'papaparse';

/** Title and note stand above the head of a table. */
const ABOVE_HEAD = 2;

/** The first sheet of a workbook, as its reader sees it. Dates are texts, as csv has them. */
export interface SheetSeen {
  readonly title: unknown;
  readonly note: unknown;
  /** The head and the rows below it. */
  readonly rows: readonly (readonly unknown[])[];
  /** By the names of the columns. */
  readonly totals: Readonly<Record<string, unknown>>;
  readonly headBold: boolean;
  readonly frozen: readonly (number | undefined)[];
  readonly print: Readonly<Record<string, unknown>>;
  /** The columns that hold dates. */
  readonly dates: readonly string[];
  readonly widths: readonly (number | undefined)[];
  readonly filter: unknown;
}

export async function readWorkbook(bytes: ArrayBuffer): Promise<SheetSeen> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet.');
  const cells: unknown[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    cells.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value));
  });
  const [[title] = [], [note] = [], head = [], ...body] = cells;
  const hasTotals = TOTALS.includes(String(body.at(-1)?.[0]));
  const rows = hasTotals ? body.slice(0, -1) : body;
  const [view] = sheet.views;
  const { orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup;
  return {
    title,
    note,
    rows: [head, ...rows.map((row) => row.map(textOfDate))],
    totals: hasTotals ? Object.fromEntries(head.map((name, at) => [String(name), body.at(-1)?.[at]])) : {},
    headBold: sheet.getRow(ABOVE_HEAD + 1).getCell(1).font?.bold === true,
    frozen: view?.state === 'frozen' ? [view.xSplit, view.ySplit] : [],
    print: { orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow },
    dates: head.flatMap((name, at) => (rows.some((row) => row[at] instanceof Date) ? [String(name)] : [])),
    widths: Array.from({ length: sheet.columnCount }, (_, at) => sheet.getColumn(at + 1).width),
    filter: sheet.autoFilter,
  };
}

const TOTALS = ['合计', 'Total'];

function textOfDate(cell: unknown): unknown {
  if (!(cell instanceof Date)) return cell;
  const text = cell.toISOString().slice(0, 16).replace('T', ' ');
  return text.endsWith(' 00:00') ? text.slice(0, 10) : text;
}

/** The cells of CSV text, as another library reads them. */
export function readCsv(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true, delimiter: ',' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}
