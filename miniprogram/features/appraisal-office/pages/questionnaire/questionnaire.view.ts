import type { ReviewRelation } from '#contracts/review';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { textIn } from '../../own-text';
import {
  describedLevels,
  type ItemForm,
  type Problem,
  problemOf,
  type QuestionnaireModel,
  type SectionForm,
} from './questionnaire.model';

/** As the server has them. */
const MOST_SECTIONS = 8;
const MOST_ITEMS = 12;

/** One questionnaire: to write it, and as a rater will see it. */
export function questionnaireView(model: QuestionnaireModel, t: Words) {
  const { cycle, form, failure, busy, changed, isPreview, isNew, language } = model;
  const review = cycle?.review ?? null;
  const isDraft = cycle?.state === 'draft';
  const others = (review?.questionnaires ?? []).filter(({ id }) => id !== model.id);
  const problem = form && review ? problemOf(form, askedIn(model), others) : null;
  return {
    mode: form ? 'ready' : cycle ? 'gone' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    isDraft,
    isPreview,
    note: t.t(isDraft ? 'questionnaires.draft' : 'questionnaires.fixed'),
    name: form ? textIn(form.name, language) : '',
    jobs: form?.jobs ?? '',
    jobsText: form?.jobs || t.t('questionnaires.everybody'),
    sections: form ? form.sections.map((each) => sectionView(each, model, t)) : [],
    canAddSection: (form?.sections.length ?? 0) < MOST_SECTIONS,
    canRemove: isDraft && !isNew && others.length > 0,
    problem: problem ? problemText(problem, model, t) : '',
    ready: isDraft && changed && problem === null && !busy,
    busy,
    text: texts(t),
  };
}

/** Who is asked in the cycle. */
export const askedIn = ({ cycle }: Pick<QuestionnaireModel, 'cycle'>): ReviewRelation[] =>
  Object.keys(cycle?.review?.weights ?? {}) as ReviewRelation[];

function sectionView(section: SectionForm, model: QuestionnaireModel, t: Words) {
  return {
    id: section.id,
    name: textIn(section.name, model.language),
    weight: section.weight,
    isRated: section.items.some(({ isRated }) => isRated),
    share: t.t('questionnaire.share', { percent: section.weight }),
    items: section.items.map((item) => itemView(item, model, t)),
    canAdd: section.items.length < MOST_ITEMS,
  };
}

function itemView(item: ItemForm, model: QuestionnaireModel, t: Words) {
  const { language, isPreview, cycle } = model;
  const scale = cycle?.review?.scale ?? { least: 1, most: 5 };
  const values = describedLevels(scale);
  const isOpen = model.openId === item.id;
  const asked = askedIn(model);
  const name = textIn(item.name, language);
  return {
    id: item.id,
    name,
    title: name || t.t('questionnaire.unnamed'),
    kind: t.t(item.isRated ? 'questionnaire.rated' : 'questionnaire.words'),
    isRated: item.isRated,
    isOpen,
    weight: item.weight,
    who:
      item.relations.length === 0
        ? t.t('questionnaire.all')
        : item.relations.map((each) => t.t(`appraisals.relations.${each}`)).join(t.t('common.listSeparator')),
    // Only what is on the screen is sent to it.
    levels:
      item.isRated && (isOpen || isPreview)
        ? item.levels.map((text, at) => ({ at, value: values[at] ?? 0, text: textIn(text, language) }))
        : [],
    isNumber: scale.most - scale.least + 1 > values.length,
    relations: isOpen
      ? asked.map((each) => ({
          id: each,
          name: t.t(`appraisals.relations.${each}`),
          on: item.relations.length === 0 || item.relations.includes(each),
        }))
      : [],
  };
}

function problemText(problem: Problem, { language }: QuestionnaireModel, t: Words): string {
  if (problem.kind === 'sum') return t.t('questionnaire.problem.sum', { sum: problem.sum });
  if (problem.kind === 'not-asked')
    return t.t('questionnaire.problem.not-asked', {
      who: t.t(`appraisals.relations.${problem.relation}`),
    });
  if (problem.kind === 'job-twice') return t.t('questionnaire.problem.job-twice', { job: problem.job });
  if ('item' in problem)
    return t.t(`questionnaire.problem.${problem.kind}`, { name: textIn(problem.item.name, language) });
  if ('section' in problem)
    return t.t(`questionnaire.problem.${problem.kind}`, {
      name: textIn(problem.section.name, language) || t.t('questionnaire.unnamed'),
    });
  return t.t(`questionnaire.problem.${problem.kind}`);
}

const texts = (t: Words) => ({
  retry: t.t('common.retry'),
  loadFailed: t.t('appraisals.loadFailed'),
  gone: t.t('questionnaire.gone'),
  edit: t.t('questionnaire.edit'),
  preview: t.t('questionnaire.preview'),
  name: t.t('questionnaire.name'),
  jobs: t.t('questionnaire.jobs'),
  jobsHint: t.t('questionnaire.jobsHint'),
  section: t.t('questionnaire.section'),
  weight: t.t('questionnaire.weight'),
  itemWeight: t.t('questionnaire.itemWeight'),
  item: t.t('questionnaire.item'),
  rated: t.t('questionnaire.rated'),
  words: t.t('questionnaire.words'),
  levels: t.t('questionnaire.levels'),
  who: t.t('questionnaire.who'),
  addItem: t.t('questionnaire.addItem'),
  removeItem: t.t('questionnaire.removeItem'),
  addSection: t.t('questionnaire.addSection'),
  removeSection: t.t('questionnaire.removeSection'),
  remove: t.t('questionnaire.remove'),
  number: t.t('questionnaire.number'),
  ownWords: t.t('questionnaire.ownWords'),
  save: t.t('questionnaire.save'),
});
