import type { Measure } from '#contracts/goal';
import type { CheckInView, KeyResultView } from '#contracts/goals';
import { progressOf, standingAfter } from '../../../../common/goals/progress';
import { percentText } from '../../../../common/goals/share';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import {
  figureText,
  type KeyResultRow,
  keyResultRow,
  standingText,
} from '../../../../components/objective-card/key-result.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText, instantText } from '../../../../utils/dates';
import { courseView } from '../../course.view';
import { isSending } from '../../evidence.model';
import { evidenceForm, evidenceShown } from '../../evidence.view';
import { readFigure } from '../../figure.model';
import { movedViews } from '../../moved.view';
import { canDivide, type KeyResultModel, keyResultOf } from './key-result.model';

const CONFIDENCES = ['at-risk', 'on-track', 'sure'] as const;

/** The figure that is being entered. */
interface KeyResultForm {
  readonly input: 'number' | 'steps' | 'yes-no' | 'none';
  readonly modes: readonly { readonly id: 'add' | 'set'; readonly name: string; readonly on: boolean }[];
  readonly typed: string;
  readonly unit: string;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly on: boolean }[];
  readonly choices: readonly { readonly id: string; readonly name: string; readonly on: boolean }[];
  readonly problem: string;
  readonly preview: string;
  readonly isFilled: boolean;
}

export interface KeyResultPageView extends KeyResultForm {
  readonly mode: 'loading' | 'error' | 'gone' | 'ready';
  readonly error: string;
  readonly notice: string;
  readonly row: KeyResultRow | null;
  readonly canReport: boolean;
  readonly canDivide: boolean;
  readonly confidences: readonly { readonly id: string; readonly name: string; readonly on: boolean }[];
  readonly note: string;
  readonly evidence: ReturnType<typeof evidenceForm>;
  readonly ready: boolean;
  readonly moved: readonly { readonly key: string; readonly name: string; readonly text: string }[];
  readonly movedLater: string;
  readonly course: ChartData | null;
  readonly history: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly note: string;
    readonly files: ReturnType<typeof evidenceShown>;
    readonly undone: boolean;
    readonly canUndo: boolean;
  }[];
  readonly text: Readonly<Record<string, string>>;
}

/** A key result: what it stands at, the next figure, and what was reported. */
export function keyResultView(model: KeyResultModel, words: Words): KeyResultPageView {
  const { data, failure, confidence, note, evidence } = model;
  const keyResult = keyResultOf(model);
  const isReported = keyResult?.source === 'own' || keyResult?.source === 'outside';
  const isOpen = data?.sheet.canReport === true && data.cycle.state === 'running' && isReported;
  // What was scored stays as it was scored, and the page says so instead of asking.
  const canReport = isOpen && !data.sheet.isScored;
  const form = formOf(model, keyResult, words);
  return {
    mode: data ? (keyResult ? 'ready' : 'gone') : failure ? 'error' : 'loading',
    error: failure && !data ? errorText(failure, words) : '',
    notice: noticeOf(model, { isReported, isScored: isOpen && !canReport }, words),
    row: keyResult && data ? keyResultRow(keyResult, data.days, words) : null,
    canReport,
    canDivide: canDivide(model),
    ...form,
    confidences: CONFIDENCES.map((id) => ({
      ...{ id, name: words.t(`keyResult.confidence.${id}`), on: id === confidence },
    })),
    note,
    evidence: evidenceForm(evidence, words),
    ready: canReport && form.isFilled && !model.busy && !isSending(evidence),
    moved: movedViews(model.moved, words),
    movedLater: model.moved?.isLate ? words.t('keyResult.movedLater') : '',
    course: data && keyResult ? courseView({ ...data, keyResult, today: model.today }, words) : null,
    history: data && keyResult ? data.checkIns.map((each) => historyView(each, keyResult, words)) : [],
    text: labels(words),
  };
}

/** The figure that is being entered. */
function formOf(
  { draft }: KeyResultModel,
  keyResult: KeyResultView | undefined,
  words: Words,
): KeyResultForm {
  const read = keyResult && draft ? readFigure(keyResult, draft) : null;
  const measure = keyResult?.measure;
  const milestones = measure?.kind === 'milestones' ? measure.milestones : [];
  return {
    input: inputOf(keyResult),
    modes: MODES.map((id) => ({ id, name: words.t(`keyResult.mode.${id}`), on: draft?.mode === id })),
    typed: draft?.typed ?? '',
    unit: unitOf(measure),
    steps: milestones.map(({ id, title }) => ({ id, title, on: draft?.done.includes(id) === true })),
    choices: ANSWERS.map(([id, name]) => ({
      id,
      name: words.t(`keyResult.yesNo.${name}`),
      on: draft?.typed === id,
    })),
    problem: read && 'problem' in read ? words.t(`keyResult.problems.${read.problem}`) : '',
    preview: keyResult && read && 'entry' in read ? previewOf(keyResult, read.entry, words) : '',
    isFilled: read !== null && 'entry' in read,
  };
}

