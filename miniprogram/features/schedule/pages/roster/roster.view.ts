import type { ChangeEntry } from '#contracts/change';
import type { Day } from '#contracts/common';
import { errorText } from '../../../../locales/error-text';
import { leftOutText } from '../../../../locales/left-out';
import type { Words } from '../../../../locales/words';
import { dayText, monthText } from '../../../../utils/dates';
import { countsText } from '../../day-words';
import { effectsView } from '../../effects.view';
import { changerOf, historyLines, nameOf } from '../../history.view';
import { loadState } from '../../load-state';
import type { PasteFrame } from '../../paste.model';
import { countChanges, daysOf, OFF, type Paint } from '../../roster.model';
import { shortNames } from '../../roster-words';
import { countShortRests } from '../../short-rest';
import { weekOptions } from '../../week.view';
import { gridView } from './grid.view';
import type { RosterModel } from './roster-model';

const USUAL = 'usual';

/** What a choice of the palette paints. */
export const paintOf = (id: string): Paint => (id === USUAL ? null : id);

/** What cells can be painted with, in the order of the palette; `usual` stands for null. */
function paletteOf({ sheet, brush }: RosterModel, words: Words) {
  const names = shortNames(sheet?.shifts ?? [], words);
  const shifts = (sheet?.shifts ?? []).map(({ id, name }) => ({
    id,
    name: words.pick(name),
    short: names.get(id) ?? '',
    on: brush === id,
  }));
  const usual = words.t('roster.usual');
  return [
    ...shifts,
    { id: OFF, name: words.t('roster.off'), short: words.t('roster.offShort'), on: brush === OFF },
    { id: USUAL, name: usual, short: usual, on: brush === null },
  ];
}

function clashLines({ clashes }: RosterModel, words: Words): string[] {
  const dates = (days: readonly Day[]) =>
    days.map((day) => dayText(day, words)).join(words.t('common.listSeparator'));
  const lines = clashes.map(({ row, kept, adopted }) => {
    const [last] = row.history;
    const facts = {
      name: nameOf(row, words),
      by: last ? changerOf(last, words) : words.t('roster.somebody'),
    };
    const parts = [
      words.t('roster.clash.row', facts),
      ...(adopted.length > 0 ? [words.t('roster.clash.adopted', { days: dates(adopted) })] : []),
      ...(kept.length > 0 ? [words.t('roster.clash.kept', { days: dates(kept) })] : []),
    ];
    return parts.join(words.t('common.separator'));
  });
  return lines.length > 0 ? [words.t('roster.clash.intro'), ...lines] : [];
}

function pickedView({ picked, sheet, month }: RosterModel, words: Words) {
  const row = sheet?.rows.find(({ employeeId }) => employeeId === picked?.employeeId);
  if (!picked || !row) return { title: '', count: '', canLess: false, canMore: false };
  const left = daysOf(month).filter((day) => day >= picked.day).length;
  return {
    title: words.t('roster.pickTitle', { name: nameOf(row, words), day: dayText(picked.day, words) }),
    count: words.t('roster.inARow', { count: picked.count }),
    canLess: picked.count > 1,
    canMore: picked.count < left,
  };
}

function personView({ person, sheet }: RosterModel, words: Words) {
  const row = sheet?.rows.find(({ employeeId }) => employeeId === person);
  const nameOfShift = (id: string | null): string => {
    if (id === null) return words.t('roster.usual');
    if (id === OFF) return words.t('roster.off');
    const shift = sheet?.shifts.find((each) => each.id === id);
    return shift ? words.pick(shift.name) : id;
  };
  const say = ({ what, values }: ChangeEntry) =>
    what
      .map((day) => {
        const pair = values?.[day];
        const text = dayText(day as Day, words);
        if (!pair) return text;
        const [before, after] = [nameOfShift(pair[0]), nameOfShift(pair[1])];
        return words.t('common.changed', { name: text, before, after });
      })
      .join(words.t('common.listSeparator'));
  return {
    name: row ? nameOf(row, words) : '',
    lines: historyLines(row?.history ?? [], say, words),
  };
}

