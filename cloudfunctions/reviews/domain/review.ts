import type { Exact, Instant } from '#contracts/common';
import type { AnonymousRelation, ReviewFigures, ReviewRelation } from '#contracts/review';

export const RELATIONS: readonly ReviewRelation[] = ['self', 'manager', 'peer', 'report', 'customer'];
export const ANONYMOUS: readonly AnonymousRelation[] = ['peer', 'report', 'customer'];

export const isAnonymous = (relation: ReviewRelation): relation is AnonymousRelation =>
  relation !== 'self' && relation !== 'manager';

/** Whether a part of an appraisal is what people of this relation rate. */
export const isRelation = (kind: string): kind is ReviewRelation =>
  RELATIONS.some((relation) => relation === kind);

/** Levels that people choose from, whole numbers. */
export interface ReviewScale {
  readonly least: number;
  readonly most: number;
}

export interface ReviewItem {
  readonly id: string;
  readonly kind: 'rating' | 'text';
  /** Relations that are asked it; absent: all. What nobody of a relation is asked hides nothing of the others. */
  readonly relations?: readonly ReviewRelation[];
}

/** What decides about anonymity: data of a cycle, frozen when it starts (see `check-terms.ts`). */
export interface ReviewTerms {
  /** Raters that a group and each of its items need. */
  readonly threshold: number;
  readonly scale: ReviewScale;
  /** In the order of the questionnaire. An answer may leave any of them out. */
  readonly items: readonly ReviewItem[];
  /** Percent, whole, of every relation that is asked in this cycle; they sum to 100. */
  readonly weights: Readonly<Partial<Record<ReviewRelation, number>>>;
}

export interface ReviewCycle extends ReviewTerms {
  /** Null while it runs. Answers after it are late and count as missing. */
  readonly closedAt: Instant | null;
}

/** What somebody answered about a person. Never leaves the server. */
export interface ReviewAnswer {
  readonly rater: string;
  readonly relation: ReviewRelation;
  readonly at: Instant;
  /** By item. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
}

export interface PersonReview {
  readonly person: string;
  /** The relations in which anybody was asked about the person: somebody without reports has none to be hidden. */
  readonly asked: readonly ReviewRelation[];
  readonly answers: readonly ReviewAnswer[];
}

/** What is stored when a cycle closes: phones get parts of `figures` (see `view-for.ts`), rules calculate with `exact`. */
export interface ReviewSnapshot {
  readonly person: string;
  readonly figures: ReviewFigures;
  readonly exact: ExactMeans;
}

/** A team, department or company. */
export interface ReviewUnit {
  readonly id: string;
  /** Null at the top. */
  readonly parent: string | null;
}

/** Somebody of a unit: what was answered, and what of it was published. */
export interface UnitMember {
  readonly unit: string;
  readonly review: PersonReview;
  readonly snapshot: ReviewSnapshot;
}

/** What is stored of a unit when a cycle closes; see `ReviewSnapshot`. */
export interface UnitSnapshot {
  readonly unit: string;
  readonly figures: ReviewFigures;
  readonly exact: ExactMeans;
}

/** Means of the groups and totals that are shown. */
export interface ExactMeans {
  readonly total: Exact | null;
  readonly groups: Readonly<Partial<Record<ReviewRelation, Exact>>>;
}

/** An answer that arrived in time; others are late, which is missing. */
export const isInTime = ({ closedAt }: ReviewCycle, { at }: Pick<ReviewAnswer, 'at'>): boolean =>
  closedAt !== null && at <= closedAt;

export const inTime = (cycle: ReviewCycle, answers: readonly ReviewAnswer[]): ReviewAnswer[] =>
  answers.filter((answer) => isInTime(cycle, answer));

/** Whether anybody of a relation is asked an item: part of the questionnaire, which everybody knows. */
export const isAskedItem = (
  { relations }: Pick<ReviewItem, 'relations'>,
  relation: ReviewRelation,
): boolean => relations?.includes(relation) ?? true;
