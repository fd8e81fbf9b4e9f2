import fc from 'fast-check';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { openTable } from '../../cloudfunctions/reports/data/table-file';
import { DAY_FIELDS } from '../../cloudfunctions/reports/domain/attendance-fields';
import { LEAVE_FIELDS } from '../../cloudfunctions/reports/domain/leave-fields';
import { monthFields } from '../../cloudfunctions/reports/domain/month-fields';
import { REQUEST_FIELDS } from '../../cloudfunctions/reports/domain/request-fields';
import { type Column, field, rowOf } from '../../cloudfunctions/reports/domain/table';
import { cleanText } from '../../miniprogram/common/clean-text';

/** Columns of texts of every report, as many as the widest one has. */
const TEXTS: readonly Column[] = [DAY_FIELDS, LEAVE_FIELDS, REQUEST_FIELDS, monthFields([], false)]
  .flat<readonly (readonly Column[])[], 1>()
  .filter(({ kind }) => kind === 'text');

const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r',
    '\r\n',
    '"',
    ',',
    ';',
    '\t',
    '=',
    '+',
    '-',
    '@',
    "'",
    ' ',
    '\u2028',
    '\ufffe',
    '\u0000',
  ),
  fc.constantFrom('=1+1', '\n=cmd|x', '<b>&amp;', ']]>', '\ud842', '𠮷', '＝', '_x000D_', '\ufeff', '張三'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const nasty = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
const tables = fc.array(fc.array(nasty, { minLength: TEXTS.length, maxLength: TEXTS.length }), {
  maxLength: 4,
});

const fields = TEXTS.map((column, at) => ({
  ...field(`列${at}`, `column ${at}`, 'text', 10, (row: readonly string[]) => row[at] ?? ''),
  width: column.width,
}));

async function fileOf(format: 'csv' | 'xlsx', rows: readonly (readonly string[])[]): Promise<Buffer> {
  const plan = { columns: fields, language: 'en' as const, title: 't', note: 'n', hasTotals: false };
  const file = await openTable(format, plan);
  file.add(rows.map((row) => rowOf(fields, row, 'en')));
  return file.close();
}

const head = fields.map(({ header }) => header.en);
/** Such a text would be run as a formula, so an apostrophe stands in front of it. */
const harmless = (text: string): string => (/^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

test('another reader of csv finds the same table, whatever a text contains, and no formula', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const text = (await fileOf('csv', rows)).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' });
      expect(errors).toEqual([]);
      expect(data).toEqual([head, ...rows.map((row) => row.map((cell) => harmless(cleanText(cell)))), ['']]);
    }),
    { numRuns: 300 },
  );
});

test('no line of a csv begins with a formula, even for a reader that knows no quoted line breaks', async () => {
  const text = (await fileOf('csv', [TEXTS.map(() => '去客户现场\n=1+1')])).toString('utf8');
  expect(Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' }).data).toHaveLength(3);
  expect(text).toContain('"去客户现场\n=1+1"');
});

test('another reader of workbooks opens the file and finds every text', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const read = await readSheet(await fileOf('xlsx', rows), { trim: false });
      const cells = read.slice(3).map((row) => head.map((_, at) => String(row[at] ?? '')));
      const written = rows.map((row) => row.map(cleanText)).filter((row) => row.some((cell) => cell !== ''));
      expect(cells.filter((row) => row.some((cell) => cell !== ''))).toEqual(written);
    }),
    { numRuns: 100 },
  );
});
