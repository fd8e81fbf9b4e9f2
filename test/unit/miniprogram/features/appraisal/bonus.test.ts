import '../../../../../miniprogram/features/appraisal/words/words';
import type { BonusRule } from '#contracts/appraisal';
import type { ResultBrief } from '#contracts/appraisal-results';
import type { Day } from '#contracts/common';
import {
  problemOf,
  savedRules,
  sourceIn,
  typedRules,
  withSource,
} from '../../../../../miniprogram/features/appraisal/pages/bonus/bonus.model';
import { resultsView } from '../../../../../miniprogram/features/appraisal/pages/results/results.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const RULE: BonusRule = {
  ...{ from: '2026-01-01' as Day, to: null },
  rates: [{ grade: 'A', percent: 15, opensPlan: false }],
  source: { 'zh-CN': '2026 年奖金办法', en: 'Bonus rules of 2026' },
};

describe('the basis of a rule of the bonus', () => {
  it('is read and changed in the language of the reader, and the other one stays', () => {
    expect([sourceIn(RULE.source, 'en'), sourceIn(RULE.source, 'zh-CN')]).toEqual([
      'Bonus rules of 2026',
      '2026 年奖金办法',
    ]);
    const changed = withSource(RULE.source, 'en', 'Bonus rules, article 5');
    expect(changed).toEqual({ 'zh-CN': '2026 年奖金办法', en: 'Bonus rules, article 5' });
  });

  it('that has one language only is that of everybody', () => {
    const one = { 'zh-CN': '奖金办法', en: '奖金办法' };
    expect(sourceIn(one, 'en')).toBe('奖金办法');
    expect(withSource({ 'zh-CN': '', en: '' }, 'en', 'Rules')).toEqual({ 'zh-CN': 'Rules', en: 'Rules' });
    const [typed] = typedRules([{ ...RULE, source: one }]);
    if (!typed) throw new Error('no rule');
    const [saved] = savedRules([{ ...typed, source: withSource(one, 'zh-CN', ' 奖金办法第 5 条 ') }]);
    expect(saved?.source).toEqual({ 'zh-CN': '奖金办法第 5 条', en: '奖金办法第 5 条' });
  });

  it('is asked for', () => {
    const [typed] = typedRules([RULE]);
    if (!typed) throw new Error('no rule');
    expect(problemOf(typed)).toBeNull();
    expect(problemOf({ ...typed, source: { 'zh-CN': ' ', en: '' } })).toBe('source');
  });
});

test('the list shows no score of somebody without a grade, as their report does', () => {
  const brief = {
    cycle: { id: 'a-2026-11', title: { 'zh-CN': '十一月', en: 'November' } },
    person: { id: 'E1', name: '甲', nameEn: 'Jia' },
    ...{ shown: 72, grade: null, gradeName: null, isRead: true, appeal: 'none' },
  } as ResultBrief;
  const data = { own: [brief], team: [], appeals: 0 };
  const [row] = resultsView({ data, failure: null }, wordsIn('zh-CN', '2026')).own;
  expect(row).toMatchObject({ score: '–', grade: '没有等级' });
});
