import type { Instant, Language, Month } from '#contracts/common';
import type { Report, ReportKind } from '#contracts/report';

/** What to export. The same order has one report. */
export interface ReportOrder {
  readonly kind: ReportKind;
  readonly month: Month;
  readonly format: Report['format'];
  readonly language: Language;
}

/** A document of `reports`: an export, and how far it has come. */
export interface ReportDocument extends Omit<Report, 'id'> {
  readonly _id: string;
  readonly rev: number;
  /** The last person who is in a file; empty at the beginning. */
  readonly cursor: string;
  /** Until then one call works on it, and others wait. */
  readonly heldUntil: Instant;
  /** Where its files are; a report from before folders had random names has none until it is made again. */
  readonly folder?: string;
  /** Files of the version before this one, removed when this one is finished. */
  readonly outdated: readonly string[];
}

/** A report that the caller works on. */
export type HeldReport = ReportDocument & { readonly folder: string };

export const reportIdOf = ({ month, kind, language, format }: ReportOrder): string =>
  `${month}_${kind}_${language}_${format}`;

/** The file of a piece: the first one has no number. */
export function fileNameOf({ kind, language, format }: ReportOrder, piece: number): string {
  const number = piece === 0 ? '' : `-${piece + 1}`;
  return `${kind}-${language}${number}.${format}`;
}

export const reportOf = ({
  _id,
  kind,
  month,
  format,
  language,
  state,
  files,
  startedAt,
}: ReportDocument): Report => ({ id: _id, kind, month, format, language, state, files, startedAt });
