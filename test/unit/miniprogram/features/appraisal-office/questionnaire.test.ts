import '../../../../../miniprogram/features/appraisal-office/words/words';
import { safeParse } from 'valibot';
import type { AppraisalCycle, ReviewPlan } from '#contracts/appraisal-cycle';
import type { ReviewRelation } from '#contracts/review';
import { checkQuestionnaires } from '../../../../../cloudfunctions/appraisal-cycles/domain/check-questionnaires';
import { questionnaireOf } from '../../../../../cloudfunctions/appraisal-cycles/domain/questionnaire-of';
import { SHIPPED_TEMPLATES } from '../../../../../cloudfunctions/appraisal-cycles/domain/templates/shipped-templates';
import { questionnaireDraft } from '../../../../../cloudfunctions/appraisal-cycles/inputs/questionnaire';
import {
  draftOf,
  emptyItem,
  emptySection,
  loaded,
  problemOf,
  type QuestionnaireForm,
  type QuestionnaireModel,
  withItem,
  withRelation,
  withSection,
  withWritten,
} from '../../../../../miniprogram/features/appraisal-office/pages/questionnaire/questionnaire.model';
import { questionnaireView } from '../../../../../miniprogram/features/appraisal-office/pages/questionnaire/questionnaire.view';
import { questionnairesView } from '../../../../../miniprogram/features/appraisal-office/pages/questionnaires/questionnaires.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const QUESTIONNAIRES = SHIPPED_TEMPLATES.find(({ id }) => id === 'retail')?.questionnaires ?? [];
const ASKED: ReviewRelation[] = ['manager', 'customer'];

const cycle = (more: Partial<AppraisalCycle> = {}, review: Partial<ReviewPlan> = {}) =>
  ({
    ...{ _id: 'a-2026-11', rev: 3, state: 'draft', title: { 'zh-CN': '十一月考核', en: 'November' } },
    ...{ from: '2026-11-01', to: '2026-11-30' },
    review: {
      ...{
        scale: { least: 1, most: 5 },
        weights: { manager: 40, customer: 60 },
        questionnaires: QUESTIONNAIRES,
      },
      ...review,
    },
    ...more,
  }) as unknown as AppraisalCycle;

function opened(id: string, from = cycle(), more: Partial<QuestionnaireModel> = {}): QuestionnaireModel {
  const model: QuestionnaireModel = {
    ...{ cycleId: 'a-2026-11', id, isNew: id === '', cycle: null, form: null, openId: '', isPreview: false },
    ...{ language: 'zh-CN', changed: true, busy: false, failure: null, ...more },
  };
  return { ...model, ...loaded(model, from) };
}
const formOf = (model: QuestionnaireModel): QuestionnaireForm => {
  if (!model.form) throw new Error('no form');
  return model.form;
};
const others = (id: string) => QUESTIONNAIRES.filter((each) => each.id !== id);
const kindOf = (form: QuestionnaireForm, id = 'everybody') =>
  problemOf(form, ASKED, others(id))?.kind ?? null;

test.each(SHIPPED_TEMPLATES.flatMap(({ questionnaires }) => questionnaires))(
  'a questionnaire that is opened and saved is the same: $name.en',
  (questionnaire) => {
    const model = opened(questionnaire.id, cycle({}, { questionnaires: [questionnaire] }));
    const saved = questionnaireOf(questionnaire.id, draftOf(formOf(model)), { least: 1, most: 5 });
    expect(saved).toEqual(questionnaire);
    // Texts in both languages are not longer than the server takes.
    expect(safeParse(questionnaireDraft, draftOf(formOf(model))).issues).toBeUndefined();
  },
);

test('what keeps it from being saved is named before the tap, and the server would refuse it as well', () => {
  const form = formOf(opened('everybody'));
  const [first, second] = form.sections;
  const [item] = first?.items ?? [];
  if (!first || !second || !item) throw new Error('no sections');
  const at = { section: first.id, item: item.id };
  const wrong: Record<string, QuestionnaireForm> = {
    name: withWritten(form, { field: 'name' }, ' ', 'zh-CN'),
    'everybody-none': withWritten(form, { field: 'jobs' }, '导购', 'zh-CN'),
    'section-name': withWritten(form, { field: 'name', section: first.id }, '', 'zh-CN'),
    'section-empty': withSection(form, first.id, (each) => ({ ...each, items: [] })),
    'section-weight': withWritten(form, { field: 'weight', section: first.id }, '0', 'zh-CN'),
    sum: withWritten(form, { field: 'weight', section: first.id }, '59', 'zh-CN'),
    'item-name': withWritten(form, { field: 'name', ...at }, '', 'zh-CN'),
    'item-weight': withWritten(form, { field: 'weight', ...at }, '1.5', 'zh-CN'),
    'item-levels': withWritten(form, { field: 'level', ...at, level: 2 }, '', 'zh-CN'),
    'no-section': { ...form, sections: [] },
  };
  expect(kindOf(form)).toBeNull();
  for (const [kind, each] of Object.entries(wrong)) expect(kindOf(each)).toBe(kind);
  const ofRules = ['section-empty', 'section-weight', 'sum', 'no-section'];
  for (const kind of ofRules) {
    const made = questionnaireOf('everybody', draftOf(wrong[kind] ?? form), { least: 1, most: 5 });
    const plan = { ...cycle().review, questionnaires: [made, ...others('everybody')] } as ReviewPlan;
    expect(() => checkQuestionnaires(plan)).toThrow();
  }
  const said = questionnaireView({ ...opened('everybody'), form: wrong.sum ?? form }, zh);
  expect([said.ready, said.problem]).toEqual([false, '各部分占比合计 99%，要正好 100%']);
});

