import type { Day, Month } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import type { ScheduleContract } from '#contracts/schedule';
import { cleanLine, comparable } from '../../common/clean-text';
import { cellsOf } from './paste-cells';
import { daysOf, type Paint, type Paints } from './roster.model';
import { plain, reader } from './roster-words';

/** Why a line or cell cannot be read; `row` and `column` are 1-based, as in the sheet. */
export interface PasteProblem {
  readonly row: number;
  readonly column: number;
  readonly rule:
    | 'unknown-person'
    | 'same-name'
    | 'other-name'
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

/** A cell in one line; Chinese that was wrapped in a narrow column has no space where it was. */
const unwrapped = (cell: string): string =>
  cleanLine(cell.replace(/(\p{Script=Han})\s*\n\s*(?=\p{Script=Han})/gu, '$1'));

/** Lines with something in them; cells are parted by tabs, as Excel copies them, or else by commas. */
const linesOf = (text: string): Line[] =>
  cellsOf(text)
    .map((cells, index) => ({ row: index + 1, cells: cells.map(unwrapped) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

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

type Column = Day | 'other-month' | null;

/** The columns of a sheet: `lead` of them say who it is, the others which day they are about. */
interface Columns {
  readonly lead: number;
  readonly days: readonly Column[];
  readonly body: readonly Line[];
  readonly problems: readonly PasteProblem[];
}

/** Lines in which a heading may stand, below a title and other remarks. */
const MAX_LINES_ABOVE = 6;

const isWeekday = (cell: string): boolean => new RegExp(`^(?:${WEEKDAY})$`).test(plain(cell));

/** A line of weekdays below the days. */
const isWeekdays = ({ cells }: Line, lead: number): boolean => {
  const rest = cells.slice(lead).filter((cell) => cell !== '');
  return rest.length > 1 && rest.every(isWeekday);
};

/** The days that the columns are about: as the heading says, else the month from its first day on. */
function columnsOf(lines: readonly Line[], frame: PasteFrame, people: People): Columns {
  const isPerson = ({ cells }: Line) => people.find(cells.slice(0, 2)) !== undefined;
  const above = lines.slice(0, MAX_LINES_ABOVE);
  const at = above.findIndex(
    (line) => !isPerson(line) && line.cells.slice(1).some((cell) => headingDay(cell, frame.month)),
  );
  const heading = lines[at];
  if (!heading) {
    const start = lines.findIndex((line) => isPerson(line) || line.cells.length > 1);
    const body = lines.slice(Math.max(0, start));
    const lead = body.some(({ cells }) => people.find(cells.slice(1, 2))) ? 2 : 1;
    return { lead, days: daysOf(frame.month), body, problems: [] };
  }
  const found = heading.cells.map((cell) => headingDay(cell, frame.month));
  const lead = Math.max(
    1,
    found.findIndex((day, index) => index > 0 && day !== undefined),
  );
  const days = found.slice(lead).map((day): Column => day ?? null);
  return { lead, days, body: lines.slice(at + 1), problems: headingProblems(heading, lead, days) };
}

const headingProblems = ({ row, cells }: Line, lead: number, days: readonly Column[]): PasteProblem[] =>
  days.flatMap((day, index): PasteProblem[] => {
    const at = { row, column: lead + index + 1, text: cells[lead + index] ?? '' };
    if (day === 'other-month') return [{ ...at, rule: 'other-month' }];
    return day !== null && days.indexOf(day) < index ? [{ ...at, rule: 'same-day' }] : [];
  });

type Found = { readonly id: string } | 'same-name' | 'other-name';

/**
 * Finds people by employee number, or by a name that only one of them has. Of several cells a number decides, and a
 * name of somebody else beside it is a mistake.
 */
function peopleOf(rows: PasteFrame['rows']) {
  const named = (text: string) =>
    rows.filter(({ name, nameEn }) => [name, nameEn].some((each) => comparable(each) === comparable(text)));
  return {
    find(given: readonly string[]): Found | undefined {
      const cells = given.filter((cell) => comparable(cell) !== '');
      const byNumber = rows.find(({ employeeId }) =>
        cells.some((cell) => comparable(cell) === comparable(employeeId)),
      );
      const byName = cells.flatMap(named);
      if (byNumber)
        return byName.length > 0 && !byName.includes(byNumber) ? 'other-name' : { id: byNumber.employeeId };
      const [first, ...others] = new Set(byName);
      if (!first) return undefined;
      return others.length > 0 ? 'same-name' : { id: first.employeeId };
    },
  };
}
type People = ReturnType<typeof peopleOf>;

/**
 * Reads rows that were copied from a sheet: a name, an employee number or both, then a word for each day; an empty
 * cell leaves its day unchanged. The result must not be applied while there are problems.
 */
export function readSheet(text: string, frame: PasteFrame): Pasted {
  const people = peopleOf(frame.rows);
  const { lead, days, body, problems } = columnsOf(linesOf(text), frame, people);
  const read = reader(frame.shifts);
  const paints: Record<string, Record<Day, Paint>> = {};
  const wrong: PasteProblem[] = [...problems];
  for (const line of body.filter((each) => !isWeekdays(each, lead))) {
    const who = line.cells.slice(0, lead);
    const found = people.find(who);
    const rule = ruleOf(found, paints);
    if (rule !== null || typeof found !== 'object') {
      const shown = who.filter((cell) => cell !== '').join(' ');
      wrong.push({ row: line.row, column: 1, rule: rule ?? 'unknown-person', text: shown });
      continue;
    }
    paints[found.id] = readCells(line, lead, days, read, wrong);
  }
  const cells = Object.values(paints).reduce((sum, each) => sum + Object.keys(each).length, 0);
  return { paints, problems: wrong, cells };
}

function ruleOf(found: Found | undefined, paints: Paints): PasteProblem['rule'] | null {
  if (found === undefined) return 'unknown-person';
  if (typeof found === 'string') return found;
  return paints[found.id] ? 'twice' : null;
}

function readCells(
  { row, cells }: Line,
  lead: number,
  columns: readonly Column[],
  read: ReturnType<typeof reader>,
  wrong: PasteProblem[],
): Record<Day, Paint> {
  const days: Record<Day, Paint> = {};
  cells.slice(lead).forEach((word, index) => {
    if (word === '') return;
    const day = columns[index];
    const at = { row, column: lead + index + 1, text: word };
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
