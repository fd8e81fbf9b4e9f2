import type { Day, Month } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import type { ScheduleContract } from '#contracts/schedule';
import { daysOf, type Paint, type Paints } from './roster.model';
import { plain, reader } from './roster-words';

/** Why a line or cell cannot be read; `row` and `column` are 1-based, as in the sheet. */
export interface PasteProblem {
  readonly row: number;
  readonly column: number;
  readonly rule:
    | 'unknown-person'
    | 'same-name'
    | 'twice'
    | 'unknown-word'
    | 'ambiguous-word'
    | 'no-day'
    | 'same-day'
    | 'other-month';
  readonly text: string;
}

export interface Pasted {
  readonly paints: Paints;
  readonly problems: readonly PasteProblem[];
  readonly cells: number;
}

/** The sheet that something is pasted into. */
export interface PasteFrame {
  readonly month: Month;
  readonly rows: readonly Pick<RosterRow, 'employeeId' | 'name' | 'nameEn'>[];
  readonly shifts: ScheduleContract['roster']['output']['shifts'];
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Lines with something in them; cells are parted by tabs, as Excel copies them, or else by commas. */
function linesOf(text: string): Line[] {
  const isTabbed = text.includes('\t');
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({
      row: index + 1,
      cells: line.split(isTabbed ? '\t' : /[,，]/).map((cell) => cell.replace(/^"|"$/g, '').trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const WEEKDAY = '(?:周|星期)?[一二三四五六日天]|mon|tue|wed|thu|fri|sat|sun';
const HEADING = new RegExp(
  String.raw`^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月])?(\d{1,2})[日号]?\s*[(（]?(?:${WEEKDAY})?[)）]?$`,
);

/** The day that a heading names: 3, 3日, 12/3, 12月3日 周四 or 2026-12-03; undefined if it is no date. */
function headingDay(text: string, month: Month): Day | 'other-month' | undefined {
  const [, year, at, date] = HEADING.exec(plain(text)) ?? [];
  if (date === undefined) return undefined;
  const two = (part: string) => part.padStart(2, '0');
  const [ownYear = '', ownMonth = ''] = month.split('-');
  const day = `${year ?? ownYear}-${two(at ?? ownMonth)}-${two(date)}` as Day;
  return daysOf(month).includes(day) ? day : 'other-month';
}

const isWeekdays = ({ cells }: Line): boolean => {
  const rest = cells.slice(1).filter((cell) => cell !== '');
  return rest.length > 1 && rest.every((cell) => new RegExp(`^(?:${WEEKDAY})$`).test(plain(cell)));
};

type Column = Day | 'other-month' | null;

/** The days that the columns are about: as the heading says, else the month from its first day on. */
function columnsOf(lines: readonly Line[], frame: PasteFrame, people: People) {
  const [first] = lines;
  const headings = first?.cells.slice(1) ?? [];
  const found = headings.map((cell) => headingDay(cell, frame.month));
  const isHeading =
    first !== undefined &&
    people.find(first.cells[0] ?? '') === undefined &&
    found.some((day) => day !== undefined);
  if (!isHeading) return { columns: daysOf(frame.month) as Column[], body: lines, problems: [] };
  const columns = found.map((day): Column => day ?? null);
  const problems = columns.flatMap((day, index): PasteProblem[] => {
    const at = { row: first.row, column: index + 2, text: headings[index] ?? '' };
    if (day === 'other-month') return [{ ...at, rule: 'other-month' }];
    return day !== null && columns.indexOf(day) < index ? [{ ...at, rule: 'same-day' }] : [];
  });
  return { columns, body: lines.slice(1), problems };
}

/** Finds people by employee number, or by a name that only one of them has. */
function peopleOf(rows: PasteFrame['rows']) {
  const named = (text: string) =>
    rows.filter(({ name, nameEn }) => plain(name) === plain(text) || plain(nameEn) === plain(text));
  return {
    find(text: string): string | 'same-name' | undefined {
      const byNumber = rows.find(({ employeeId }) => plain(employeeId) === plain(text));
      if (byNumber) return byNumber.employeeId;
      const found = named(text);
      return found.length > 1 ? 'same-name' : found[0]?.employeeId;
    },
  };
}
type People = ReturnType<typeof peopleOf>;

/**
 * Reads rows that were copied from a sheet: a name or employee number, then a word for each day; an empty cell leaves
 * its day unchanged. The result must not be applied while there are problems.
 */
export function readSheet(text: string, frame: PasteFrame): Pasted {
  const people = peopleOf(frame.rows);
  const lines = linesOf(text);
  const { columns, body, problems } = columnsOf(lines, frame, people);
  const read = reader(frame.shifts);
  const paints: Record<string, Record<Day, Paint>> = {};
  const wrong: PasteProblem[] = [...problems];
  for (const line of body.filter((each) => !isWeekdays(each))) {
    const [who = ''] = line.cells;
    const id = people.find(who);
    const rule = id === undefined ? 'unknown-person' : id === 'same-name' ? id : paints[id] ? 'twice' : null;
    if (rule !== null || id === undefined) {
      wrong.push({ row: line.row, column: 1, rule: rule ?? 'unknown-person', text: who });
      continue;
    }
    paints[id] = readCells(line, columns, read, wrong);
  }
  const cells = Object.values(paints).reduce((sum, days) => sum + Object.keys(days).length, 0);
  return { paints, problems: wrong, cells };
}

function readCells(
  { row, cells }: Line,
  columns: readonly Column[],
  read: ReturnType<typeof reader>,
  wrong: PasteProblem[],
): Record<Day, Paint> {
  const days: Record<Day, Paint> = {};
  cells.slice(1).forEach((word, index) => {
    if (word === '') return;
    const day = columns[index];
    const at = { row, column: index + 2, text: word };
    if (day === undefined || day === null) wrong.push({ ...at, rule: 'no-day' });
    else if (day !== 'other-month') {
      const meant = read(word);
      if (meant === undefined) wrong.push({ ...at, rule: 'unknown-word' });
      else if (meant === 'ambiguous') wrong.push({ ...at, rule: 'ambiguous-word' });
      else days[day] = meant.paint;
    }
  });
  return days;
}
