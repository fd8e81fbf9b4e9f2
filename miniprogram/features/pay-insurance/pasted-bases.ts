import type { Month } from '#contracts/common';
import type { FundRate } from '#contracts/insurance';
import type { BaseEntry } from '#contracts/insurance-records';
import type { Fen } from '#contracts/pay';
import { cleanCode, cleanLine } from '../../common/clean-text';
import { readFen } from '../../common/read-number';

/** A line of a sheet that cannot be used; `line` counts from 1, as in the text. */
export interface PasteProblem {
  readonly line: number;
  readonly rule: 'person' | 'month' | 'amount' | 'too-large' | 'kind' | 'percent' | 'columns' | 'too-many';
  readonly text: string;
}

export interface PastedBases {
  readonly entries: readonly BaseEntry[];
  /** Of each entry its line in the text. */
  readonly lines: readonly number[];
  readonly problems: readonly PasteProblem[];
}

/** As many lines as one call takes. */
export const MAX_LINES = 100;
const MAX_FEN = 1_000_000_000;
const MONTH = /^(20\d{2})[-/.年](\d{1,2})月?(?:[-/.]?0?1日?)?$/;
const HEADING = /工号|员工编号|employee|number/i;
const LOCAL = /^(?:本市|本地|本市户籍|local)$/i;
const PENSIONER = /^(?:退休|退休返聘|pensioner|retired)$/i;
const NOBODYS = /^(?:[-–—/]|无|不缴)?$/;
/** One percent for both sides, or that of the company and that of the employee. */
const PERCENTS = /^(\d{1,3}(?:\.\d{1,4})?)%?(?:\/(\d{1,3}(?:\.\d{1,4})?)%?)?$/;
const NO_PART: FundRate = { employer: 0, employee: 0 };

/**
 * Reads lines out of a sheet: number, perhaps a name, first month, base of insurance, base of fund, a word, and own percents
 * of fund and supplementary fund. What is not clear is a problem and never guessed: a sheet that a program has damaged must not become somebody's base.
 */
export function readPastedBases(text: string): PastedBases {
  const entries: BaseEntry[] = [];
  const lines: number[] = [];
  const problems: PasteProblem[] = [];
  let isFirst = true;
  for (const [index, raw] of text.split('\n').entries()) {
    const cells = cellsOf(raw);
    if (cells.every((cell) => cell === '')) continue;
    const isHeading = isFirst && HEADING.test(cells[0] ?? '');
    isFirst = false;
    if (isHeading) continue;
    const read = readCells(cells);
    if ('rule' in read) problems.push({ line: index + 1, ...read });
    else {
      entries.push(read);
      lines.push(index + 1);
    }
  }
  return { entries, lines, problems };
}

/** Cells are apart by tabs, as Excel copies them, or else by spaces and commas; not by the comma within an amount. */
function cellsOf(line: string): string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[\s;；，]+|,(?!\d{3}(?:\D|$))/);
  return cells.map(cleanLine);
}

type Problem = Omit<PasteProblem, 'line'>;

function readCells(cells: readonly string[]): BaseEntry | Problem {
  const employeeId = cleanCode(cells[0] ?? '');
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(employeeId)) return { rule: 'person', text: cells[0] ?? '' };
  // A name may stand between the number and the month.
  const at = cells.findIndex((cell, index) => index > 0 && index < 4 && MONTH.test(cleanCode(cell)));
  const from = at < 0 ? null : monthOf(cells[at] ?? '');
  if (from === null) return { rule: 'month', text: '' };
  const [insuranceCell, fundCell, ...others] = cells.slice(at + 1);
  const [word = '', fundPercent = '', extraPercent = '', ...rest] = /^\d/.test(cleanCode(others[0] ?? ''))
    ? ['', ...others]
    : others;
  if (insuranceCell === undefined || fundCell === undefined) return { rule: 'columns', text: '' };
  const more = rest.find((cell) => cell !== '');
  if (more !== undefined) return { rule: 'too-many', text: more };
  const insurance = amountOf(insuranceCell);
  const fund = amountOf(fundCell);
  if (isProblem(insurance)) return insurance;
  if (isProblem(fund)) return fund;
  const [isLocal, isPensioner] = [LOCAL.test(word), PENSIONER.test(word)];
  if (word !== '' && !isLocal && !isPensioner) return { rule: 'kind', text: word };
  const own = ownPercents(fundPercent, extraPercent);
  return 'rule' in own ? own : { employeeId, from, insurance, fund, isLocal, isPensioner, ...own };
}

type OwnPercents = Pick<BaseEntry, 'fundRate' | 'supplementaryRate'>;

/** An empty cell is the percent of the company. */
function ownPercents(fundCell: string, extraCell: string): OwnPercents | Problem {
  const fundRate = percentsOf(fundCell);
  const isNobodys = extraCell !== '' && NOBODYS.test(extraCell);
  const supplementaryRate = isNobodys ? NO_PART : percentsOf(extraCell);
  if (fundRate && 'rule' in fundRate) return fundRate;
  if (supplementaryRate && 'rule' in supplementaryRate) return supplementaryRate;
  return { ...(fundRate && { fundRate }), ...(supplementaryRate && { supplementaryRate }) };
}

/** Null: as the company has chosen. */
function percentsOf(cell: string): FundRate | null | Problem {
  const text = cleanCode(cell);
  if (text === '') return null;
  const [, employer, employee = employer] = PERCENTS.exec(text) ?? [];
  if (employer === undefined) return { rule: 'percent', text: cell };
  return { employer: Number(employer), employee: Number(employee) };
}

function monthOf(cell: string): Month | null {
  const [, year = '', month = ''] = MONTH.exec(cleanCode(cell)) ?? [];
  const number = Number(month);
  return number >= 1 && number <= 12 ? (`${year}-${month.padStart(2, '0')}` as Month) : null;
}

/** Null: it is not paid. */
function amountOf(cell: string): Fen | null | Problem {
  if (NOBODYS.test(cell)) return null;
  const read = readFen(cell);
  if ('problem' in read || read.value < 0) return { rule: 'amount', text: cell };
  return read.value > MAX_FEN ? { rule: 'too-large', text: cell } : (read.value as Fen);
}

const isProblem = (read: Fen | null | Problem): read is Problem => typeof read === 'object' && read !== null;
