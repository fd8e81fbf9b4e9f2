import type { ItemInput, MissingReason, PartInput, SectionInput } from '#contracts/appraisal';
import type { Questionnaire } from '#contracts/appraisal-cycle';
import type { ReviewFigures, ReviewGroup, ReviewRelation } from '#contracts/review';
import { ANONYMOUS } from '../../reviews/rules';
import { wholeShares } from './goal-inputs';

/** What a closed review published about a person. */
export interface PublishedReview {
  readonly cycleId: string;
  readonly version: number;
  readonly figures: ReviewFigures;
}

const GROUPS: ReadonlySet<ReviewRelation> = new Set(ANONYMOUS);

/**
 * What a group published, item by item as the questionnaire has them. A group that is hidden is missing, whatever the
 * reason is; so is a named author who handed in nothing, late.
 */
export function reviewPart(
  part: string,
  relation: ReviewRelation,
  review: PublishedReview | null,
  questionnaire: Questionnaire | null,
): PartInput {
  const group = review?.figures.groups.find((each) => each.relation === relation);
  const cells = new Map(group?.cells.map(({ item, mean }) => [item, mean]));
  const sections = questionnaire ? sectionsOf(questionnaire, relation, group, cells) : [];
  const isShown = sections.some(({ items }) => items.some(({ answers }) => answers !== null));
  if (!review || !isShown) return { part, kind: 'missing', reason: reasonOf(relation, questionnaire) };
  const sources = [{ kind: 'review', cycleId: review.cycleId, version: review.version }] as const;
  return { part, kind: 'reviews', sections, sources };
}

function reasonOf(relation: ReviewRelation, questionnaire: Questionnaire | null): MissingReason {
  if (!questionnaire) return 'not-asked';
  return GROUPS.has(relation) ? 'not-enough-answers' : 'late';
}

function sectionsOf(
  { sections }: Questionnaire,
  relation: ReviewRelation,
  group: ReviewGroup | undefined,
  cells: ReadonlyMap<string, ReviewGroup['cells'][number]['mean']>,
): SectionInput[] {
  const asked = sections.flatMap((section) => {
    const items = section.items.flatMap((item): ItemInput[] => {
      const isAsked = item.kind === 'rating' && (item.relations?.includes(relation) ?? true);
      if (!isAsked) return [];
      const mean = cells.get(item.id) ?? null;
      const answers = mean && { ...mean, atLeast: group?.atLeast ?? null };
      return [{ id: item.id, name: item.name, weight: item.weight, answers }];
    });
    return items.length > 0 ? [{ section, items }] : [];
  });
  const weights = wholeShares(asked.map(({ section }) => section.weight));
  return asked.map(({ section: { id, name }, items }, at) => ({ id, name, weight: weights[at] ?? 0, items }));
}
