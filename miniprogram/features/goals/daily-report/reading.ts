import type { Clause } from './clauses';
import { contentOf } from './content';
import { isTie, isUnclearAmount, isUnlikelyTotal, isVague } from './doubt';
import type { Figure } from './figure';
import { changeOf, isLeading, isLevel, isTotal } from './mode';
import { deniedIn, isNegated } from './negation';
import type { ConfirmedWords, ReportProposal, Span, UnmatchedNumber } from './proposal';
import {
  type Candidate,
  evidenceOf,
  type Ranked,
  REACH,
  rankFor,
  type Surroundings,
  surroundingsOf,
  usedBehind,
} from './rank';
import { inUnitOf, matchUnits } from './units';
import { hitsIn, type WordIndex } from './word-index';

const MAX_ALTERNATIVES = 3;
/** Words of the clause before count less than those of the clause of the number. */
const CARRIED = 0.5;
/** More than words can score. */
const CORRECTED = 1_000;

type Draft = { -readonly [Key in keyof ReportProposal]: ReportProposal[Key] };

/** A number with what is around it. */
interface Place {
  readonly clause: Clause;
  readonly figure: Figure;
  readonly around: Surroundings;
}

/** One pass over a report, clause by clause. */
export class Reading {
  readonly drafts: Draft[] = [];
  readonly unmatched: UnmatchedNumber[] = [];
  /** The clause before, without a number: what the next number may be about. */
  private topic: Clause | null = null;
  private isInstead = false;
  /** The sentence of the last number. */
  private lastSentence = -1;
  /** Whether what is said is of another day, from the last word of a day on, within a sentence. */
  private day: { readonly sentence: number; readonly isOther: boolean } = { sentence: -1, isOther: false };
  private leads: { readonly sentence: number; readonly isSet: boolean } = { sentence: -1, isSet: false };

  constructor(
    private readonly text: string,
    private readonly candidates: readonly Candidate[],
    private readonly index: WordIndex,
    private readonly memory: ReadonlyMap<string, ConfirmedWords>,
  ) {}

  read(clause: Clause): void {
    if (this.leads.sentence !== clause.sentence)
      this.leads = { sentence: clause.sentence, isSet: isLeading(clause) };
    if (clause.figures.length === 0) this.readWords(clause);
    else this.readFigures(clause);
    this.day = { sentence: clause.sentence, isOther: this.isOtherDay(clause, clause.to) };
  }

  private readWords(clause: Clause): void {
    if (clause.phrases.some(({ role }) => role === 'instead')) {
      this.isInstead = true;
      return;
    }
    const last = this.drafts[this.drafts.length - 1];
    if (clause.isInBrackets && last && clause.phrases.some(isTotal)) last.mode = 'set';
    if (clause.isInBrackets && last && clause.phrases.some(({ role }) => role === 'other-day'))
      Object.assign(last, { confidence: 'maybe', isOtherDay: true } satisfies Partial<Draft>);
    if (this.readDenied(clause)) return;
    this.topic = clause;
  }

  /** 没有成交 is a zero that changes nothing, and shows that it was read. */
  private readDenied(clause: Clause): boolean {
    const hits = hitsIn(this.text, clause.from, clause.to, this.index);
    const denied = deniedIn(this.text, clause, hits);
    if (!denied) return false;
    const evidence = new Map<string, number>();
    for (const { weights } of denied.hits)
      for (const [id, weight] of weights) evidence.set(id, (evidence.get(id) ?? 0) + weight);
    const ranked = rankFor(this.candidates, null, evidence, undefined);
    const [best, second] = ranked;
    if (!best) return false;
    const isOtherDay = this.isOtherDay(clause, clause.to);
    this.drafts.push({
      keyResultId: best.candidate.keyResult.id,
      value: 0,
      mode: clause.phrases.some(isTotal) ? 'set' : 'add',
      span: [clause.from, clause.to],
      words: contentOf(this.text, [[clause.from, clause.to]], clause.phrases),
      confidence: denied.isNear && !isTie(best, second) && !isOtherDay ? 'sure' : 'maybe',
      alternatives: alternativesOf(ranked),
      ...(isOtherDay && { isOtherDay }),
    });
    return true;
  }

