import type { Day } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import { spanText } from '../../../../common/attendance-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import { dateOf, dayText, weekdayOf } from '../../../../utils/dates';
import { isOff, signOf } from '../../day-words';
import { nameOf } from '../../history.view';
import { daysFor, OFF, type Sheet } from '../../roster.model';
import { shortNames } from '../../roster-words';
import { shortRests } from '../../short-rest';
import type { RosterModel } from './roster-model';

export interface GridCell {
  readonly day: string;
  readonly text: string;
  /** Classes: who decides the day, which shift it is, and whether it is changed or contested. */
  readonly look: string;
  readonly label: string;
}

/** Number of distinguishable shift colours. */
const TONES = 4;

function headsOf({ days }: Sheet, today: Day, words: Words) {
  return days.map(({ day, kind, name }) => {
    return {
      day,
      date: dateOf(day),
      week: words.t(`date.weekdayInitials.${weekdayOf(day)}` as TextKey),
      sign: signOf(kind, name !== null, words),
      look: [isOff(kind) ? 'head-off' : '', day === today ? 'head-today' : ''].filter(Boolean).join(' '),
      label: name ? `${dayText(day, words)} ${words.pick(name)}` : dayText(day, words),
    };
  });
}

interface Names {
  readonly short: ReadonlyMap<string, string>;
  readonly full: ReadonlyMap<string, string>;
  readonly tones: ReadonlyMap<string, string>;
}

function namesOf({ shifts }: Sheet, words: Words): Names {
  const off = [OFF, words.t('roster.offShort')] as const;
  return {
    short: new Map([...shortNames(shifts, words), off]),
    full: new Map([
      ...shifts.map(({ id, name }) => [id, words.pick(name)] as const),
      [OFF, words.t('roster.off')],
    ]),
    tones: new Map([
      ...shifts.map(({ id }, index) => [id, `tone-${index % TONES}`] as const),
      [OFF, 'tone-off'] as const,
    ]),
  };
}

function cellsOf(row: RosterRow, model: RosterModel, sheet: Sheet, names: Names, words: Words): GridCell[] {
  const days = daysFor(row, model.drafts);
  const rests = shortRests(row, sheet, model.drafts);
  const clash = model.clashes.find((each) => each.row.employeeId === row.employeeId);
  return sheet.days.map(({ day }, index) => {
    const own = days[day];
    const entry = own ?? row.usual[index] ?? '';
    const isChanged = own !== row.days[day];
    const look = [
      own === undefined ? 'usual' : (names.tones.get(own) ?? 'tone-0'),
      isChanged ? 'changed' : '',
      clash?.kept.includes(day) ? 'kept' : '',
      rests.has(day) ? 'tired' : '',
    ];
    const said = names.full.get(entry) ?? words.t('roster.nothing');
    const how = own === undefined ? words.t('roster.byUsual', { name: said }) : said;
    const label = isChanged
      ? words.t('roster.cellChanged', { day: dayText(day, words), name: how })
      : `${dayText(day, words)} ${how}`;
    const rest = rests.get(day);
    const tired = rest === undefined ? [] : [words.t('roster.shortRest', { span: spanText(rest, words) })];
    return {
      day,
      text: names.short.get(entry) ?? entry.slice(0, 5),
      look: look.filter(Boolean).join(' '),
      label: [label, ...tired].join(words.t('common.listSeparator')),
    };
  });
}

/** The sheet of people and days. */
export function gridView(model: RosterModel, words: Words) {
  const { sheet } = model;
  if (!sheet) return { heads: [], rows: [] };
  const names = namesOf(sheet, words);
  return {
    heads: headsOf(sheet, model.today, words),
    rows: sheet.rows.map((row) => ({
      id: row.employeeId,
      name: nameOf(row, words),
      cells: cellsOf(row, model, sheet, names, words),
    })),
  };
}
