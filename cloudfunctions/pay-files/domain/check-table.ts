import type { Fen } from '#contracts/pay';
import type { FileTable } from './template';

/**
 * What a written file adds up to: the amounts of one column, from the cells themselves, so that a cell which was lost or
 * written twice is noticed before anybody is offered the file.
 * @throws RangeError for an amount that is no whole number of fen
 */
export function columnTotal({ head, rows }: FileTable, title: string): Fen {
  const place = head.indexOf(title);
  if (place < 0) throw new RangeError(`No column ${title}`);
  return rows.reduce((sum, row) => {
    const cell = row[place];
    const fen = cell && 'fen' in cell ? cell.fen : 0;
    if (!Number.isSafeInteger(fen)) throw new RangeError(`No amount: ${fen}`);
    return sum + fen;
  }, 0) as Fen;
}