const modeOf = ({ department, sheet, loadFailure }: RosterModel, words: Words) => {
  if (!department) return { ...loadState(false, null, words), mode: 'choose' as const };
  const state = loadState(sheet !== null, loadFailure, words);
  return { ...state, mode: sheet?.rows.length === 0 ? ('empty' as const) : state.mode };
};

/** What the sheet for pasting needs of the roster. */
const frameOf = ({ month, sheet }: RosterModel): PasteFrame => ({
  month,
  rows: (sheet?.rows ?? []).map(({ employeeId, name, nameEn }) => ({ employeeId, name, nameEn })),
  shifts: sheet?.shifts ?? [],
});

function changesText({ sheet, drafts }: RosterModel, words: Words): string {
  const { people, days } = countChanges(sheet?.rows ?? [], drafts);
  return people > 0 ? words.t('roster.changes', countsText(people, days, words)) : '';
}

/** New shifts with too little rest before them, told before they are saved. */
function tiredText({ sheet, drafts }: RosterModel, words: Words): string {
  if (!sheet) return '';
  const { people, days } = countShortRests(sheet, drafts);
  return people > 0 ? words.t('roster.shortRests', countsText(people, days, words)) : '';
}

/** The roster of a department. */
export function rosterView(model: RosterModel, words: Words) {
  const { department, sheet, cursors, busy, failure, open } = model;
  const changes = changesText(model, words);
  return {
    ...modeOf(model, words),
    department: department ? words.pick(department.name) : words.t('roster.choose'),
    month: monthText(model.month, words),
    grid: gridView(model, words),
    palette: paletteOf(model, words),
    brushing: model.brush !== undefined,
    picked: pickedView(model, words),
    person: personView(model, words),
    sheets: {
      departments: open === 'departments',
      cell: open === 'cell',
      week: open === 'week',
      paste: open === 'paste',
      person: open === 'person',
    },
    chosen: department?.id ?? '',
    frame: frameOf(model),
    weeks: weekOptions(model, words),
    hasPrevious: cursors.length > 1,
    hasNext: sheet?.next != null,
    clash: clashLines(model, words),
    leftOut: leftOutText(sheet?.leftOut, words),
    openYear: sheet?.days.some(({ open }) => open)
      ? words.t('roster.openYear', { year: model.month.slice(0, 4) })
      : '',
    problem: failure && model.clashes.length === 0 ? errorText(failure, words) : '',
    changes,
    tired: tiredText(model, words),
    canSave: changes !== '' && !busy,
    saving: busy,
    effects: effectsView(model.effects, model.open === 'effects', words),
    text: textOf(model, words),
  };
}

function textOf({ brush, busy }: RosterModel, words: Words) {
  return {
    loadFailed: words.t('roster.loadFailed'),
    empty: words.t('roster.empty'),
    emptyText: words.t('roster.emptyText'),
    chooseTitle: words.t('roster.chooseTitle'),
    chooseText: words.t('roster.chooseText'),
    choose: words.t('roster.choose'),
    previousMonth: words.t('month.previous'),
    nextMonth: words.t('month.next'),
    week: words.t('roster.copyWeek'),
    paste: words.t('roster.paste'),
    person: words.t('roster.person'),
    previous: words.t('roster.previousPage'),
    next: words.t('roster.nextPage'),
    brush: words.t(brush === undefined ? 'roster.brushHint' : 'roster.brushOn'),
    less: words.t('roster.less'),
    more: words.t('roster.more'),
    discard: words.t('leaving.discard'),
    save: words.t(busy ? 'roster.saving' : 'roster.save'),
    history: words.t('history.title'),
    noHistory: words.t('history.none'),
    moreHistory: words.t('history.more'),
  };
}
