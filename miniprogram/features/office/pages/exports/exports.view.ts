import type { Language, Minutes, Month } from '#contracts/common';
import type { Report, ReportKind } from '#contracts/report';
import { errorText } from '../../../../locales/error-text';
import { leftOutCount } from '../../../../locales/left-out';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText, monthText } from '../../../../utils/dates';
import { monthStep } from '../../components/month-stepper/month-stepper.view';

export type Order = Pick<Report, 'kind' | 'month' | 'format' | 'language'>;

export interface ExportsModel {
  readonly order: Order;
  readonly first: Month;
  readonly last: Month;
  /** The report in progress; null if none. */
  readonly making: Order | null;
  /** Its progress; null until the first answer. */
  readonly progress: Report | null;
  /** Why the last export failed. */
  readonly problem: string;
  readonly opening: boolean;
  /** Null until they have come. */
  readonly reports: readonly Report[] | null;
  readonly failure: Failure | null;
  /** The report whose files are shown. */
  readonly open: string | null;
  readonly utcOffset: Minutes;
}

const KINDS: readonly ReportKind[] = [
  'attendance-month',
  'attendance-days',
  'attendance-flags',
  'leave-balances',
  'leave-ledger',
  'requests',
  'receipts',
  'goals',
  'appraisal-results',
  'appraisal-basis',
  'appraisal-distribution',
];
const FORMATS: readonly Report['format'][] = ['xlsx', 'csv'];
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const KILOBYTE = 1_024;

export const isSameOrder = (a: Order, b: Order): boolean =>
  a.kind === b.kind && a.month === b.month && a.format === b.format && a.language === b.language;

export const orderOf = ({ kind, month, format, language }: Order): Order => ({
  kind,
  month,
  format,
  language,
});

/** The list with this report in it, newest month first. */
export function withReport(reports: readonly Report[], report: Report): readonly Report[] {
  const others = reports.filter(({ id }) => id !== report.id);
  return [...others, report].sort((a, b) =>
    a.month === b.month ? (a.id < b.id ? -1 : 1) : a.month < b.month ? 1 : -1,
  );
}

function sizeText(bytes: number, words: Words): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  if (kilobytes < KILOBYTE) return words.t('exports.kilobytes', { value: kilobytes });
  return words.t('exports.megabytes', { value: Math.round((kilobytes / KILOBYTE) * 10) / 10 });
}

const rowsOf = ({ files }: Report): number => files.reduce((sum, { rows }) => sum + rows, 0);

const titleOf = ({ kind, month }: Order, words: Words): string =>
  words.t('exports.title', { kind: words.t(`exports.kinds.${kind}`), month: monthText(month, words) });

const detailOf = ({ format, language }: Order, words: Words): string =>
  words.t('exports.detail', {
    format: words.t(`exports.formats.${format}`),
    language: words.t(`languages.${language}`),
  });

function filesOf({ format, files }: Report, words: Words) {
  return files.map(({ rows, bytes }, at) => ({
    at,
    name:
      files.length > 1 ? words.t('exports.part', { number: at + 1 }) : words.t(`exports.formats.${format}`),
    note: words.t('exports.size', { rows, size: sizeText(bytes, words) }),
    action: words.t(format === 'xlsx' ? 'exports.open' : 'exports.copy'),
  }));
}

function reportRow(report: Report, { open, utcOffset }: ExportsModel, words: Words) {
  const isDone = report.state === 'done';
  const time = instantText(report.startedAt, utcOffset, words);
  const title = titleOf(report, words);
  const detail = detailOf(report, words);
  return {
    id: report.id,
    title,
    detail,
    note: isDone
      ? words.t('exports.madeAt', { time, count: rowsOf(report) })
      : words.t('exports.unfinished', { count: rowsOf(report) }),
    done: isDone,
    open: report.id === open,
    again: words.t(isDone ? 'exports.again' : 'exports.resume'),
    files: report.id === open && isDone ? filesOf(report, words) : [],
    leftOut: leftOutCount(report.leftOut, words),
    label: [title, detail].join(words.t('common.separator')),
  };
}

function progressOf({ making, progress }: ExportsModel, words: Words): string {
  if (!making) return '';
  if (!progress || progress.files.length === 0) return words.t('exports.starting');
  return words.t('exports.running', { files: progress.files.length, count: rowsOf(progress) });
}

function listMode({ reports, failure }: ExportsModel) {
  if (reports) return reports.length > 0 ? ('ready' as const) : ('empty' as const);
  return failure ? ('error' as const) : ('loading' as const);
}

/** The exports: one order to put together, and what was made before. */
export function exportsView(model: ExportsModel, words: Words) {
  const { order, first, last, making } = model;
  return {
    kinds: KINDS.map((id) => ({
      id,
      name: words.t(`exports.kinds.${id}`),
      note: words.t(`exports.kindNotes.${id}`),
      on: id === order.kind,
    })),
    step: monthStep(order.month, first, last, words),
    formats: FORMATS.map((id) => ({ id, text: words.t(`exports.formats.${id}`), on: id === order.format })),
    languages: LANGUAGES.map((id) => ({ id, text: words.t(`languages.${id}`), on: id === order.language })),
    busy: making !== null,
    progress: progressOf(model, words),
    problem: model.problem,
    opening: model.opening,
    mode: listMode(model),
    back: wayBack(model.failure, words),
    error: model.failure && !model.reports ? errorText(model.failure, words) : '',
    reports: (model.reports ?? []).map((report) => reportRow(report, model, words)),
    text: {
      kind: words.t('exports.kind'),
      format: words.t('exports.format'),
      language: words.t('exports.language'),
      start: words.t('exports.start'),
      earlier: words.t('exports.earlier'),
      earlierNote: words.t('exports.earlierNote'),
      earlierEmpty: words.t('exports.earlierEmpty'),
      loadFailed: words.t('exports.loadFailed'),
      retry: words.t('common.retry'),
    },
  };
}
