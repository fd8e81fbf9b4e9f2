import { Workbook, type Worksheet } from 'exceljs';
import { openTable } from '../../../../cloudfunctions/reports/data/table-file';
import { type Column, type ColumnKind, field } from '../../../../cloudfunctions/reports/domain/table';

const column = (kind: ColumnKind): Column => field(kind, kind, kind, 10, () => null);
const columns = (['text', 'number', 'days', 'hours', 'yuan', 'date', 'moment'] as const).map(column);
const rows = [
  ['张三', 1, 0.5, 7.25, 12.3, '2026-11-23', '2026-11-23 09:05'],
  [null, null, null, null, null, null, null],
];

async function sheetOf(hasTotals: boolean): Promise<Worksheet> {
  const file = await openTable('xlsx', { columns, language: 'en', title: 't', note: 'n', hasTotals });
  file.add(rows);
  const workbook = new Workbook();
  await workbook.xlsx.load((await file.close()) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet.');
  return sheet;
}

const FIRST_ROW = 4;
const looks = (sheet: Worksheet, number: number) =>
  columns.map((_, at) => {
    const { numFmt, font } = sheet.getRow(number).getCell(at + 1);
    return [numFmt, font?.bold === true];
  });
/** Of figures the library reads that they are shown as they are. */
const FORMATS = ['@', undefined, undefined, undefined, '#,##0.00', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm'];

test('every figure looks as its column does, sums are bold, and only sums', async () => {
  const sheet = await sheetOf(true);
  expect(looks(sheet, FIRST_ROW)).toEqual(FORMATS.map((format) => [format, false]));
  const sums = FIRST_ROW + rows.length;
  expect(looks(sheet, sums).slice(0, 5)).toEqual(FORMATS.slice(0, 5).map((format) => [format, true]));
  expect(sheet.getRow(sums).getCell(3).value).toBe(0.5);
  expect(looks(await sheetOf(false), FIRST_ROW)).toEqual(FORMATS.map((format) => [format, false]));
});

test('what is typed into an empty cell looks as its column does', async () => {
  const sheet = await sheetOf(false);
  expect(columns.map((_, at) => sheet.getColumn(at + 1).numFmt)).toEqual(FORMATS);
});

test('the head is as high as its longest header, in either language', async () => {
  const heightOf = async (header: string): Promise<number> => {
    const wide = { ...column('text'), header: { 'zh-CN': header, en: header }, width: 10 };
    const options = {
      columns: [wide, wide, wide],
      language: 'en',
      title: 't',
      note: 'n',
      hasTotals: false,
    } as const;
    const file = await openTable('xlsx', options);
    const workbook = new Workbook();
    await workbook.xlsx.load((await file.close()) as unknown as ArrayBuffer);
    return workbook.worksheets[0]?.getRow(FIRST_ROW - 1).height ?? 0;
  };
  expect(await heightOf('Score')).toBe(16);
  expect(await heightOf('Employee no.')).toBe(32);
  expect(await heightOf('其他人平均分数')).toBe(32);
});

test('a text that is longer than its column is wide goes on below, in a row that is as high', async () => {
  const long = '校准时按部门的目标完成情况调高了一档';
  const file = await openTable('xlsx', {
    columns,
    language: 'zh-CN',
    title: 't',
    note: 'n',
    hasTotals: false,
  });
  file.add([[long], ['one\ntwo'], ['short']]);
  const workbook = new Workbook();
  await workbook.xlsx.load((await file.close()) as unknown as ArrayBuffer);
  const rowAt = (at: number) => workbook.worksheets[0]?.getRow(FIRST_ROW + at);
  const looks = [0, 1, 2].map((at) => [
    rowAt(at)?.getCell(1).alignment?.wrapText ?? false,
    rowAt(at)?.height,
  ]);
  expect(looks).toEqual([
    [true, 64],
    [true, 32],
    [false, undefined],
  ]);
});
