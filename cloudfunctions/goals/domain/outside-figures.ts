import type { KeyResult } from '#contracts/goal';
import type { FigureEntry } from '#contracts/goals';
import type { ValueState } from '#contracts/integration';
import type { CheckIn, Sheet } from './sheet';
import { entryProblem, standingsOf } from './standings';

/** A value for the sheet that it is about. */
export interface OutsideFigure {
  readonly line: number;
  readonly kpi: string;
  readonly value: number;
  readonly note: string;
}

export interface OutsideFigures {
  readonly entries: readonly FigureEntry[];
  readonly states: ReadonlyMap<number, ValueState>;
}

/**
 * The key result that a company's name of a KPI means: the only active one that has it among its words, and that is reported.
 */
function keyResultOf({ objectives }: Pick<Sheet, 'objectives'>, kpi: string): KeyResult | undefined {
  const found = objectives
    .filter(({ state }) => state === 'active')
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ words = [], source }) => words.includes(kpi) && (source === 'own' || source === 'outside'));
  return found.length === 1 ? found[0] : undefined;
}

/** Sources of what people say themselves. */
const OWN: ReadonlySet<string> = new Set(['check-in', 'report']);

/** What the figures of a system are from: one that is called like the person's own check-ins is told apart from them. */
export const outsideSource = ({
  source,
  clientId,
}: {
  readonly source: string;
  readonly clientId: string;
}): string => (OWN.has(source) ? `${source} (${clientId})` : source);

/** What of the values can be booked in a sheet on a day, and what becomes of each of them. */
export function outsideFigures(
  sheet: Sheet,
  figures: readonly OutsideFigure[],
  { day, source }: Pick<CheckIn, 'day' | 'source'>,
): OutsideFigures {
  const { own } = standingsOf(sheet);
  const states = new Map<number, ValueState>();
  const entries: FigureEntry[] = [];
  for (const { line, kpi, value } of figures) {
    const keyResult = keyResultOf(sheet, kpi);
    const entry: FigureEntry = { keyResultId: keyResult?.id ?? '', mode: 'set', value };
    const isTwice = entries.some(({ keyResultId }) => keyResultId === entry.keyResultId);
    if (!keyResult) states.set(line, 'unknown-kpi');
    else if (isTwice || isLast(sheet, entry, { day, source })) states.set(line, 'duplicate');
    else if (entryProblem(keyResult, entry, own[keyResult.id])) states.set(line, 'figure-invalid');
    else {
      states.set(line, 'booked');
      entries.push(entry);
    }
  }
  return { entries, states };
}

/** Whether it is what this system said last of the key result, on this day: a log of the same figure every hour says nothing. */
function isLast(
  { log }: Pick<Sheet, 'log'>,
  { keyResultId, value }: FigureEntry,
  { day, source }: Pick<CheckIn, 'day' | 'source'>,
): boolean {
  const of = (each: CheckIn) => each.entries.find((entry) => entry.keyResultId === keyResultId);
  const last = [...log].reverse().find((each) => !each.undone && of(each) !== undefined);
  return last !== undefined && last.source === source && last.day === day && of(last)?.value === value;
}
