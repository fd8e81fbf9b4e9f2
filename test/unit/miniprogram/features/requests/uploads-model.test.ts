import type { FormValues } from '#contracts/form';
import {
  filesAt,
  isFor,
  type Upload,
  withFiles,
  withoutLineAt,
} from '../../../../../miniprogram/features/requests/uploads.model';

const upload = (id: string, line?: number): Upload => ({
  id,
  name: `${id}.jpg`,
  field: line === undefined ? 'files' : 'lines',
  ...(line !== undefined && { cell: { line, column: 'receipts' } }),
});
const values = { files: ['f1'], lines: [{ amount: 1 }, { amount: 2, receipts: ['r1'] }] } as FormValues;

test('files are read and written where they stand: a field, or a cell of a table', () => {
  const [own, first, second] = [upload('a'), upload('b', 0), upload('c', 1)];
  expect([own, first, second].map((place) => filesAt(values, place))).toEqual([['f1'], [], ['r1']]);
  expect(filesAt(values, upload('d', 7))).toEqual([]);
  expect(withFiles(values, own, ['f1', 'f2']).files).toEqual(['f1', 'f2']);
  expect(withFiles(values, first, ['r0']).lines).toEqual([
    { amount: 1, receipts: ['r0'] },
    { amount: 2, receipts: ['r1'] },
  ]);
});

test('what is on its way is shown at its own field and line', () => {
  expect(isFor(upload('a'), 'files', null)).toBe(true);
  expect(isFor(upload('b', 1), 'receipts', 1)).toBe(true);
  for (const [id, line] of [
    ['receipts', 0],
    ['receipts', null],
    ['lines', null],
  ] as const)
    expect(isFor(upload('b', 1), id, line)).toBe(false);
});

test('a removed line takes what was on its way with it, and what is below moves up', () => {
  const uploads = [upload('own'), upload('above', 0), upload('gone', 1), upload('below', 2)];
  expect(withoutLineAt(uploads, 'lines', 1)).toEqual([upload('own'), upload('above', 0), upload('below', 1)]);
  expect(withoutLineAt(uploads, 'others', 1)).toEqual(uploads);
});
