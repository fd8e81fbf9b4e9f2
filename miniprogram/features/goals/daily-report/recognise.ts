import { comparableText } from './characters';
import { clausesOf } from './clauses';
import { withConflicts } from './doubt';
import type { ConfirmedWords, RecognisedReport, ReportableKeyResult, ReportTooLong } from './proposal';
import { Reading } from './reading';
import { unitOfKeyResult, unitReader } from './units';
import { wordIndex } from './word-index';

/** The longest report, in UTF-16 units. */
export const MAX_REPORT_LENGTH = 2_000;

/**
 * Recognises the numbers of a daily report ("接待 50 位客户，成交 10 单") against the person's own key results, by unit, by words
 * of their titles, and by what the person confirmed before. Everything is a proposal that the person confirms. Runs
 * without a network and in time linear in the text; the result is in the order of the text.
 * @param memory newest first, see `rememberWords`
 */
export function recognise(
  text: string,
  keyResults: readonly ReportableKeyResult[],
  memory: readonly ConfirmedWords[],
): RecognisedReport | ReportTooLong {
  if (text.length > MAX_REPORT_LENGTH)
    return { problem: 'too-long', length: text.length, limit: MAX_REPORT_LENGTH };
  const measured = keyResults.filter(({ kind }) => kind !== 'yes-no' && kind !== 'milestones');
  const newest = new Map([...memory].reverse().map((each) => [each.words, each]));
  const plain = comparableText(text);
  const candidates = measured.map((keyResult) => ({ keyResult, unit: unitOfKeyResult(keyResult) }));
  const reading = new Reading(plain, candidates, wordIndex(measured, [...newest.values()]), newest);
  for (const clause of clausesOf(plain, unitReader(measured))) reading.read(clause);
  return { proposals: withConflicts(reading.drafts), unmatched: reading.unmatched };
}