const MODES = ['add', 'set'] as const;
const ANSWERS = [
  ['1', 'yes'],
  ['0', 'no'],
] as const;

/** What stands behind a figure. */
function unitOf(measure: Measure | undefined): string {
  if (measure && 'unit' in measure) return measure.unit;
  return measure?.kind === 'percent' ? '%' : '';
}

function inputOf(keyResult: KeyResultView | undefined): KeyResultPageView['input'] {
  if (!keyResult) return 'none';
  if (keyResult.measure.kind === 'milestones') return 'steps';
  return keyResult.measure.kind === 'yes-no' ? 'yes-no' : 'number';
}

function noticeOf(
  { data, failure }: KeyResultModel,
  { isReported, isScored }: { readonly isReported: boolean; readonly isScored: boolean },
  words: Words,
): string {
  if (!data) return '';
  if (failure) return errorText(failure, words);
  if (isScored) return words.t('keyResult.scored');
  return isReported ? '' : words.t('keyResult.notReported');
}

/** `14 / 20 单，70% → 17 / 20 单，85%` */
function previewOf(
  keyResult: KeyResultView,
  entry: Parameters<typeof standingAfter>[2],
  words: Words,
): string {
  const { measure, standing } = keyResult;
  const textOf = (at: typeof standing) => {
    const { raw } = progressOf(measure, at);
    const percent = raw === null ? '' : `${percentText(raw)}%`;
    return [standingText(measure, at, words), percent].filter(Boolean).join(words.t('common.separator'));
  };
  return words.t('keyResult.preview', {
    before: textOf(standing),
    after: textOf(standingAfter(keyResult.measure, standing, entry)),
  });
}

function historyView(
  checkIn: CheckInView,
  { id, measure }: KeyResultView,
  words: Words,
): KeyResultPageView['history'][number] {
  const entry = checkIn.entries.find(({ keyResultId }) => keyResultId === id);
  const unit = unitOf(measure);
  const value =
    measure.kind === 'yes-no'
      ? words.t(entry?.value === 1 ? 'goals.yes' : 'goals.no')
      : figureText(entry?.value ?? 0, unit);
  const source = sourceOf(checkIn.source, words);
  // A system outside is its own author.
  const isPerson = checkIn.source === 'check-in' || checkIn.source === 'report';
  const by = isPerson ? (words.language === 'en' ? checkIn.by.nameEn : checkIn.by.name) : '';
  const confidence = checkIn.confidence ? words.t(`keyResult.confidence.${checkIn.confidence}`) : '';
  return {
    id: checkIn.id,
    title: words.t(`keyResult.entry.${entry?.mode ?? 'set'}`, { value }),
    when: [whenOf(checkIn, isPerson, words), by, source, confidence]
      .filter(Boolean)
      .join(words.t('common.separator')),
    note: [entry?.words ? words.t('dayReport.words', { words: entry.words }) : '', checkIn.note ?? '']
      .filter(Boolean)
      .join(' '),
    undone: checkIn.undone === true,
    files: evidenceShown(checkIn.files, words),
    canUndo: checkIn.canUndo === true,
  };
}

/** A figure of a system is of the day that it is about, which may be before the one on which it came. */
const whenOf = ({ at, day }: CheckInView, isPerson: boolean, words: Words): string =>
  isPerson ? instantText(at, CHINA_UTC_OFFSET, words) : dayText(day, words);

function sourceOf(source: string, words: Words): string {
  if (source === 'check-in') return '';
  return source === 'report' ? words.t('keyResult.byReport') : words.t('keyResult.bySource', { source });
}

const labels = (words: Words): KeyResultPageView['text'] => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('goals.loadFailed'),
  gone: words.t('keyResult.gone'),
  value: words.t('keyResult.value'),
  valueHint: words.t('keyResult.valueHint'),
  steps: words.t('keyResult.steps'),
  confidence: words.t('keyResult.confidenceName'),
  divide: words.t('breakDown.go'),
  note: words.t('keyResult.note'),
  noteHint: words.t('keyResult.noteHint'),
  save: words.t('keyResult.save'),
  moved: words.t('keyResult.moved'),
  course: words.t('keyResult.course.title'),
  history: words.t('keyResult.history'),
  none: words.t('keyResult.none'),
  undo: words.t('keyResult.undo'),
  undone: words.t('keyResult.undone'),
});
