import type {
  AppraisalScheme,
  Curve,
  FigureInput,
  GoalInput,
  GradeRule,
  KeyResultInput,
  PartInput,
  PublishedMean,
  Scale,
  SchemePart,
  SectionInput,
} from '#contracts/appraisal';
import type { Instant, LocalText } from '#contracts/common';
import type { ErrorCode, ErrorData } from '#contracts/errors';
import type { ReviewRelation } from '#contracts/review';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';

export const text = (name: string): LocalText => ({ 'zh-CN': name, en: name });
export const instant = (at: number): Instant => at as Instant;

type Table = Extract<Curve, { kind: 'table' }>;

/** Points as they are: 0 to 100. */
const POINTS: Scale = { least: 0, most: 100, zeroAt: 'least' };
/** Stars, each worth 20 points. */
export const STARS: Scale = { least: 1, most: 5, zeroAt: 'zero' };

/** A 85, B 70, C 60, D below; a fifth, two fifths, 35 % and 5 %. */
export const A_TO_D: GradeRule = {
  by: 'thresholds',
  grades: [
    { id: 'A', name: text('优秀'), from: 85, share: 20, opensPlan: false },
    { id: 'B', name: text('良好'), from: 70, share: 40, opensPlan: false },
    { id: 'C', name: text('合格'), from: 60, share: 35, opensPlan: false },
    { id: 'D', name: text('待改进'), from: null, share: 5, opensPlan: true },
  ],
  enforcedFrom: null,
};
export const BY_QUOTA: GradeRule = { ...A_TO_D, by: 'quota' };

export const part = (
  id: string,
  kind: 'goals' | ReviewRelation,
  share: number,
  scale = POINTS,
): SchemePart => ({ id, kind, name: text(id), share, scale });

export const kpiPart = (share: number): SchemePart => ({ id: 'kpi', kind: 'kpi', name: text('kpi'), share });

export const schemeOf = (
  parts: readonly SchemePart[],
  more: Partial<AppraisalScheme> = {},
): AppraisalScheme => ({ parts, curves: [], decimals: 1, leastShare: 1, grades: A_TO_D, ...more });

/** A score of one figure in a part that is rated. */
export const rated = (id: string, points: number): PartInput => ({
  part: id,
  kind: 'reviews',
  sections: [sectionOf('all', 100, [points])],
});

/** Items with what was published of them; a figure is the rating of one named person. */
export const sectionOf = (
  id: string,
  weight: number,
  answers: readonly (number | PublishedMean | null)[],
  weights: readonly number[] = [],
): SectionInput => ({
  id,
  name: text(id),
  weight,
  items: answers.map((answer, at) => ({
    id: `${id}-${at}`,
    name: text(`${id} ${at}`),
    weight: weights[at] ?? 1,
    answers: typeof answer === 'number' ? { mean: answer, bound: 'exact', atLeast: null } : answer,
  })),
});

/** Of a group. */
export const meanOf = (
  mean: number,
  bound: PublishedMean['bound'] = 'exact',
  atLeast = 5,
): PublishedMean => ({
  mean,
  bound,
  atLeast,
});

export const keyResultOf = (id: string, weight: number, score: number | null): KeyResultInput => ({
  id,
  name: text(id),
  weight,
  score,
});

export const goalOf = (
  id: string,
  weight: number,
  score: number | null,
  keyResults: readonly KeyResultInput[] = [],
): GoalInput => ({ ...keyResultOf(id, weight, score), keyResults });

export const goalsOf = (...goals: readonly GoalInput[]): PartInput => ({
  part: 'goals',
  kind: 'goals',
  goals,
});

export const figureOf = (
  more: Partial<FigureInput> & Pick<FigureInput, 'actual' | 'curve'>,
): FigureInput => ({
  id: 'sales',
  name: text('sales'),
  weight: 100,
  better: 'more',
  target: 100,
  ...more,
});

export const kpiOf = (...figures: readonly FigureInput[]): PartInput => ({
  part: 'kpi',
  kind: 'figures',
  figures,
});

/** 80 % of the target gives 60 points, 90 % 80, 100 % 100, 110 % 120, 120 % 140. */
export const LEVELS: Table = {
  id: 'levels',
  name: text('levels'),
  kind: 'table',
  least: 0,
  most: 140,
  between: 'line',
  short: 0,
  points: [
    { at: 80, score: 60 },
    { at: 90, score: 80 },
    { at: 100, score: 100 },
    { at: 110, score: 120 },
    { at: 120, score: 140 },
  ],
};
/** As many points as percent of the target, 120 at most. */
export const CAPPED: Curve = { id: 'capped', name: text('capped'), kind: 'linear', least: 0, most: 120 };
/** Complaints: none gives 120 points, up to two 100, up to five 60. */
export const COMPLAINTS: Table = {
  id: 'complaints',
  name: text('complaints'),
  kind: 'table',
  least: 0,
  most: 120,
  between: 'level',
  short: 20,
  points: [
    { at: 0, score: 120 },
    { at: 2, score: 100 },
    { at: 5, score: 60 },
  ],
};

/** Expects a refusal with its data; what was passed in is as it was. */
export function expectRefusal<C extends ErrorCode>(act: () => unknown, code: C, data: ErrorData[C]): void {
  let caught: unknown;
  try {
    act();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(AppError);
  const { code: given, data: said } = caught as AppError;
  expect({ code: given, data: said }).toEqual({ code, data });
}
