import type { AppraisalCycle, QuestionItem, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { QuestionItemDraft, QuestionnaireDraft } from '#contracts/appraisal-cycles';
import type { LocalText } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import { cleanLine } from '../../../../common/clean-text';
import { completeText } from '../../../../common/local-text';
import type { Failure } from '../../../../services/client-error';
import { type Language, textWith } from '../../own-text';

/** An item as it is edited: figures as they were typed, a text for every level that is described. */
export interface ItemForm {
  readonly id: string;
  readonly name: LocalText;
  readonly isRated: boolean;
  readonly weight: string;
  readonly levels: readonly LocalText[];
  /** Who answers it; empty: all who are asked. */
  readonly relations: readonly ReviewRelation[];
}

export interface SectionForm {
  readonly id: string;
  readonly name: LocalText;
  readonly weight: string;
  readonly items: readonly ItemForm[];
}

export interface QuestionnaireForm {
  readonly name: LocalText;
  /** Separated by commas; empty: everybody whose post no other one names. */
  readonly jobs: string;
  readonly sections: readonly SectionForm[];
}

export interface QuestionnaireModel {
  readonly cycleId: string;
  /** Empty until a new one is made. */
  readonly id: string;
  readonly isNew: boolean;
  readonly cycle: AppraisalCycle | null;
  readonly form: QuestionnaireForm | null;
  /** The item that is open. */
  readonly openId: string;
  readonly isPreview: boolean;
  readonly language: Language;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

type Scale = ReviewPlan['scale'];

/** Longer scales are answered with a number; their lowest and highest level are described. */
const MOST_DESCRIBED = 11;
const NO_TEXT: LocalText = { 'zh-CN': '', en: '' };

/** The levels that have a description. */
export function describedLevels({ least, most }: Scale): number[] {
  const count = most - least + 1;
  return count > MOST_DESCRIBED ? [least, most] : Array.from({ length: count }, (_, at) => least + at);
}

/** What was loaded: the questionnaire, or for a new one a copy of the one for everybody without a post. */
export function loaded(model: QuestionnaireModel, cycle: AppraisalCycle): Partial<QuestionnaireModel> {
  const { review } = cycle;
  const all = review?.questionnaires ?? [];
  const found = all.find(({ id }) => id === model.id);
  const source = found ?? (model.isNew ? (all.find(({ jobs }) => jobs.length === 0) ?? all[0]) : undefined);
  if (!review || !source) return { cycle, form: null };
  const form = formOf(source, review.scale);
  return {
    cycle,
    form: found ? form : { ...form, name: NO_TEXT, jobs: '' },
    isPreview: cycle.state !== 'draft',
  };
}

const formOf = ({ name, jobs, sections }: Questionnaire, scale: Scale): QuestionnaireForm => ({
  name,
  jobs: jobs.join('，'),
  sections: sections.map((section) => ({
    ...{ id: section.id, name: section.name, weight: String(section.weight) },
    items: section.items.map((item) => itemForm(item, scale)),
  })),
});

const itemForm = (item: QuestionItem, scale: Scale): ItemForm => ({
  ...{ id: item.id, name: item.name, isRated: item.kind === 'rating', relations: item.relations ?? [] },
  weight: item.kind === 'rating' ? String(item.weight) : '1',
  levels: describedLevels(scale).map(
    (value) =>
      (item.kind === 'rating' && item.levels.find((level) => level.value === value)?.text) || NO_TEXT,
  ),
});

// Changes

/** Where a text or a figure of the form is: `name`, `jobs`, `s.name`, `s.weight`, `s.i.name`, `s.i.weight`, `s.i.level`. */
export interface Place {
  readonly field: 'name' | 'jobs' | 'weight' | 'level';
  readonly section?: string;
  readonly item?: string;
  readonly level?: number;
}

/** The form with what was written at a place. */
export function withWritten(
  form: QuestionnaireForm,
  { field, section, item, level }: Place,
  value: string,
  language: Language,
): QuestionnaireForm {
  if (field === 'jobs') return { ...form, jobs: value };
  if (section === undefined) return { ...form, name: textWith(form.name, language, value) };
  if (item === undefined)
    return withSection(form, section, (each) =>
      field === 'weight'
        ? { ...each, weight: value }
        : { ...each, name: textWith(each.name, language, value) },
    );
  return withItem(form, section, item, (each) => {
    if (field === 'weight') return { ...each, weight: value };
    if (field === 'name') return { ...each, name: textWith(each.name, language, value) };
    return {
      ...each,
      levels: each.levels.map((text, at) => (at === level ? textWith(text, language, value) : text)),
    };
  });
}

export const withSection = (
  form: QuestionnaireForm,
  id: string,
  change: (section: SectionForm) => SectionForm,
): QuestionnaireForm => ({
  ...form,
  sections: form.sections.map((each) => (each.id === id ? change(each) : each)),
});

export const withItem = (
  form: QuestionnaireForm,
  section: string,
  id: string,
  change: (item: ItemForm) => ItemForm,
): QuestionnaireForm =>
  withSection(form, section, (each) => ({
    ...each,
    items: each.items.map((item) => (item.id === id ? change(item) : item)),
  }));

export const emptyItem = (id: string, scale: Scale): ItemForm => ({
  ...{ id, name: NO_TEXT, isRated: true, weight: '1', relations: [] },
  levels: describedLevels(scale).map(() => NO_TEXT),
});

export const emptySection = (id: string, item: ItemForm): SectionForm => ({
  ...{ id, name: NO_TEXT, weight: '', items: [item] },
});

/** Somebody answers an item or does not; all together are everybody, and somebody always does. */
export function withRelation(
  item: ItemForm,
  relation: ReviewRelation,
  asked: readonly ReviewRelation[],
): ItemForm {
  const before = item.relations.length === 0 ? asked : item.relations;
  const after = asked.filter((each) => before.includes(each) !== (each === relation));
  if (after.length === 0) return item;
  return { ...item, relations: after.length === asked.length ? [] : after };
}

// What is to be put right

export type Problem =
  | { readonly kind: 'name' | 'no-section' | 'everybody-twice' | 'everybody-none' }
  | { readonly kind: 'job-twice'; readonly job: string }
  | { readonly kind: 'section-name' | 'section-empty' | 'section-weight'; readonly section: SectionForm }
  | { readonly kind: 'sum'; readonly sum: number }
  | { readonly kind: 'item-name'; readonly section: SectionForm }
  | { readonly kind: 'item-weight' | 'item-levels'; readonly item: ItemForm }
  | { readonly kind: 'not-asked'; readonly relation: ReviewRelation };

const isEmpty = (text: LocalText): boolean => cleanLine(text['zh-CN']) === '';
const wholeOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
const isRatedSection = ({ items }: SectionForm): boolean => items.some(({ isRated }) => isRated);
/** A section of texts alone counts nothing. */
const weightOf = (section: SectionForm): number => (isRatedSection(section) ? wholeOf(section.weight) : 0);

/** The first thing that keeps the form from being saved, in the order of the screen; the server looks again. */
export function problemOf(
  form: QuestionnaireForm,
  asked: readonly ReviewRelation[],
  others: readonly Pick<Questionnaire, 'jobs'>[],
): Problem | null {
  if (isEmpty(form.name)) return { kind: 'name' };
  const job = jobsProblem(jobsOf(form.jobs), others);
  if (job) return job;
  if (form.sections.length === 0) return { kind: 'no-section' };
  for (const section of form.sections) {
    const problem = sectionProblem(section);
    if (problem) return problem;
  }
  const sum = form.sections.reduce((total, section) => total + weightOf(section), 0);
  if (sum !== 100) return { kind: 'sum', sum };
  const rated = form.sections.flatMap(({ items }) => items.filter(({ isRated }) => isRated));
  const missing = asked.find(
    (relation) => !rated.some(({ relations }) => relations.length === 0 || relations.includes(relation)),
  );
  return missing ? { kind: 'not-asked', relation: missing } : null;
}

/** A post has one questionnaire, and one is for everybody else. */
function jobsProblem(
  jobs: readonly string[],
  others: readonly Pick<Questionnaire, 'jobs'>[],
): Problem | null {
  const hasEverybody = others.some((each) => each.jobs.length === 0);
  if (jobs.length === 0 && hasEverybody) return { kind: 'everybody-twice' };
  if (jobs.length > 0 && !hasEverybody) return { kind: 'everybody-none' };
  const twice = jobs.find((job) => others.some((each) => each.jobs.includes(job)));
  return twice === undefined ? null : { kind: 'job-twice', job: twice };
}

function sectionProblem(section: SectionForm): Problem | null {
  if (isEmpty(section.name)) return { kind: 'section-name', section };
  if (section.items.length === 0) return { kind: 'section-empty', section };
  const weight = weightOf(section);
  if (isRatedSection(section) && !(weight >= 1 && weight <= 100)) return { kind: 'section-weight', section };
  for (const item of section.items) {
    if (isEmpty(item.name)) return { kind: 'item-name', section };
    if (!item.isRated) continue;
    if (!(wholeOf(item.weight) >= 1 && wholeOf(item.weight) <= 100)) return { kind: 'item-weight', item };
    if (item.levels.some(isEmpty)) return { kind: 'item-levels', item };
  }
  return null;
}

/** Posts as they were typed: separated by commas of either language or the Chinese list mark. */
const jobsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、]/)
      .map(cleanLine)
      .filter((job) => job !== ''),
  ),
];

/** What is saved, of a form without a problem. */
export const draftOf = (form: QuestionnaireForm): Omit<QuestionnaireDraft, 'id'> => ({
  name: completeText(form.name),
  jobs: jobsOf(form.jobs),
  sections: form.sections.map((section) => ({
    ...{ id: section.id, name: completeText(section.name), weight: weightOf(section) },
    items: section.items.map(itemDraft),
  })),
});

const itemDraft = ({ id, name, isRated, weight, levels, relations }: ItemForm): QuestionItemDraft => ({
  ...{ id, name: completeText(name) },
  ...(relations.length > 0 && { relations }),
  rated: isRated ? { weight: wholeOf(weight), levels: levels.map(completeText) } : null,
});
