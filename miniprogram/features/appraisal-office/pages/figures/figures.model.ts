import type { AppraisalResultsContract, FiguresEntry } from '#contracts/appraisal-results';
import type { Day } from '#contracts/common';
import { cleanLine } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';
import { type ReadSheet, readSheet } from './read-sheet';

/** Lines of one call; longer sheets go in several. */
const LINES = 200;

export interface FiguresModel {
  readonly cycleId: string;
  readonly data: AppraisalResultsContract['figures']['output'] | null;
  /** What was pasted. */
  readonly text: string;
  readonly better: FiguresEntry['better'];
  readonly source: string;
  readonly on: Day;
  readonly today: Day;
  readonly loadingMore: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export type Problem = 'sheet' | 'unread' | 'source' | null;

/** What is to be changed before it can be saved. */
export function problemOf({ source }: Pick<FiguresModel, 'source'>, { rows, unread }: ReadSheet): Problem {
  if (unread.length > 0) return 'unread';
  if (rows.length === 0) return 'sheet';
  return cleanLine(source) === '' ? 'source' : null;
}

/** The calls that save a sheet; none while something is missing. */
export function entriesOf(model: FiguresModel): FiguresEntry[] {
  const { cycleId, data, text, better, source, on } = model;
  const sheet = readSheet(text);
  if (!data || problemOf(model, sheet) !== null) return [];
  const about = { cycleId, partId: data.partId, better, source: cleanLine(source), on };
  const calls = Math.ceil(sheet.rows.length / LINES);
  return Array.from({ length: calls }, (_, at) => ({
    ...about,
    rows: sheet.rows.slice(at * LINES, (at + 1) * LINES),
  }));
}