  private readFigures(clause: Clause): void {
    let used = clause.from;
    let denied = clause.from;
    for (const [position, figure] of clause.figures.entries()) {
      const isLast = position === clause.figures.length - 1;
      const around = surroundingsOf(this.text, clause, figure, used);
      if (isNegated(this.text, clause, figure, denied)) {
        this.unmatched.push({
          span: this.spanOf(clause, used, isLast ? clause.to : figure.to),
          reason: 'negated',
        });
        denied = figure.to;
        used = isLast ? used : figure.to;
        this.topic = clause;
        continue;
      }
      const end = this.readFigure({ clause, figure, around }, used, isLast);
      used = Math.max(used, end);
      denied = figure.to;
    }
    if (this.topic !== clause) this.topic = null;
    this.isInstead = false;
    this.lastSentence = clause.sentence;
  }

  /** @returns where the words end that the number has used */
  private readFigure(place: Place, used: number, isLast: boolean): number {
    const { clause, figure, around } = place;
    const own = evidenceOf(this.text, around, this.index);
    const carried = own.size === 0 ? this.carriedFor(place) : null;
    const words = this.wordsOf(place, isLast, carried !== null);
    const confirmed = this.memory.get(words);
    const ranked = rankFor(this.candidates, figure.unit, carried ?? own, confirmed);
    const isInstead =
      this.isInstead || clause.phrases.some(({ role, to }) => role === 'instead' && to <= figure.from);
    const again = isInstead ? this.correctedBy(figure, ranked) : null;
    const best = again ? this.rankOf(again, ranked) : ranked[0];
    if (!best || (figure.isWeak && best.words === 0)) {
      const span = this.spanOf(clause, used, isLast ? clause.to : figure.to);
      if (!figure.isWeak) this.unmatched.push({ span, reason: 'no-key-result' });
      return figure.isWeak ? used : figure.to;
    }
    const end = usedBehind(this.text, around.behind, this.index, best.candidate.keyResult.id);
    const span = this.spanOf(clause, used, isLast ? clause.to : end);
    const draft = this.draftOf(place, best, ranked, { words, span, confirmed });
    if (again) {
      draft.corrects = again.span;
      if (own.size === 0) draft.words = again.words;
      this.drafts.splice(this.drafts.indexOf(again), 1);
    }
    this.drafts.push(draft);
    return end;
  }

  /** What a number without words of its own is about: the clause before, or for a total the number before. */
  private carriedFor({ clause, figure }: Place): Map<string, number> | null {
    if (this.continues(clause) && this.topic) {
      const { from, to } = this.topic;
      const before: Span = [Math.max(from, to - REACH), to];
      const evidence = evidenceOf(this.text, { before, behind: [to, to] }, this.index);
      return new Map([...evidence].map(([id, weight]) => [id, weight * CARRIED]));
    }
    const last = this.drafts[this.drafts.length - 1];
    const isSum = clause.phrases.some((phrase) => isTotal(phrase) && phrase.to <= figure.from);
    return isSum && last && this.lastSentence === clause.sentence
      ? new Map([[last.keyResultId, CARRIED]])
      : null;
  }

  private continues({ sentence }: Clause): boolean {
    return this.topic !== null && (this.topic.sentence === sentence || this.topic.isLabel);
  }

  /** What is remembered of a number: the words in front of it, and those behind if no other number follows. */
  private wordsOf({ clause, figure, around }: Place, isLast: boolean, isCarried: boolean): string {
    const before = contentOf(this.text, [around.before], clause.phrases);
    const spans = isLast || before === '' ? [around.before, around.behind] : [around.before];
    const words = contentOf(this.text, spans, clause.phrases);
    if (words !== '') return words;
    const topic = isCarried ? this.topic : null;
    const carried = topic ? contentOf(this.text, [[topic.from, topic.to]], topic.phrases) : '';
    const last = isCarried && !topic ? this.drafts[this.drafts.length - 1] : undefined;
    return carried || (last?.words ?? figure.unit?.name ?? '');
  }

