import type { Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { QuestionItemDraft, QuestionnaireDraft } from '#contracts/appraisal-cycles';

/** Two texts of a longer scale are of its lowest and highest level: what lies between is answered with a number. */
const ENDS = 2;

/** A questionnaire as HR has written it: the levels are those of the scale, from the lowest up, or its two ends. */
export const questionnaireOf = (
  id: string,
  { name, jobs, sections }: Omit<QuestionnaireDraft, 'id'>,
  { least, most }: ReviewPlan['scale'],
): Questionnaire => ({
  ...{ id, name, jobs },
  sections: sections.map((section) => ({
    ...section,
    items: section.items.map(({ rated, relations, ...head }: QuestionItemDraft) => ({
      ...head,
      ...(relations && { relations }),
      ...(rated
        ? {
            kind: 'rating' as const,
            weight: rated.weight,
            levels: rated.levels.map((text, at) => ({
              value: rated.levels.length === ENDS && at === 1 ? most : least + at,
              text,
            })),
          }
        : { kind: 'text' as const }),
    })),
  })),
});

/** Questionnaires with this one in place of the one of its id; without it if it is null. */
export function withQuestionnaire(
  all: readonly Questionnaire[],
  id: string,
  changed: Questionnaire | null,
): Questionnaire[] {
  if (!changed) return all.filter((each) => each.id !== id);
  const isThere = all.some((each) => each.id === id);
  return isThere ? all.map((each) => (each.id === id ? changed : each)) : [...all, changed];
}