test('a post has one questionnaire, and one is for all others', () => {
  const added = opened('');
  const named = withWritten(formOf(added), { field: 'name' }, '收银', 'zh-CN');
  expect(kindOf(named, '')).toBe('everybody-twice');
  expect(kindOf(withWritten(named, { field: 'jobs' }, '收银员，店长', 'zh-CN'), '')).toBe('job-twice');
  const right = withWritten(named, { field: 'jobs' }, '收银员, 收银主管、收银员', 'zh-CN');
  expect(kindOf(right, '')).toBeNull();
  expect(draftOf(right)).toMatchObject({
    name: { 'zh-CN': '收银', en: '收银' },
    jobs: ['收银员', '收银主管'],
  });
});

test('a question that some answer is asked of these, and everybody who is asked has something to rate', () => {
  const form = formOf(opened('everybody'));
  const forOne = {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => withRelation({ ...item, relations: [] }, 'customer', ASKED)),
    })),
  };
  expect(problemOf(forOne, ASKED, others('everybody'))).toEqual({ kind: 'not-asked', relation: 'customer' });
  const [item] = form.sections[0]?.items ?? [];
  if (!item) throw new Error('no item');
  const less = withRelation({ ...item, relations: [] }, 'customer', ASKED);
  expect(less.relations).toEqual(['manager']);
  expect(withRelation(less, 'manager', ASKED)).toEqual(less);
  expect(withRelation(less, 'customer', ASKED).relations).toEqual([]);
});

test('a text is written in the language of the reader, and a section of texts counts nothing', () => {
  const scale = { least: 1, most: 5 };
  let form = formOf(opened('everybody'));
  form = { ...form, sections: [...form.sections, emptySection('s-new', emptyItem('i-new', scale))] };
  const at = { section: 's-new', item: 'i-new' };
  form = withWritten(form, { field: 'name', section: 's-new' }, 'More', 'en');
  form = withWritten(form, { field: 'name', ...at }, 'What else?', 'en');
  form = withItem(form, 's-new', 'i-new', (each) => ({ ...each, isRated: false }));
  expect(kindOf(form)).toBeNull();
  const section = draftOf(form).sections.at(-1);
  expect(section).toMatchObject({
    ...{ weight: 0, name: { 'zh-CN': 'More', en: 'More' } },
    items: [{ name: { 'zh-CN': 'What else?', en: 'What else?' }, rated: null }],
  });
});

test('a long scale is answered with a number, and its two ends are described', () => {
  const scale = { least: 0, most: 100 };
  const item = emptyItem('i', scale);
  const levels = [
    { 'zh-CN': '没有', en: 'None' },
    { 'zh-CN': '全部', en: 'All' },
  ];
  const sections = [{ ...emptySection('s', { ...item, levels, name: levels[0] as never }), weight: '100' }];
  const form = {
    name: levels[0] as never,
    jobs: '',
    sections: [{ ...sections[0], name: levels[0] }] as never,
  };
  const made = questionnaireOf('q', draftOf(form), scale);
  expect(made.sections[0]?.items[0]).toMatchObject({ levels: [{ value: 0 }, { value: 100 }] });
  const again = { ...opened('q', cycle({}, { scale, questionnaires: [made] })), isPreview: true };
  const [shown] = questionnaireView(again, zh).sections[0]?.items ?? [];
  expect([shown?.isNumber, shown?.levels.map(({ value }) => value)]).toEqual([true, [0, 100]]);
});

test('what has started is shown and cannot be changed; a running cycle keeps its own', () => {
  const running = opened('leaders', cycle({ state: 'running' }));
  const view = questionnaireView(running, en);
  expect([view.isDraft, view.isPreview, view.ready, view.canRemove]).toEqual([false, true, false, false]);
  const list = (state: AppraisalCycle['state']) =>
    questionnairesView({ cycleId: 'a', cycle: cycle({ state }), failure: null }, zh);
  expect(list('draft')).toMatchObject({ canAdd: true, rows: [{ jobs: '其他所有岗位' }, { id: 'leaders' }] });
  expect(list('running').canAdd).toBe(false);
  expect(list('running').note).toContain('固定');
  const none = cycle({ review: null } as never);
  expect(questionnairesView({ cycleId: 'a', cycle: none, failure: null }, zh).mode).toBe('none');
});

test('what the editor draws first is small, whatever is written', () => {
  for (const state of ['draft', 'running'] as const) {
    const view = questionnaireView(opened('leaders', cycle({ state })), zh);
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(8_192);
  }
});
