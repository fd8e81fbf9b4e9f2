import type { Day } from '#contracts/common';
import { cleanText } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { countsText } from './day-words';
import { nameOf } from './history.view';
import { type PasteFrame, readSheet } from './paste.model';
import type { Paint, Paints } from './roster.model';
import { shortNames } from './roster-words';

const SHOWN_PROBLEMS = 8;

function lineOf(
  paints: Readonly<Record<Day, Paint>>,
  shortOf: (paint: Paint) => string,
  words: Words,
): string {
  const days = (Object.entries(paints) as [Day, Paint][]).sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last) return words.t('paste.nobodysDay');
  const span = words.t('roster.weekSpan', { from: dayText(first[0], words), to: dayText(last[0], words) });
  return words.t('paste.line', { span, words: days.map(([, paint]) => shortOf(paint)).join(' ') });
}

/** What would happen to the sheet, before it does: either every line is understood, or nothing can be used. */
export function pasteView(text: string, frame: PasteFrame, words: Words) {
  const { paints, problems, cells } = readSheet(text, frame);
  const short = shortNames(frame.shifts, words);
  const shortOf = (paint: Paint) => {
    if (paint === null) return words.t('roster.usual');
    return short.get(paint) ?? words.t('roster.offShort');
  };
  const people = frame.rows.filter(({ employeeId }) => paints[employeeId]);
  const isBlank = cleanText(text) === '';
  return {
    lines: people.map((row) => ({
      id: row.employeeId,
      name: nameOf(row, words),
      what: lineOf(paints[row.employeeId] ?? {}, shortOf, words),
    })),
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, rule, text: word }) => ({
      key: `${row}-${column}`,
      text: words.t('paste.problem', { row, column, what: words.t(`paste.rules.${rule}`, { text: word }) }),
    })),
    more:
      problems.length > SHOWN_PROBLEMS
        ? words.t('paste.moreProblems', { count: problems.length - SHOWN_PROBLEMS })
        : '',
    summary: isBlank ? '' : summaryOf(people.length, cells, problems.length, words),
    canApply: problems.length === 0 && cells > 0,
    paints: problems.length === 0 ? paints : ({} as Paints),
  };
}

function summaryOf(people: number, cells: number, problems: number, words: Words): string {
  if (problems > 0) return words.t('paste.refused', { count: problems });
  return cells > 0 ? words.t('paste.ready', countsText(people, cells, words)) : words.t('paste.nothing');
}
