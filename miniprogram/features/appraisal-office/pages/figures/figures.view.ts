import type { FigureOf } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { entriesOf, type FiguresModel, problemOf } from './figures.model';
import { readSheet } from './read-sheet';

/** Lines that were not understood, as shown at most. */
const SHOWN = 5;

/** Figures of people for a part of an appraisal: a sheet to paste, and what is there already. */
export function figuresView(model: FiguresModel, t: Words) {
  const { data, failure, busy, better, on } = model;
  const part = data?.parts.find(({ id }) => id === data.partId);
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    busy,
    title: part ? t.t('appraisalFigures.part', { name: t.pick(part.name), share: part.share }) : '',
    done: data ? t.t('appraisalFigures.done', { entered: data.entered, people: data.people }) : '',
    parts: (data?.parts.length ?? 0) > 1 ? partsOf(model, t) : [],
    canEdit: data?.cycle.state === 'running',
    closed: data && data.cycle.state !== 'running' ? t.t('appraisalFigures.closed') : '',
    pasted: model.text,
    ...sheetOf(model, t),
    betters: (['more', 'less'] as const).map((id) => ({
      ...{ id, on: id === better },
      name: t.t(`appraisalFigures.better.${id}`),
    })),
    source: model.source,
    day: { value: on, text: dayText(on, t), end: model.today },
    ready: !busy && entriesOf(model).length > 0,
    rows: (data?.rows ?? []).map(({ person, figure }) => ({
      id: person.id,
      name: t.t('appraisalFigures.person', { name: personName(person, t), id: person.id }),
      figure: figure ? figureText(figure, t) : t.t('appraisalFigures.none'),
      about: figure
        ? t.t('appraisalFigures.from', { source: figure.source, day: dayText(figure.on, t) })
        : '',
      isMissing: figure === null,
    })),
    hasMore: data?.next != null,
    text: textsOf(t),
  };
}

const partsOf = ({ data }: FiguresModel, t: Words) =>
  (data?.parts ?? []).map(({ id, name }) => ({ id, name: t.pick(name), on: id === data?.partId }));

/** How a figure is scored: against its target, in its direction. */
const figureText = ({ value, target, better }: FigureOf, t: Words): string =>
  t.t(`appraisalFigures.figure.${better}`, { value, target });

/** What was read of the text, and what is missing. */
function sheetOf(model: FiguresModel, t: Words) {
  const sheet = readSheet(model.text);
  const problem = model.text.trim() === '' ? null : problemOf(model, sheet);
  return {
    read: sheet.rows.length > 0 ? t.t('appraisalFigures.read', { count: sheet.rows.length }) : '',
    problem: problem === null ? '' : t.t(`appraisalFigures.problems.${problem}`),
    unread: sheet.unread.slice(0, SHOWN),
  };
}

const textsOf = (t: Words) => ({
  retry: t.t('common.retry'),
  loadFailed: t.t('appraisalFigures.loadFailed'),
  paste: t.t('appraisalFigures.paste'),
  pasteHint: t.t('appraisalFigures.pasteHint'),
  direction: t.t('appraisalFigures.direction'),
  source: t.t('appraisalFigures.source'),
  sourceHint: t.t('appraisalFigures.sourceHint'),
  day: t.t('appraisalFigures.day'),
  people: t.t('appraisalFigures.people'),
  more: t.t('appraisalFigures.more'),
  save: t.t('appraisalFigures.save'),
});
