import type { AppraisalPerson, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import type { ReviewCell } from '#contracts/review';
import { itemsOf, reviewCycleOf } from './questions';
import type { ReviewAnswer, ReviewCycle, ReviewSnapshot, ReviewUnit, UnitMember } from './review';

/** An item of all questionnaires together: two of them may have the same id for different things. */
export const unitItemId = (questionnaireId: string, itemId: string): string => `${questionnaireId}.${itemId}`;

/** The terms of a cycle for departments, whose people are rated on several questionnaires. */
export function unitCycleOf(review: ReviewPlan, closedAt: Instant | null): ReviewCycle {
  const items = review.questionnaires.flatMap((questionnaire) =>
    reviewCycleOf({ review, closedAt }, questionnaire).items.map((item) => ({
      ...item,
      id: unitItemId(questionnaire.id, item.id),
    })),
  );
  const { threshold, scale, weights } = review;
  return { threshold, scale, weights, items, closedAt };
}

/** Departments of the people of a cycle with those above them, as they were at the start. */
export function unitsOf(
  people: readonly Pick<AppraisalPerson, 'departmentId' | 'departmentPath'>[],
): ReviewUnit[] {
  const parents = new Map<string, string | null>();
  for (const { departmentId, departmentPath } of people)
    [...departmentPath, departmentId].forEach((id, at, path) => {
      if (!parents.has(id)) parents.set(id, path[at - 1] ?? null);
    });
  return [...parents].map(([id, parent]) => ({ id, parent }));
}

/** Somebody of a department, with their answers and what was published in the items of `unitCycleOf`. */
export function unitMember(
  cycle: ReviewCycle,
  questionnaire: Questionnaire,
  departmentId: string,
  { snapshot, answers, asked }: MemberReview,
): UnitMember {
  const own = new Map(itemsOf(questionnaire).map(({ id }) => [unitItemId(questionnaire.id, id), id]));
  const rated = cycle.items.filter(({ kind }) => kind === 'rating').map(({ id }) => id);
  const groups = snapshot.figures.groups.map((group) => ({
    ...group,
    cells: rated.map((id) => cellOf(group.cells, id, own.get(id))),
  }));
  return {
    unit: departmentId,
    review: {
      person: snapshot.person,
      asked,
      answers: answers.map((answer) => ({
        ...answer,
        ratings: renamed(questionnaire.id, answer.ratings),
        texts: {},
      })),
    },
    snapshot: { ...snapshot, figures: { ...snapshot.figures, groups } },
  };
}

interface MemberReview {
  readonly snapshot: ReviewSnapshot;
  readonly answers: readonly ReviewAnswer[];
  readonly asked: UnitMember['review']['asked'];
}

const cellOf = (cells: readonly ReviewCell[], id: string, own: string | undefined): ReviewCell => ({
  ...(cells.find(({ item }) => item === own) ?? { mean: null, spread: [] }),
  item: id,
});

const renamed = (questionnaireId: string, ratings: ReviewAnswer['ratings']): ReviewAnswer['ratings'] =>
  Object.fromEntries(Object.entries(ratings).map(([id, value]) => [unitItemId(questionnaireId, id), value]));
