import type {
  Curve,
  FigureInput,
  GoalInput,
  ItemInput,
  KeyResultInput,
  NodeKind,
  PublishedMean,
  Scale,
  SectionInput,
} from '#contracts/appraisal';
import { by, decimal, minus, type Ratio, times } from '../../shared/figures/ratio';
import { curveScore } from './curve-score';
import { type Draft, type Head, meanOf, missingDraft, scoredDraft } from './score-node';

type Line = Pick<KeyResultInput, 'id' | 'name' | 'sources'>;
const NO_SOURCES: Head['sources'] = [];

/** Goals by their weights: each by its own score, or by the scores of its key results. */
export function goalLines(goals: readonly GoalInput[], scale: Scale, decimals: number): Draft[] {
  return goals.map((goal) => {
    const { keyResults = [], weight } = goal;
    if (keyResults.length === 0) return scoredLine(goal, 'goal', scale);
    const drafts = keyResults.map((each) => scoredLine(each, 'key-result', scale));
    return meanOf(headOf(goal, 'goal'), drafts, decimals, weight);
  });
}

/** Figures of a KPI table by their weights. */
export function figureLines(
  figures: readonly FigureInput[],
  curves: readonly Curve[],
  decimals: number,
): Draft[] {
  return figures.map((figure) => {
    const { actual, weight, missing = 'no-data' } = figure;
    const head = headOf(figure, 'line');
    const curve = curves.find(({ id }) => id === figure.curve);
    if (actual === null || !curve) return missingDraft(head, weight, missing);
    const { value, formula } = curveScore(curve, { ...figure, actual }, decimals);
    return scoredDraft(head, weight, value, formula);
  });
}

/**
 * Sections of a review by their weights: in each the mean of its items.
 * @param isGroup nobody may learn whether few or none answered an item
 */
export function sectionLines(
  sections: readonly SectionInput[],
  scale: Scale,
  decimals: number,
  isGroup: boolean,
): Draft[] {
  return sections.map((section) => {
    const drafts = section.items.map((item) => {
      const missing = isGroup ? 'not-enough-answers' : (item.missing ?? 'no-data');
      return itemLine(item, scale, missing);
    });
    return meanOf(headOf(section, 'section'), drafts, decimals, section.weight);
  });
}

function itemLine(item: ItemInput, scale: Scale, missing: NonNullable<ItemInput['missing']>): Draft {
  const head = headOf(item, 'item');
  return item.answers
    ? rated(head, item.weight, item.answers, scale)
    : missingDraft(head, item.weight, missing);
}

function scoredLine(line: KeyResultInput, kind: NodeKind, scale: Scale): Draft {
  const { score, weight, missing = 'no-data' } = line;
  const head = headOf(line, kind);
  return score === null
    ? missingDraft(head, weight, missing)
    : rated(head, weight, { mean: score, bound: 'exact', atLeast: null }, scale);
}

/** A mean of which only a border is told counts as the border that favours the person, as it does in the review. */
function rated(head: Head, weight: number, { mean, bound, atLeast }: PublishedMean, scale: Scale): Draft {
  const formula = { kind: 'rating', mean, bound, atLeast, scale } as const;
  return scoredDraft(head, weight, pointsOf(bound === 'at-least' ? scale.most : mean, scale), formula);
}

/** A rating as points: 0 at the zero of the scale, 100 at its top. */
function pointsOf(rating: number, { least, most, zeroAt }: Scale): Ratio {
  const zero = decimal(zeroAt === 'zero' ? 0 : least);
  return times(by(minus(decimal(rating), zero), minus(decimal(most), zero)), { n: 100, d: 1 });
}

const headOf = ({ id, name, sources = NO_SOURCES }: Line, kind: NodeKind): Head => ({
  id,
  kind,
  name,
  sources,
});
