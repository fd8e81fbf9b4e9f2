import type { KeyResult } from '#contracts/goal';
import type { FigureEntry, ReportMemory } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { withCheckIn } from './log';
import type { CheckIn, Sheet } from './sheet';
import { entryProblem, standingsOf } from './standings';

/** A sheet with one more check-in, and the check-ins that left its log; null if it is booked already. */
export interface Booked {
  readonly sheet: Sheet;
  readonly page: readonly CheckIn[];
}

/**
 * Books a check-in in a sheet.
 * @throws AppError FIGURE_INVALID for a figure that the key result cannot have, or given twice
 */
export function bookFigures(before: Sheet, checkIn: CheckIn): Booked | null {
  const changed = withCheckIn(before, checkIn);
  if (!changed) return null;
  const { log, base, archived, outside, page } = changed;
  // Figures are checked against what is there without them: a report that corrects another one stands in its place.
  const others = standingsOf({ ...before, base, log: log.filter(({ id }) => id !== checkIn.id) });
  requireFigures(before, checkIn.entries, others.own);
  const memory = remembered(before.memory, checkIn);
  return { sheet: { ...before, log, base, archived, memory, ...(outside && { outside }) }, page };
}

function requireFigures(
  { objectives }: Pick<Sheet, 'objectives'>,
  entries: readonly FigureEntry[],
  own: ReturnType<typeof standingsOf>['own'],
): void {
  const active = objectives.filter(({ state }) => state === 'active');
  const keyResults = new Map<string, KeyResult>(
    active.flatMap((each) => each.keyResults.map((keyResult) => [keyResult.id, keyResult] as const)),
  );
  const seen = new Set<string>();
  for (const entry of entries) {
    const field = entry.keyResultId;
    if (seen.has(field)) throw new AppError('FIGURE_INVALID', { field, rule: 'twice' });
    seen.add(field);
    const problem = entryProblem(keyResults.get(field), entry, own[field]);
    if (problem) throw new AppError('FIGURE_INVALID', { field, rule: problem });
  }
}

const MAX_MEMORY = 60;

/** What the person confirmed this time, before what they confirmed earlier. */
function remembered(memory: readonly ReportMemory[], { entries, source }: CheckIn): readonly ReportMemory[] {
  if (source !== 'report') return memory;
  const fresh = entries.flatMap(({ known: words, keyResultId, mode }) =>
    words ? [{ words, keyResultId, mode }] : [],
  );
  const older = memory.filter(({ words }) => !fresh.some((each) => each.words === words));
  return [...fresh, ...older].slice(0, MAX_MEMORY);
}
