import type { Clause } from './clauses';
import type { Figure } from './figure';
import type { Phrase } from './phrases';
import type { ReportableKeyResult, ReportMode } from './proposal';

/** How a number changes its key result. `sign`: −1 for "down by". `isGuess`: the person has to look. */
interface Change {
  readonly mode: ReportMode;
  readonly sign: 1 | -1;
  readonly isGuess: boolean;
}

/** What is not in the clause itself. */
interface Surrounding {
  /** The key result is a level, see `isLevel`. */
  readonly isLevel: boolean;
  /** The sentence began with a total. */
  readonly leads: boolean;
  /** The clause before, which this one continues, says today. */
  readonly isToday: boolean;
  readonly confirmed: ReportMode | undefined;
}

/** Shares, points and limits are levels: today's number replaces the one before. What is counted up is added. */
export const isLevel = (kind: ReportableKeyResult['kind'], dimension: string | undefined): boolean =>
  kind !== 'raise' || dimension === 'percent' || dimension === 'points';

/** Whether a phrase says that a number is all of it. */
export const isTotal = ({ role }: Phrase): boolean => role === 'set' || role === 'sum';

const isDirectlyBefore = (end: number, { from }: Figure): boolean => end === from || end + 1 === from;

/** What the clause itself says about a number: phrases in front of it, or behind it if no other number follows. */
function phrasesAbout(clause: Clause, figure: Figure): readonly Phrase[] {
  const isLast = clause.figures[clause.figures.length - 1] === figure;
  return clause.phrases.filter(({ from, to, isAdjacent }) =>
    isAdjacent ? isDirectlyBefore(to, figure) : to <= figure.from || (isLast && from >= figure.to),
  );
}

/**
 * Whether a number is added or replaces the value of now: what its clause says, then a total that the sentence began
 * with, then what the person confirmed before, then the kind of the key result. A sum of today (今天一共) is added.
 */
export function changeOf(clause: Clause, figure: Figure, context: Surrounding): Change {
  const phrases = phrasesAbout(clause, figure);
  const has = (role: Phrase['role']): boolean => phrases.some((phrase) => phrase.role === role);
  const add: Change = { mode: 'add', sign: 1, isGuess: false };
  const isToday = (has('today') || context.isToday) && !context.isLevel;
  if (has('down')) return { ...add, sign: -1, isGuess: true };
  if (has('set')) return { mode: 'set', sign: 1, isGuess: has('add') && !has('today') };
  if (has('sum') && !isToday) return { mode: 'set', sign: 1, isGuess: false };
  if (has('add') || has('up') || has('sum') || (has('today') && !context.isLevel)) return add;
  if (context.leads) return { mode: 'set', sign: 1, isGuess: true };
  return { ...add, mode: context.confirmed ?? (context.isLevel ? 'set' : 'add') };
}

/** A total that begins a sentence holds for its list as well. */
export const isLeading = (clause: Clause): boolean =>
  clause.phrases.some((phrase) => isTotal(phrase) && phrase.from - clause.from <= 2);
