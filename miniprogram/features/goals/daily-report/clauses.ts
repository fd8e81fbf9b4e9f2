import { classAt } from './characters';
import type { Figure, Found } from './figure';
import { figureAt } from './figures';
import { type Phrase, phraseAt } from './phrases';
import type { UnitReader } from './units';

/** A part of a sentence: its numbers, and the phrases that say what they are. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly figures: readonly Figure[];
  readonly phrases: readonly Phrase[];
  /** Counts up; clauses of one sentence have the same. */
  readonly sentence: number;
  /** It begins behind a bracket. */
  readonly isInBrackets: boolean;
  /** It ends with a colon, and what follows belongs to it. */
  readonly isLabel: boolean;
}

/** Nobody writes a longer one; what is looked up per number of a clause is bounded by it. */
const LONGEST_CLAUSE = 200;

/** Cuts a text into clauses, looking at each place once. */
export function clausesOf(text: string, unitAt: UnitReader): Clause[] {
  const cutter = new Cutter(text);
  let at = 0;
  while (at < text.length) {
    const found = figureAt(text, at, unitAt);
    const phrase = found?.figure ? null : phraseAt(text, at);
    if (found) cutter.take(found, at);
    if (phrase?.role) cutter.takePhrase({ ...phrase, role: phrase.role });
    // The point of .5 ends nothing.
    if (!found) cutter.takeStop(at);
    at = Math.max(found?.to ?? 0, phrase?.to ?? 0, at + 1);
    cutter.limit(at);
  }
  cutter.close(text.length, text.length);
  return cutter.clauses.map(withAdjacent);
}

class Cutter {
  readonly clauses: Clause[] = [];
  private from = 0;
  private figures: Figure[] = [];
  private phrases: Phrase[] = [];
  private sentence = 0;

  constructor(private readonly text: string) {}

  /** A number, or digits that are none and are passed over. */
  take({ figure, to }: Found, from: number): void {
    if (figure) this.figures.push(figure);
    else if (classAt(this.text, from) === 'digit')
      this.phrases.push({ role: 'filler', from, to, isAdjacent: false });
  }

  /** 和 between two numbers begins another clause. */
  takePhrase(phrase: Phrase): void {
    if (phrase.role === 'and' && this.figures.length > 0) this.close(phrase.from, phrase.to);
    else this.phrases.push(phrase);
  }

  takeStop(at: number): void {
    const kind = classAt(this.text, at);
    if (kind === 'stop' || kind === 'line') this.close(at, at + 1);
    if (kind === 'line') this.sentence += 1;
  }

  limit(at: number): void {
    if (at - this.from > LONGEST_CLAUSE) this.close(at, at);
  }

  close(end: number, next: number): void {
    const [from, to] = trimmed(this.text, this.from, end);
    const { figures, phrases, sentence } = this;
    const isLabel = this.text.charAt(to - 1) === ':';
    const isInBrackets = this.text.charAt(this.from - 1) === '(';
    if (from < to) this.clauses.push({ from, to, figures, phrases, sentence, isInBrackets, isLabel });
    this.from = next;
    this.figures = [];
    this.phrases = [];
  }
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return [start, end];
}

const isBlank = (text: string, at: number): boolean => classAt(text, at) === 'space';

/** Leaves out phrases that count only directly before a number and are somewhere else. */
function withAdjacent(clause: Clause): Clause {
  const starts = new Set(clause.figures.map(({ from }) => from));
  const isThere = ({ to, isAdjacent }: Phrase) => !isAdjacent || starts.has(to) || starts.has(to + 1);
  return { ...clause, phrases: clause.phrases.filter(isThere) };
}
