import '../../../../../miniprogram/features/improvement/words/words';
import type { FeedbackBrief } from '#contracts/feedback';
import type { Effect } from '#contracts/improvement';
import {
  changeText,
  effectView,
  figureText,
} from '../../../../../miniprogram/features/improvement/effect.view';
import {
  type FeedbackModel,
  feedbackView,
} from '../../../../../miniprogram/features/improvement/pages/feedback/feedback.view';
import {
  type GiveModel,
  inputOf,
  visibilitiesOf,
} from '../../../../../miniprogram/features/improvement/pages/give/give.model';
import { loopView } from '../../../../../miniprogram/features/improvement/pages/plan/loop.view';
import {
  blankPlan,
  draftOf,
  newMeasure,
} from '../../../../../miniprogram/features/improvement/pages/plan-form/plan-form.model';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const TODAY = '2026-11-16' as never;
const person = (id: string, name: string) => ({ id, name, nameEn: id });
const note: FeedbackBrief = {
  ...{ id: 'n', kind: 'feedback', state: 'given', topic: null, visibility: 'receiver', excerpt: '很清楚' },
  ...{ from: person('A', '甲'), to: person('B', '乙'), at: 0 as never, dueOn: null, replies: 0, side: 'to' },
};
const list = (model: Partial<FeedbackModel>) =>
  feedbackView(
    {
      ...{
        scope: 'received',
        employeeId: '',
        notes: [note],
        next: null,
        waiting: 0,
        today: TODAY,
        failure: null,
      },
      ...model,
    },
    zh,
  );

describe('a list of feedback', () => {
  test('says who gave what, and how many questions wait', () => {
    const { rows, segments } = list({ waiting: 2 });
    expect(rows[0]).toMatchObject({ title: '甲', excerpt: '很清楚', due: '' });
    expect(segments.find(({ id }) => id === 'asked')?.count).toBe('2');
  });

  test('tells a question that one is asked from one that one has asked, and what is overdue', () => {
    const asked = { ...note, state: 'asked', dueOn: '2026-11-15' } as FeedbackBrief;
    const { rows } = list({
      scope: 'asked',
      notes: [
        { ...asked, side: 'from' },
        { ...asked, side: 'to' },
      ],
    });
    expect(rows.map(({ title }) => title)).toEqual(['乙想听听你的反馈', '请甲反馈']);
    expect(rows[0]).toMatchObject({ isOver: true, due: '11月15日 周日 到期，已过' });
    expect(rows.map(({ tags }) => tags.map(({ id }) => id))).toEqual([['waiting'], []]);
  });

  test('shows no words of what was taken back', () => {
    const { rows } = list({ scope: 'given', notes: [{ ...note, state: 'withdrawn', excerpt: '' }] });
    expect(rows[0]).toMatchObject({ title: '写给乙', excerpt: '', tags: [{ text: '已撤回' }] });
  });
});

describe('the form', () => {
  const form: GiveModel = {
    ...{ intent: 'give', key: 'k', person: person('A', '甲'), picking: false, kind: 'feedback', text: '好' },
    ...{ visibility: 'receiver', dueOn: TODAY, today: TODAY, topicKind: 'none', project: '', goals: null },
    ...{ goal: null, choosing: false, changed: true, busy: false, failure: null },
  };

  test.each([
    ['nobody is chosen', { person: null }],
    ['nothing is written', { text: '  ' }],
    ['the project has no name', { topicKind: 'project' }],
    ['no goal is chosen', { topicKind: 'goal' }],
  ] as const)('sends nothing while %s', (_, more) => {
    expect(inputOf({ ...form, ...more })).toBeNull();
  });

  test('offers everybody for praise alone', () => {
    expect(visibilitiesOf('feedback')).not.toContain('everybody');
    expect(visibilitiesOf('praise')).toContain('everybody');
  });
});

describe('a plan', () => {
  const plan = { ...blankPlan('', 'E1', TODAY), title: '减少投诉' };

  test('is not saved with a measure outside of its days, a half metric or a figure that is none', () => {
    expect(draftOf(plan)).toMatchObject({ title: '减少投诉', measures: [], metric: null });
    const late = { ...newMeasure('2027-06-01' as never), text: '培训' };
    expect(draftOf({ ...plan, measures: [late] })).toBeNull();
    expect(draftOf({ ...plan, metricKind: 'keyResult' })).toBeNull();
    const typed = { ...plan.typed, name: '投诉', source: '客服', value: '4' };
    expect(draftOf({ ...plan, metricKind: 'typed', typed })?.metric?.baseline.value).toBe(4);
    expect(draftOf({ ...plan, metricKind: 'typed', typed, target: '少' })).toBeNull();
  });
});

describe('an effect', () => {
  const effect: Effect = {
    ...{ before: 4, after: 3.4, difference: -0.6, change: -15, direction: 'better', reached: true },
    ...{ sample: 'small', peers: { state: 'too-few' } },
  };

  test('is said with its formula, and that others or cases are too few', () => {
    const view = effectView(effect, { name: '每百单投诉', unit: '起' }, zh);
    expect(view).toMatchObject({
      ...{ value: '3.4 起', change: '计划前 4 起，−15%', direction: '变好', tone: 'ok' },
      ...{ peers: '同岗不到 5 人，样本太少，不作比较', formula: '（3.4 − 4）÷ 4 = −15%' },
    });
    expect(view.sample).not.toBe('');
    expect(view.chart.summary).toBe('计划前 4 起 → 现在 3.4 起。');
    expect(view.chart.series).toHaveLength(1);
  });

  test('is drawn beside that of peers where those may be shown, in both languages', () => {
    const peers = { state: 'shown', before: 4.1, after: 4, people: 8, change: -2.4, ahead: 12.6 } as const;
    const { chart } = effectView({ ...effect, peers }, { name: '每百单投诉', unit: '起' }, zh);
    expect(chart.summary).toBe('本人 4 起 → 3.4 起，同岗平均 4.1 起 → 4 起。');
    expect(
      chart.series.map(({ tone, points }) => [tone, ...points.map(({ at, text }) => `${at} ${text}`)]),
    ).toEqual([
      ['actual', '计划前 4 起', '现在 3.4 起'],
      ['expected', '计划前 4.1 起', '现在 4 起'],
    ]);
    const { chart: english } = effectView({ ...effect, peers }, { name: 'Complaints', unit: '' }, en);
    expect(english.summary).toBe('From 4 to 3.4; peers from 4.1 to 4.');
  });

  test('from zero has no part of the value before', () => {
    const view = effectView({ ...effect, before: 0, change: null }, { name: 'x', unit: '%' }, zh);
    expect([view.change, view.formula]).toEqual(['计划前 0%', '']);
  });

  test.each([
    [2.8, '+2.8%'],
    [-2.8, '−2.8%'],
    [0, '0%'],
  ])('%d is written as %s', (change, text) => {
    expect(changeText(change)).toBe(text);
  });

  test('a figure without a unit stands alone', () => {
    expect(figureText(3, '')).toBe('3');
  });
});

test('the round of a plan names the cycle of its goal as people do', () => {
  const loop = {
    ...{ goal: { cycleId: '2026-11', title: null }, work: { entries: 0, feedback: 0 } },
    ...{ appraisal: null, next: null, nextSheetId: null },
  };
  const plan = { title: '少投诉', verdict: null, may: {} };
  expect(loopView({ plan, loop } as never, zh)[0]).toMatchObject({ id: 'goal', text: '2026年11月' });
});
