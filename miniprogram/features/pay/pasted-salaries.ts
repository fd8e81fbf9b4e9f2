import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayItem } from '#contracts/pay-item';
import type { SalaryLine } from '#contracts/salary-change';
import { cleanCode, cleanLine } from '../../common/clean-text';
import { readFen } from '../../common/read-number';

/** A line of a sheet that cannot be used; `line` counts from 1, as in the text, and `column` is what its head says. */
export interface SalarySheetProblem {
  readonly line: number;
  readonly rule:
    | 'person'
    | 'day'
    | 'day-serial'
    | 'amount'
    | 'amount-zero'
    | 'amount-damaged'
    | 'columns'
    | 'heading';
  readonly column: string;
  readonly text: string;
}

export interface PastedSalaries {
  readonly lines: readonly SalaryLine[];
  /** Of each line where it stands in the text. */
  readonly places: readonly number[];
  readonly problems: readonly SalarySheetProblem[];
}

/** As many people as one approval is about. */
export const MAX_LINES = 100;
const HEADING = /工号|员工编号|employee|number/i;
/** Number, first day, wage, base of overtime; what follows are items that the heading names. */
const FIXED = 4;
const DAY = /^(20\d{2})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
/** A day as a spreadsheet counts it. */
const SERIAL = /^[34]\d{4}$/;
/** What a spreadsheet has made of a figure. */
const DAMAGED = /^#|^[-+]?\d+(?:\.\d+)?e[-+]?\d+$|^-+$/i;

interface Problem extends Omit<SalarySheetProblem, 'line'> {}
const isProblem = (value: object): value is Problem => 'rule' in value;

/**
 * Reads lines out of a sheet, apart by tabs as a spreadsheet copies them: number, first day, wage, base of overtime, then items
 * that the first line names. What is not clear is a problem and never guessed: a sheet that a program has damaged must not
 * become somebody's pay. An empty cell leaves what is there.
 */
export function readPastedSalaries(text: string, items: readonly PayItem[]): PastedSalaries {
  const [lines, places, problems]: [SalaryLine[], number[], SalarySheetProblem[]] = [[], [], []];
  let columns: readonly PayItem[] | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const cells = (raw.includes('\t') ? raw.split('\t') : raw.split(/[，;；]|,(?!\d{3}(?:\D|$))/)).map(
      cleanLine,
    );
    if (cells.every((cell) => cell === '')) continue;
    if (columns === null && HEADING.test(cells[0] ?? '')) {
      const read = columnsOf(cells, items);
      columns = 'rule' in read ? [] : read.columns;
      if ('rule' in read) problems.push({ line: index + 1, ...read });
      continue;
    }
    columns = columns ?? [];
    const read = lineOf(cells, columns);
    if (isProblem(read)) problems.push({ line: index + 1, ...read });
    else {
      lines.push(read);
      places.push(index + 1);
    }
  }
  return { lines, places, problems };
}

function columnsOf(
  cells: readonly string[],
  items: readonly PayItem[],
): { readonly columns: readonly PayItem[] } | Problem {
  const columns: PayItem[] = [];
  for (const cell of cells.slice(FIXED)) {
    if (cell === '') continue;
    const item = items.filter(({ id, name }) => [id, name['zh-CN'], name.en].includes(cell))[0];
    if (!item || columns.includes(item)) return { rule: 'heading', column: cell, text: cell };
    columns.push(item);
  }
  return { columns };
}

function lineOf(cells: readonly string[], columns: readonly PayItem[]): SalaryLine | Problem {
  const [number = '', first = '', wage = '', base = '', ...rest] = cells;
  const employeeId = cleanCode(number);
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(employeeId)) return { rule: 'person', column: 'person', text: number };
  const from = dayOf(first);
  if (typeof from === 'object') return from;
  const paid = amountOf('wage', wage);
  if (isProblem(paid)) return paid;
  if (paid.fen === 0) return { rule: 'amount-zero', column: 'wage', text: wage };
  const overtime = base === '' ? null : amountOf('overtimeBase', base);
  if (overtime && isProblem(overtime)) return overtime;
  if (rest.slice(columns.length).some((cell) => cell !== ''))
    return { rule: 'columns', column: '', text: '' };
  const entered: Record<string, Fen> = {};
  for (const [at, item] of columns.entries()) {
    const cell = rest[at] ?? '';
    const amount = cell === '' ? null : amountOf(item.id, cell);
    if (amount && isProblem(amount)) return amount;
    if (amount) entered[item.id] = amount.fen;
  }
  return {
    ...{ employeeId, from, wage: paid.fen },
    ...(overtime && { overtimeBase: overtime.fen }),
    ...(Object.keys(entered).length > 0 && { entered }),
  };
}

function dayOf(cell: string): Day | Problem {
  const text = cleanCode(cell);
  if (SERIAL.test(text)) return { rule: 'day-serial', column: 'from', text: cell };
  const [, year = '', month = '', date = ''] = DAY.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const isDay = year !== '' && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
  return isDay ? (day as Day) : { rule: 'day', column: 'from', text: cell };
}

function amountOf(column: string, cell: string): { readonly fen: Fen } | Problem {
  if (DAMAGED.test(cleanCode(cell))) return { rule: 'amount-damaged', column, text: cell };
  const read = readFen(cell);
  if ('problem' in read || read.value < 0) return { rule: 'amount', column, text: cell };
  return { fen: read.value as Fen };
}
