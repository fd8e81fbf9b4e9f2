import type { Clause } from './clauses';
import type { Figure } from './figure';
import type { ConfirmedWords, ReportableKeyResult, Span } from './proposal';
import { matchUnits, type Unit, type UnitMatch } from './units';
import { hitsIn, type WordHit, type WordIndex } from './word-index';

/** A key result with its unit. */
export interface Candidate {
  readonly keyResult: ReportableKeyResult;
  readonly unit: Unit | null;
}

export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly words: number;
  readonly match: UnitMatch;
}

const UNIT_SCORES: Readonly<Record<UnitMatch, number>> = {
  same: 4,
  group: 3,
  generic: 1,
  none: 0,
  wrong: -5,
  impossible: 0,
};
const PER_WORD = 10;
const CONFIRMED = 100;
/** How far words belong to a number, in characters. */
export const REACH = 40;
/** Words in front of a number name it more often than words behind it. */
const BEHIND = 0.7;
const LEAST = 0.2;

const nearness = (distance: number): number => Math.max(LEAST, 1 - distance / REACH);

export interface Surroundings {
  readonly before: Span;
  readonly behind: Span;
}

/** What is around a number up to its neighbours; words that the number before has used up are left out. */
export function surroundingsOf(text: string, clause: Clause, figure: Figure, usedUpTo: number): Surroundings {
  const next = clause.figures.find(({ from }) => from >= figure.to);
  const end = next ? labelStart(text, figure.to, next.from) : clause.to;
  const start = Math.max(clause.from, usedUpTo, figure.from - REACH);
  return {
    before: [Math.min(start, figure.from), figure.from],
    behind: [figure.to, Math.max(figure.to, Math.min(end, figure.to + REACH))],
  };
}

/** In "Visits: 50 Deals: 10" the word with a colon belongs to the number behind it. */
function labelStart(text: string, from: number, next: number): number {
  const label = /\S*\s?:\s?$/.exec(text.slice(Math.max(from, next - REACH), next));
  return label ? next - label[0].length : next;
}

/** The key results that a number may be about, best first. */
export function rankFor(
  candidates: readonly Candidate[],
  unit: Unit | null,
  evidence: ReadonlyMap<string, number>,
  confirmed: ConfirmedWords | undefined,
): Ranked[] {
  return candidates
    .map((candidate): Ranked => {
      const match = matchUnits(unit, candidate.unit);
      const words = evidence.get(candidate.keyResult.id) ?? 0;
      const known = confirmed?.keyResultId === candidate.keyResult.id ? CONFIRMED : 0;
      return { candidate, match, words, score: words * PER_WORD + UNIT_SCORES[match] + known };
    })
    .filter(({ match, words, score }) => match !== 'impossible' && score > 0 && isEnough(match, words, score))
    .sort((one, other) => other.score - one.score);
}

/** A measure word that goes with everything, or none, is no reason by itself. */
const isEnough = (match: UnitMatch, words: number, score: number): boolean =>
  words > 0 || score >= CONFIRMED - 10 || match === 'same' || match === 'group';

/** How much the words around a number speak for each key result. */
export function evidenceOf(text: string, around: Surroundings, index: WordIndex): Map<string, number> {
  const evidence = new Map<string, number>();
  const add = (hits: readonly WordHit[], weightAt: (hit: WordHit) => number): void => {
    for (const hit of hits)
      for (const [id, weight] of hit.weights)
        evidence.set(id, (evidence.get(id) ?? 0) + weight * weightAt(hit));
  };
  add(hitsIn(text, ...around.before, index), (hit) => nearness(around.before[1] - hit.to));
  add(hitsIn(text, ...around.behind, index), (hit) => BEHIND * nearness(hit.from - around.behind[0]));
  return evidence;
}

/** Where the words end that a number uses of what is behind it: those of its key result that follow it without a gap. */
export function usedBehind(text: string, behind: Span, index: WordIndex, id: string): number {
  let end = behind[0];
  for (const hit of hitsIn(text, ...behind, index)) {
    if (hit.from > end + GAP) break;
    if (hit.weights.has(id)) end = Math.max(end, hit.to);
  }
  return end;
}

const GAP = 2;
