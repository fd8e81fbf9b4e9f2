import '../../../../../miniprogram/features/reviews/words/words';
import type { ReviewEvidence } from '#contracts/review-evidence';
import { factsPart, factsView } from '../../../../../miniprogram/features/reviews/pages/form/facts.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const week = (from: string, to: string, checkIns: number, words: readonly string[] = []) => ({
  ...{ from: from as never, to: to as never, checkIns, words, progress: 425_000_000 },
});
const FACTS: ReviewEvidence = {
  goals: {
    progress: 425_000_000,
    objectives: [
      {
        ...{ id: 'o', title: '门店销售额提升 10 %', weight: 100, progress: 425_000_000 },
        rows: [{ id: 'kr', title: '新增成交客户', progress: null }],
      },
    ],
    weeks: [week('2026-11-01', '2026-11-01', 0), week('2026-11-02', '2026-11-08', 2, ['首周谈下两家'])],
    review: { state: 'handed-in', summary: '渠道做起来了', comment: '' },
  },
  feedback: [
    {
      ...{ id: 'n', kind: 'praise', at: Date.parse('2026-11-16T00:30:00+08:00') as never, text: '谢谢' },
      from: { id: 'A', name: '甲', nameEn: 'Jia' },
    },
  ],
};
const shown = (facts: ReviewEvidence, words = zh) => {
  const view = factsView(facts, words);
  if (view.state !== 'shown') throw new Error(`is ${view.state}`);
  return view;
};

test('every week has its row, a silent one too, and says how far it came', () => {
  expect(shown(FACTS).weeks).toEqual([
    { id: '2026-11-01', days: '11月1日', count: '没有汇报', progress: '', words: [] },
    {
      ...{ id: '2026-11-02', days: '11月2日–11月8日', count: '2 次', progress: '完成 42.5%' },
      words: ['首周谈下两家'],
    },
  ]);
});

test('what has no figure says so, and is not 0 %', () => {
  const [goal] = shown(FACTS).objectives;
  expect([goal?.progress, goal?.rows[0]?.progress]).toEqual(['42.5%', '还没有数据']);
});

test('a colleague, to whom neither weeks nor the closing review are open, sees no empty headings for them', () => {
  const goals = FACTS.goals && { ...FACTS.goals, weeks: null, review: null };
  const { weeks, closing } = shown({ ...FACTS, goals });
  expect([weeks, closing]).toEqual([[], null]);
});

test('feedback says who wrote it and on which day in China', () => {
  expect(shown(FACTS).feedback).toEqual([{ id: 'n', about: '表扬 · 甲 · 11月16日', text: '谢谢' }]);
  expect(shown(FACTS, en).feedback[0]?.about).toContain('Jia');
});

test('without goals and feedback it says that there are none', () => {
  const { noGoals, noFeedback } = shown({ goals: null, feedback: [] });
  expect([noGoals, noFeedback]).toEqual(['这个周期没有目标', '这个周期没有你能看到的反馈']);
});

test('a failure says what to do, and nothing is taken for an answer', () => {
  expect(factsView({ code: 'OFFLINE', data: {} } as never, zh)).toMatchObject({ state: 'error' });
  expect(factsView('loading', zh)).toEqual({ state: 'loading' });
});

test('closed it shows nothing of what was read', () => {
  const { facts, factsText } = factsPart({ facts: FACTS, isFactsOpen: false }, zh);
  expect([facts, factsText]).toEqual([null, '看整个周期的目标和反馈']);
});
