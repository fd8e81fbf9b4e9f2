import type { IdKind, PayeeEntry } from '#contracts/pay-files';
import { cleanCode, cleanLine } from '../../common/clean-text';
import { accountFault } from './common/bank-account';
import { isResidentId } from './common/id-number';

/** A line of a sheet that cannot be used; `line` counts from 1, as in the text. */
export interface PayeeProblem {
  readonly line: number;
  readonly rule: 'person' | 'columns' | 'id-number' | 'phone' | 'account' | 'account-damaged' | 'bank';
  readonly text: string;
}

export interface PastedPayees {
  readonly entries: readonly PayeeEntry[];
  /** Of each entry its line in the text. */
  readonly lines: readonly number[];
  readonly problems: readonly PayeeProblem[];
}

/** As many lines as one call takes. */
export const MAX_LINES = 100;
const HEADING = /工号|员工编号|employee|number/i;
/** Number, identity card, phone, account, bank, its place. */
const COLUMNS = 6;

/** Documents other than the resident identity card are known by their form. */
function idKindOf(text: string): IdKind {
  if (isResidentId(text) || /^\d/.test(text)) return 'resident';
  if (/^[HM]\d{8,10}$/.test(text)) return 'hk-macao';
  return /^[A-Z]{3}\d{12}$/.test(text) ? 'permanent' : 'passport';
}

/**
 * Reads lines out of a sheet: number, identity card, phone, account, bank and place, apart by tabs as Excel copies them. What
 * is not clear is a problem and never guessed: a sheet that a program has damaged must not become somebody's account.
 */
export function readPastedPayees(text: string): PastedPayees {
  const entries: PayeeEntry[] = [];
  const lines: number[] = [];
  const problems: PayeeProblem[] = [];
  let isFirst = true;
  for (const [index, raw] of text.split('\n').entries()) {
    const cells = (raw.includes('\t') ? raw.split('\t') : raw.split(/[,，;；]/)).map(cleanLine);
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

function readCells(cells: readonly string[]): PayeeEntry | Omit<PayeeProblem, 'line'> {
  const [id = '', card = '', tel = '', number = '', bank = '', place = '', ...rest] = cells;
  const employeeId = cleanCode(id);
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(employeeId)) return { rule: 'person', text: id };
  if (cells.length < 2 || cells.length - rest.length > COLUMNS || rest.some((cell) => cell !== ''))
    return { rule: 'columns', text: '' };
  const idNumber = cleanCode(card).toUpperCase();
  const [phone, account] = [cleanCode(tel), cleanCode(number)];
  const idKind = idKindOf(idNumber);
  if (idKind === 'resident' && idNumber !== '' && !isResidentId(idNumber))
    return { rule: 'id-number', text: card };
  if (phone !== '' && !/^1\d{10}$/.test(phone)) return { rule: 'phone', text: tel };
  const fault = account === '' ? null : accountFault(account);
  if (fault) return { rule: fault === 'damaged' ? 'account-damaged' : 'account', text: number };
  if (account !== '' && bank === '') return { rule: 'bank', text: '' };
  return { employeeId, idKind, idNumber, phone, account, bank, place };
}
