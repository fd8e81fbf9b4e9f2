import '../../../../../miniprogram/features/types/words/words';
import fc from 'fast-check';
import { allKinds } from '../../../../../cloudfunctions/approvals/kind/registry';
import '../../../../../cloudfunctions/requests/kinds';
import type { FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { flowText, trialText } from '../../../../../miniprogram/features/types/flow-words';
import {
  completeType,
  copyOf,
  newType,
  type TypeDraft,
} from '../../../../../miniprogram/features/types/type.model';
import { typeView } from '../../../../../miniprogram/features/types/type.view';
import {
  changeTrial,
  changeType,
  closed,
  openRow,
} from '../../../../../miniprogram/features/types/type-change';
import { noRequestType, type TypeModel } from '../../../../../miniprogram/features/types/type-editor';
import { typesView } from '../../../../../miniprogram/features/types/types-list.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const text = (words: string) => ({ 'zh-CN': words, en: words });
const shipped = (id: string): RequestType => {
  const type = allKinds()
    .flatMap(({ types }) => types)
    .find((each) => each.id === id);
  if (!type) throw new Error(`No type ${id}.`);
  return type;
};
const draftOf = ({ version: _, ...type }: RequestType): TypeDraft => type;
const model = (draft: TypeDraft, more: Partial<TypeModel> = {}): TypeModel => ({
  ...noRequestType,
  about: {
    type: null,
    needed: [],
    people: [],
    departments: [{ id: 'D1', name: text('研发'), depth: 0 }],
    history: [],
  },
  draft,
  version: 1,
  changed: true,
  people: [{ id: 'E1', name: '王一', nameEn: 'Ming Wang' }],
  ...more,
});
const named = { ...newType('own-1'), name: text('用车') };
const step = (more: Partial<FlowStep>): FlowStep => ({
  id: 's1',
  name: text('一'),
  mode: 'any',
  approvers: [{ by: 'manager', level: 1 }],
  when: [],
  ...more,
});
const names = model(named);
const said = (steps: readonly FlowStep[], words = zh) =>
  flowText({ steps }, { people: names.people, departments: names.about?.departments ?? [], form: [] }, words);

describe('a flow in words', () => {
  const days = step({
    approvers: [{ by: 'role', role: 'hr' }],
    when: [{ what: 'days', is: 'at-least', value: 3 }],
  });
  test.each<[FlowStep[], string, string]>([
    [[], '直属主管', 'Direct manager'],
    [[step({}), days], '直属主管 → 人事（3 天及以上）', 'Direct manager → HR (3 days or more)'],
    [
      [step({ mode: 'all', approvers: [{ by: 'department-head' }, { by: 'person', employeeId: 'E1' }] })],
      '部门负责人和王一都同意',
      'Head of department and Ming Wang, all of them',
    ],
    [
      [
        step({
          approvers: [
            { by: 'manager', level: 2 },
            { by: 'role', role: 'payroll' },
          ],
        }),
      ],
      '第 2 级主管或薪酬',
      'Manager 2 levels up or Payroll',
    ],
    [
      [
        step({
          when: [
            { what: 'amount', is: 'below', value: 100_000 },
            { what: 'department', in: ['D1'] },
          ],
        }),
      ],
      '直属主管（不到 ¥1,000，且部门是研发）',
      'Direct manager (less than ¥1,000, and in 研发)',
    ],
  ])('%#', (steps, inZh, inEn) => {
    expect(said(steps)).toBe(inZh);
    expect(said(steps, en)).toBe(inEn);
  });

  test('tried with a figure, only the steps that hold are left', () => {
    const steps = [step({}), days];
    const trial = { days: 2, hours: null, amount: null };
    const surroundings = { people: [], departments: [], form: [] };
    expect(trialText({ steps }, trial, surroundings, zh)).toBe('直属主管');
    expect(trialText({ steps }, { ...trial, days: 3 }, surroundings, zh)).toBe('直属主管 → 人事');
    expect(changeTrial(trial, 'trial.amount', '12.5')).toEqual({ ...trial, amount: 1_250 });
  });
});

type At = { readonly draft: TypeDraft; readonly path: readonly string[] };

/** A person taps what is on the screen: in the sheet if one is open, else on the page. */
function after(at: At, step: string | [string, string]): At {
  if (Array.isArray(step)) return { ...at, draft: changeType(at.draft, at.path, step[0], step[1]) };
  if (step === 'back') return { ...at, path: closed(at.path) };
  const { sheet, sections } = typeView(model(at.draft, { path: at.path }), zh);
  const rows = sheet.show ? sheet.rows : sections.flatMap((section) => section.rows);
  return rows.some(({ id }) => id === step) ? openRow(at.draft, at.path, step) : at;
}

/** Ids are used once, and an open sheet shows what is there. */
function expectWhole({ draft, path }: At): void {
  const lists = [draft.form, draft.flow.steps, draft.form.flatMap((field) => field.options ?? [])];
  for (const list of lists) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const { sheet } = typeView(model(draft, { path }), zh);
  expect(sheet.show).toBe(path.length > 0);
  if (sheet.show) expect(sheet.rows.length).toBeGreaterThan(0);
}

describe('the editor', () => {
  test('what is missing is said, one thing at a time, and keeps it from being saved', () => {
    const hint = (draft: TypeDraft) => typeView(model(draft), zh).bar.hint;
    expect(hint(newType('own-1'))).toBe('请填写类型的中文名称');
    expect(hint(named)).toBe('第 1 步还没有名称');
    const flow = { ...named.flow, steps: [step({ approvers: [{ by: 'person', employeeId: '' }] })] };
    expect(hint({ ...named, flow })).toBe('第 1 步还没有选人');
    const open = {
      ...named,
      flow: { ...named.flow, steps: [step({ when: [{ what: 'department', in: [] }] })] },
    };
    expect(hint(open)).toBe('第 1 步的条件还没填完');
    const choice: FormField = { id: 'f1', kind: 'choice', label: text('车型'), required: true, options: [] };
    expect(hint({ ...named, form: [choice] })).toBe('“车型”还没有选项');
    const done = { ...named, flow: { ...named.flow, steps: [step({})] } };
    expect(typeView(model(done), zh).bar).toMatchObject({ ready: true, hint: '' });
    expect(typeView(model(done, { changed: false }), zh).bar).toMatchObject({
      ready: false,
      hint: '已保存',
    });
  });

  test('a conflict keeps what was entered and cannot be saved over unseen', () => {
    const failure = { code: 'VERSION_CONFLICT', data: { version: 3 }, requestId: '' } as const;
    const view = typeView(model({ ...named, flow: { ...named.flow, steps: [step({})] } }, { failure }), zh);
    expect(view.bar).toMatchObject({ ready: false, reload: '看对方的改动' });
    expect(view.sections[0]?.rows[0]).toMatchObject({ value: '用车' });
  });

  test('a field that the rules read can be renamed and moved, not removed', () => {
    const draft = draftOf(shipped('leave'));
    const about = { ...names.about, needed: draft.form } as TypeModel['about'];
    const ids = (path: string[]) =>
      typeView(model(draft, { about, path }), zh).sheet.rows.map(({ id }) => id);
    expect(ids(['field', '1'])).toEqual(['fixed', 'label.zh-CN', 'label.en', 'kind', 'up', 'down']);
    expect(ids(['field', '2'])).toContain('required');
    const expense = draftOf(shipped('expense'));
    const column = typeView(
      model(expense, {
        about: { ...names.about, needed: expense.form } as TypeModel['about'],
        path: ['field', '0', 'column', '1', 'option', '0'],
      }),
      zh,
    ).sheet;
    expect(column.rows.map(({ id }) => id)).toEqual(['fixed', 'label.zh-CN', 'label.en', 'up', 'down']);
  });

  test('texts of the form can be sealed; figures, columns and the reason cannot', () => {
    const onboarding = draftOf(shipped('onboarding'));
    const at = onboarding.form.findIndex(({ id }) => id === 'phone');
    const isPrivate = (draft: TypeDraft, path: string[]) =>
      typeView(model(draft, { path }), zh).sheet.rows.find(({ id }) => id === 'private');
    const path = ['field', String(at)];
    expect(isPrivate(onboarding, path)?.options).toEqual([
      { id: 'no', text: '普通', on: false },
      { id: 'yes', text: '加密', on: true },
    ]);
    expect(isPrivate(onboarding, path)?.note).toContain('只影响之后提交的申请');
    const open = changeType(onboarding, path, 'private', 'no');
    expect(open.form[at]).not.toHaveProperty('private');
    expect(changeType(open, path, 'private', 'yes').form[at]).toMatchObject({ private: true });
    expect(changeType(onboarding, path, 'kind', 'text').form[at]).toMatchObject({ private: true });
    expect(changeType(onboarding, path, 'kind', 'number').form[at]).not.toHaveProperty('private');
    const leave = draftOf(shipped('leave'));
    const reason = leave.form.findIndex(({ id }) => id === 'reason');
    expect(isPrivate(leave, ['field', String(reason)])).toBeUndefined();
    const expense = draftOf(shipped('expense'));
    const column = expense.form[0]?.columns?.findIndex(({ kind }) => kind === 'text');
    expect(isPrivate(expense, ['field', '0', 'column', String(column)])).toBeUndefined();
    expect(isPrivate(changeType(onboarding, path, 'kind', 'money'), path)).toBeUndefined();
    const about = { ...names.about, needed: shipped('onboarding').form } as TypeModel['about'];
    const { rows } = typeView(model(onboarding, { path, about }), zh).sheet;
    expect(rows.map(({ id }) => id)).not.toContain('private');
  });

  test('a copy is the company’s own, with every kind of leave asked in words', () => {
    const copy = copyOf(shipped('leave'), 'own-2');
    expect(copy).toMatchObject({ id: 'own-2', kind: 'custom' });
    expect(copy.form[0]).toMatchObject({ id: 'leaveType', kind: 'text' });
    expect(copy.flow).toEqual(shipped('leave').flow);
  });

  test('English is filled in where it was left out', () => {
    const draft = { ...named, name: { 'zh-CN': ' 用车 ', en: ' ' } };
    expect(completeType(draft).name).toEqual({ 'zh-CN': '用车', en: '用车' });
  });

  test('columns and choices of a table are edited where they stand', () => {
    let at: { draft: TypeDraft; path: readonly string[] } = { draft: named, path: [] };
    const open = (id: string) => {
      at = openRow(at.draft, at.path, id);
    };
    const write = (id: string, value: string) => {
      at = { ...at, draft: changeType(at.draft, at.path, id, value) };
    };
    open('add-field');
    write('kind', 'table');
    open('add-column');
    write('label.zh-CN', '类别');
    write('kind', 'choice');
    open('add-option');
    write('label.zh-CN', '餐饮');
    expect(at.path).toEqual(['field', '0', 'column', '0', 'option', '0']);
    expect(at.draft.form[0]).toMatchObject({
      kind: 'table',
      columns: [
        {
          id: 'f1',
          kind: 'choice',
          label: { 'zh-CN': '类别' },
          options: [{ id: 'f1-1', label: { 'zh-CN': '餐饮' } }],
        },
      ],
    });
    open('remove');
    expect(at.path).toEqual(['field', '0', 'column', '0']);
    expect(closed(closed(at.path))).toEqual([]);
  });

  test('whatever is tapped and written, ids stay unique and the sheet shows what is there', () => {
    const tap = fc.constantFrom(
      'add-field',
      'add-step',
      'add-option',
      'add-column',
      'add-approver',
      'add-when',
      'cc',
    );
    const more = fc.constantFrom(
      'up',
      'down',
      'remove',
      'field:0',
      'step:0',
      'approver:0',
      'when:0',
      'option:0',
      'column:0',
    );
    const change = fc.constantFrom<[string, string]>(
      ['kind', 'choice'],
      ['kind', 'table'],
      ['label.zh-CN', '甲'],
      ['by', 'person'],
      ['what', 'department'],
      ['value', '3'],
      ['mode', 'all'],
      ['most', ''],
      ['private', 'yes'],
    );
    const step = fc.oneof(tap, more, change, fc.constant('back'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let at: At = { draft: named, path: [] };
        for (const each of steps) {
          at = after(at, each);
          expectWhole(at);
        }
      }),
    );
  });
});

test('the list says what each type asks for', () => {
  const [first] = typesView({ types: [shipped('expense')], failure: null }, en).items;
  expect(first).toEqual({
    id: 'expense',
    name: 'Expense',
    off: '',
    note: 'Built in · 3 fields · 3 steps · version 1',
  });
  expect(typesView({ types: null, failure: null }, zh).mode).toBe('loading');
});