  /** The last number of the same key result, or the last one of all if the correction names none. */
  private correctedBy({ unit }: Figure, ranked: readonly Ranked[]): Draft | null {
    const named = ranked[0] && ranked[0].words > 0 ? ranked[0].candidate.keyResult.id : null;
    const before = this.drafts.slice(-LAST_DRAFTS);
    for (const draft of before.reverse()) {
      if (named !== null && draft.keyResultId !== named) continue;
      const candidate = this.candidates.find(({ keyResult }) => keyResult.id === draft.keyResultId);
      if (candidate && !['impossible', 'wrong'].includes(matchUnits(unit, candidate.unit))) return draft;
    }
    return null;
  }

  /** A correction is about what it corrects, whatever else its words fit. */
  private rankOf({ keyResultId }: Draft, ranked: readonly Ranked[]): Ranked | undefined {
    const known = ranked.find(({ candidate }) => candidate.keyResult.id === keyResultId);
    const candidate = this.candidates.find(({ keyResult }) => keyResult.id === keyResultId);
    return candidate && { candidate, match: known?.match ?? 'none', words: 1, score: CORRECTED };
  }

  private draftOf(
    { clause, figure }: Place,
    best: Ranked,
    ranked: readonly Ranked[],
    { words, span, confirmed }: { words: string; span: Span; confirmed: ConfirmedWords | undefined },
  ): Draft {
    const { keyResult, unit } = best.candidate;
    const mode = confirmed?.keyResultId === keyResult.id ? confirmed.mode : undefined;
    const change = changeOf(clause, figure, {
      isLevel: isLevel(keyResult.kind, unit?.dimension ?? figure.unit?.dimension),
      leads: this.leads.isSet && !isLeading(clause),
      isToday: this.continues(clause) && this.saysToday(),
      confirmed: mode,
    });
    const value = change.sign * inUnitOf(figure.value, figure.unit, unit, figure.hasMagnitude) + 0;
    const others = ranked.filter(({ candidate }) => candidate !== best.candidate);
    const isLast = clause.figures[clause.figures.length - 1] === figure;
    const isOtherDay = this.isOtherDay(clause, isLast ? clause.to : figure.from);
    const isSure =
      !isOtherDay &&
      (best.words > 0 || mode !== undefined) &&
      !isTie(best, others[0]) &&
      best.match !== 'wrong' &&
      !change.isGuess &&
      !isVague(clause, figure) &&
      !isUnclearAmount(figure, best) &&
      !isUnlikelyTotal(change.mode, value, keyResult);
    return {
      keyResultId: keyResult.id,
      value,
      mode: change.mode,
      span,
      words,
      confidence: isSure ? 'sure' : 'maybe',
      alternatives: alternativesOf([best, ...others]),
      ...(isOtherDay && { isOtherDay }),
    };
  }

  /** Whether the last word of a day up to a place of a clause, or before it in its sentence, is another day than today. */
  private isOtherDay(clause: Clause, to: number): boolean {
    let isOther = this.day.sentence === clause.sentence && this.day.isOther;
    for (const phrase of clause.phrases) {
      if (phrase.to > to) break;
      if (phrase.role === 'other-day') isOther = true;
      // 昨天下午 is still yesterday.
      else if (phrase.role === 'today' && !PARTS_OF_DAY.has(this.text.slice(phrase.from, phrase.to)))
        isOther = false;
    }
    return isOther;
  }

  private saysToday(): boolean {
    return this.topic?.phrases.some(({ role }) => role === 'today') ?? false;
  }

  private spanOf(clause: Clause, from: number, to: number): Span {
    const text = this.text.slice(from, to);
    const start = from + (text.length - text.trimStart().length);
    return [Math.max(clause.from, start), Math.min(clause.to, from + text.trimEnd().length)];
  }
}

const PARTS_OF_DAY = new Set(['上午', '下午']);

/** How far back a correction reaches. */
const LAST_DRAFTS = 10;

const alternativesOf = (ranked: readonly Ranked[]): string[] =>
  ranked.slice(1, 1 + MAX_ALTERNATIVES).map(({ candidate }) => candidate.keyResult.id);
