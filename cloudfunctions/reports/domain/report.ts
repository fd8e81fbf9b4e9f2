import type { Instant, Language, Month } from '#contracts/common';
import type { Report, ReportFile, ReportKind } from '#contracts/report';
import { cleanLine } from '../../../miniprogram/common/clean-text';
import { wordsIn } from '../../shared/words/words';

/** What to export. The same order has one report. */
export interface ReportOrder {
  readonly kind: ReportKind;
  readonly month: Month;
  readonly format: Report['format'];
  readonly language: Language;
}

/** A file, and how it is told whether it is still what was exported. */
export interface StoredFile extends ReportFile {
  /** SHA-256, hexadecimal; a file from before it was kept has none. */
  readonly hash?: string;
}

/** A document of `reports`: an export, and how far it has come. */
export interface ReportDocument extends Omit<Report, 'id' | 'files'> {
  readonly _id: string;
  readonly files: readonly StoredFile[];
  readonly rev: number;
  /** The last person who is in a file; empty at the beginning. */
  readonly cursor: string;
  /** Until then one call works on it, and others wait. */
  readonly heldUntil: Instant;
  /** Where its files are; a report from before folders had random names has none until it is made again. */
  readonly folder?: string;
  /** Files of the version before this one, removed when this one is finished. */
  readonly outdated: readonly string[];
  /** Who asked for it, in its language; the system if nobody did. */
  readonly byName?: string;
}

/** A report that the caller works on. */
export type HeldReport = ReportDocument & { readonly folder: string };

export const reportIdOf = ({ month, kind, language, format }: ReportOrder): string =>
  `${month}_${kind}_${language}_${format}`;

/** Where a piece is kept: the first one has no number. */
export function filePathOf({ kind, language, format }: ReportOrder, piece: number): string {
  const number = piece === 0 ? '' : `-${piece + 1}`;
  return `${kind}-${language}${number}.${format}`;
}

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g;
/** Characters of a file's name; systems take 255 bytes. */
const MAX_NAME = 60;

/** The name that a person would give to a piece: 考勤月报_2026-11_公司.xlsx. */
export function fileNameOf(
  { kind, month, language, format }: ReportOrder,
  company: string,
  piece: number,
): string {
  const words = wordsIn(language);
  const name = words.t(`reports.titles.${kind}`);
  const plain = cleanLine(words.t('reports.file', { name, month, company })).replace(NOT_IN_NAMES, '-');
  const number = piece === 0 ? '' : `_${piece + 1}`;
  return `${[...plain]
    .slice(0, MAX_NAME)
    .join('')
    .replace(/[-_.]+$/, '')}${number}.${format}`;
}

export const reportOf = ({
  _id,
  kind,
  month,
  format,
  language,
  state,
  files,
  leftOut = 0,
  startedAt,
}: ReportDocument): Report => ({
  id: _id,
  kind,
  month,
  format,
  language,
  state,
  files: files.map(({ hash: _, ...file }) => file),
  ...(leftOut > 0 && { leftOut }),
  startedAt,
  ...(leftOut > 0 && { leftOut }),
});
