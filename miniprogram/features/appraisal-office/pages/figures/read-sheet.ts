import type { FigureRow } from '#contracts/appraisal-results';
import { halfWidth } from '../../../../common/clean-text';
import { readNumber } from '../../../../common/read-number';

export interface ReadSheet {
  readonly rows: readonly FigureRow[];
  /** Lines that were not understood, long ones by their beginning; the head of a sheet is none of them. */
  readonly unread: readonly string[];
}

/** What is reached of it counts; without another one a figure is taken as points of a hundred. */
const USUAL_TARGET = 100;
const MAX_SHOWN = 40;
const EMPLOYEE = /^[A-Za-z0-9_-]{1,32}$/;
/**
 * Lines of a sheet or of a csv file: employee number, perhaps a name, the figure, perhaps its target. What is not clear is
 * named and never guessed.
 */
export function readSheet(text: string): ReadSheet {
  const rows: FigureRow[] = [];
  const unread: string[] = [];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(line);
    const row = rowOf(cells);
    if (row) rows.push(row);
    else if (at > 0 || !isHead(cells)) unread.push(shown(line.trim()));
  }
  return { rows, unread };
}

/** Cells of a sheet are apart by tabs, those of a file by commas or semicolons, what was typed by spaces. */
function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? /\t/ : /[,，;；]/.test(line) ? /[,，;；]/ : /\s+/;
  return line
    .split(separator)
    .map((cell) =>
      halfWidth(cell)
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    )
    .filter((cell) => cell !== '');
}

function rowOf([employeeId = '', ...rest]: readonly string[]): FigureRow | null {
  const figures = rest.flatMap((cell) => figureOf(cell) ?? []);
  // A name stands in front of the figures, and nothing behind them.
  const names = rest.length - figures.length;
  const isInOrder = rest.slice(0, names).every((cell) => figureOf(cell) === null);
  const [value, target = USUAL_TARGET] = figures;
  if (!EMPLOYEE.test(employeeId) || value === undefined || figures.length > 2 || names > 1 || !isInOrder)
    return null;
  return { employeeId, value, target };
}

/** `92`, `1,200.5`, `85%`; null for what is none. */
function figureOf(cell: string): number | null {
  const read = readNumber(cell.replace(/%$/, ''));
  return 'value' in read ? read.value : null;
}

const isHead = (cells: readonly string[]): boolean => cells.every((cell) => figureOf(cell) === null);

const shown = (line: string): string => (line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
