import type { QuestionItem, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { ReviewRelation } from '#contracts/review';
import { ensurePlan as ensure } from './ensure-plan';

/** Of one questionnaire; the rules of anonymity take no more. */
const MOST_ITEMS = 100;

/**
 * Checks that everybody who is asked finds something to rate in every questionnaire, that every level is described, and that a post has
 * one questionnaire alone.
 * @throws AppError PLAN_INVALID with the field
 */
export function checkQuestionnaires({
  questionnaires,
  scale,
  weights,
}: Pick<ReviewPlan, 'questionnaires' | 'scale' | 'weights'>): void {
  ensure(questionnaires.length > 0, 'questionnaires', 'empty');
  ensureDistinct(questionnaires, 'questionnaires');
  const jobs = questionnaires.flatMap((each) => each.jobs);
  ensure(new Set(jobs).size === jobs.length, 'questionnaires.jobs', 'twice');
  const forOthers = questionnaires.filter((each) => each.jobs.length === 0);
  ensure(forOthers.length <= 1, 'questionnaires.jobs', 'twice');
  ensure(forOthers.length === 1, 'questionnaires.jobs', 'empty');
  const asked = Object.keys(weights) as ReviewRelation[];
  for (const [index, each] of questionnaires.entries())
    checkOne(each, `questionnaires.${index}`, scale, asked);
}

function checkOne(
  { sections }: Questionnaire,
  path: string,
  scale: ReviewPlan['scale'],
  asked: readonly ReviewRelation[],
): void {
  ensure(sections.length > 0, `${path}.sections`, 'empty');
  ensureDistinct(sections, `${path}.sections`);
  const items = sections.flatMap((section) => section.items);
  ensureDistinct(items, `${path}.items`);
  ensure(items.length <= MOST_ITEMS, `${path}.items`, 'out-of-range');
  sections.forEach((section, index) => {
    ensure(section.items.length > 0, `${path}.sections.${index}.items`, 'empty');
    const isRated = section.items.some(({ kind }) => kind === 'rating');
    ensure(isRated === section.weight > 0, `${path}.sections.${index}.weight`, 'out-of-range');
  });
  const sum = sections.reduce((total, { weight }) => total + weight, 0);
  ensure(sum === 100, `${path}.sections`, 'sections-not-100', sum);
  for (const [index, item] of items.entries()) checkLevels(item, `${path}.items.${index}`, scale);
  for (const relation of asked)
    ensure(
      items.some((item) => item.kind === 'rating' && (item.relations?.includes(relation) ?? true)),
      `${path}.${relation}`,
      'not-asked',
    );
}

function checkLevels(item: QuestionItem, path: string, { least, most }: ReviewPlan['scale']): void {
  if (item.kind !== 'rating') return;
  ensure(item.weight >= 1, `${path}.weight`, 'out-of-range');
  const values = item.levels.map(({ value }) => value);
  const isAscending = values.every(
    (value, at) => value >= least && value <= most && value > (values[at - 1] ?? -1),
  );
  ensure(isAscending && values.includes(least) && values.includes(most), `${path}.levels`, 'levels');
}

function ensureDistinct(all: readonly { readonly id: string }[], path: string): void {
  const seen = new Set<string>();
  all.forEach(({ id }, index) => {
    ensure(!seen.has(id), `${path}.${index}.id`, 'twice');
    seen.add(id);
  });
}
