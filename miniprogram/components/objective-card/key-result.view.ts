import type { Measure, Share, Standing } from '#contracts/goal';
import type { CycleDays, KeyResultView } from '#contracts/goals';
import { expectedShare, workdaysLate } from '../../common/goals/expected';
import { progressOf } from '../../common/goals/progress';
import { FULL, percentText } from '../../common/goals/share';
import type { Words } from '../../locales/words';

export interface KeyResultRow {
  readonly id: string;
  readonly title: string;
  /** Figures now and to reach, in the unit. */
  readonly figure: string;
  /** Width of the bar and place of the mark, percent of the whole; no mark below 0. */
  readonly width: number;
  readonly mark: number;
  readonly tone: 'ok' | 'warn' | 'bad' | 'none';
  readonly note: string;
  readonly late: string;
  /** What was said last of the confidence, and where the figure is from. */
  readonly source: string;
  readonly label: string;
}

/** A figure with its unit: `14`, `16.4%`, `1,200 单`. */
export function figureText(value: number, unit: string): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = `${value < 0 ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
  if (unit === '') return text;
  return unit === '%' || unit === '％' ? `${text}%` : `${text}\u00a0${unit}`;
}

/** What a key result stands at, and what it is to reach. */
export function standingText(measure: Measure, { value, done = [] }: Standing, words: Words): string {
  switch (measure.kind) {
    case 'raise':
    case 'lower':
      if (measure.start === 0)
        return words.t('goals.figureOf', {
          value: value === null ? '–' : figureText(value, ''),
          target: figureText(measure.target, measure.unit),
        });
      return words.t('goals.figureTo', {
        value: figureText(value ?? measure.start, measure.unit),
        target: figureText(measure.target, measure.unit),
      });
    case 'keep-above':
    case 'keep-below':
      return words.t(`goals.${measure.kind === 'keep-above' ? 'keepAbove' : 'keepBelow'}`, {
        value: value === null ? '–' : figureText(value, measure.unit),
        limit: figureText(measure.limit, measure.unit),
      });
    case 'milestones':
      return words.t('goals.milestones', { done: done.length, all: measure.milestones.length });
    case 'yes-no':
      return words.t(value === 1 ? 'goals.yes' : 'goals.no');
    default:
      return value === null ? '–' : `${figureText(value, '')}%`;
  }
}

/** Whether progress is expected to grow with the days: a limit that is kept, or a yes, is not. */
const isSteady = ({ kind }: Measure): boolean =>
  kind !== 'keep-above' && kind !== 'keep-below' && kind !== 'yes-no';

/** Workdays late; null where none can be told. */
function lateOf({ measure, progress, source }: KeyResultView, days: CycleDays): number | null {
  if (days.workdays === 0 || (source !== 'mean' && !isSteady(measure))) return null;
  return workdaysLate(progress, days);
}

/** Late by more than this share of the cycle is bad. */
const BAD_SHARE = 0.2;

function toneOf(keyResult: KeyResultView, days: CycleDays): KeyResultRow['tone'] {
  if (!keyResult.hasData) return 'none';
  const { note } = progressNow(keyResult);
  if (note === 'below-start' || note === 'outside-limit') return 'bad';
  const late = lateOf(keyResult, days);
  if (late === null || late <= 0) return 'ok';
  return late > days.workdays * BAD_SHARE ? 'bad' : 'warn';
}

const progressNow = ({ source, measure, standing, progress, hasData }: KeyResultView) =>
  source === 'mean'
    ? { raw: hasData ? progress : null, counted: progress, note: hasData ? null : 'no-data' }
    : progressOf(measure, standing);

/** `完成率 70% · 按进度应为 76%` */
function noteOf(keyResult: KeyResultView, days: CycleDays, words: Words): string {
  const { raw, note } = progressNow(keyResult);
  if (note === 'no-data' || raw === null) return words.t('goals.noData');
  const done = words.t('goals.done', { percent: percentText(raw) });
  const more = note ? words.t(`goals.notes.${note as 'below-start'}`) : expectedText(keyResult, days, words);
  return [done, more].filter(Boolean).join(words.t('common.separator'));
}

function expectedText({ measure, source, progress }: KeyResultView, days: CycleDays, words: Words): string {
  if (days.workdays === 0 || progress === FULL || (source !== 'mean' && !isSteady(measure))) return '';
  return words.t('goals.expected', { percent: percentText(expectedShare(days)) });
}

export function lateText(late: number | null, words: Words): string {
  if (late === null || late === 0) return '';
  return words.t(late > 0 ? 'goals.late' : 'goals.early', { count: Math.abs(late) });
}

const widthOf = (share: Share): number => Math.round((share / FULL) * 1_000) / 10;

/** One key result of a card. */
export function keyResultRow(keyResult: KeyResultView, days: CycleDays, words: Words): KeyResultRow {
  const { id, title, measure, standing, source, progress, hasData, last } = keyResult;
  const late = hasData ? lateText(lateOf(keyResult, days), words) : '';
  const figure =
    source === 'mean'
      ? words.t('goals.ofParts', { count: keyResult.parts })
      : standingText(measure, standing, words);
  const note = noteOf(keyResult, days, words);
  const confidence = last?.confidence ? words.t(`goals.confidence.${last.confidence}`) : '';
  const isMarked = days.workdays > 0 && (source === 'mean' || isSteady(measure));
  return {
    ...{ id, title, figure, note, late },
    width: widthOf(progress),
    mark: isMarked ? widthOf(expectedShare(days)) : -1,
    tone: toneOf(keyResult, days),
    source: [confidence, sourceText(keyResult, words)].filter(Boolean).join(words.t('common.separator')),
    label: [title, figure, note, late].filter(Boolean).join(words.t('common.separator')),
  };
}

function sourceText({ source, parts, last }: KeyResultView, words: Words): string {
  if (source === 'sum') return words.t('goals.sumOf', { count: parts });
  if (last && last.source !== 'check-in' && last.source !== 'report')
    return words.t('goals.from', { source: last.source });
  return '';
}
