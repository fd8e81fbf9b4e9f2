import '../../../../../miniprogram/features/appraisal/words/words';
import type { DistributionView, GroupView } from '#contracts/appraisal-results';
import {
  type DistributionModel,
  distributionView,
  FIRST_GROUPS,
} from '../../../../../miniprogram/features/appraisal/pages/distribution/distribution.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const text = (name: string) => ({ 'zh-CN': name, en: name });

const group = (id: string, more: Partial<GroupView> = {}): GroupView => ({
  ...{ id, label: { kind: 'department', name: text(id) }, people: 6 },
  grades: [
    { grade: 'A', count: 2 },
    { grade: 'B', count: 4 },
  ],
  ...{ mean: 82.5, others: 79.1, difference: 3.4 },
  ...more,
});
const DATA = {
  cycle: { title: text('十一月考核') },
  ...{ grades: [], least: 5, people: 40, departments: [group('销售组')] },
  tenure: [
    group('0', { label: { kind: 'tenure', from: 0, to: 1 } }),
    group('10', {
      label: { kind: 'tenure', from: 10, to: null },
      mean: null,
      others: null,
      difference: null,
    }),
  ],
  raters: [
    group('M1', { label: { kind: 'rater', person: { id: 'M1', name: '主管甲', nameEn: 'Manager Jia' } } }),
    group('rest', { label: { kind: 'rest', groups: 3 } }),
  ],
} as unknown as DistributionView;
const model = (more: Partial<DistributionModel> = {}): DistributionModel => ({
  ...{ cycleId: 'a', data: DATA, by: 'departments', most: FIRST_GROUPS, failure: null },
  ...more,
});

describe('a calibrator who compares groups', () => {
  it('sees each with its people, grades and mean, and the means as a chart', () => {
    const { rows, chart, people } = distributionView(model(), zh);
    expect(people).toBe('本期有分数的 40 人（不含你自己）');
    expect(rows).toEqual([
      { id: '销售组', name: '销售组', people: '6 人', grades: 'A 2 · B 4', mean: '平均 82.5，其他人 79.1' },
    ]);
    expect(chart).toMatchObject({ summary: '1 组，平均从 82.5 到 82.5 分。', by: '部门' });
    expect(distributionView(model(), en).chart?.summary).toBe('Mean of 1 group: 82.5.');
  });

  it('sees years, managers, and small groups as one', () => {
    const names = (by: DistributionModel['by'], words = zh) =>
      distributionView(model({ by }), words).rows.map(({ name }) => name);
    expect(names('tenure')).toEqual(['0–1 年', '10 年以上']);
    expect(names('raters')).toEqual(['主管甲', '其余 3 组']);
    expect(names('raters', en)).toEqual(['Manager Jia', '3 others']);
    expect(distributionView(model({ by: 'raters' }), zh).rows[0]?.people).toBe('评过 6 人');
  });

  it('is told that there are too few others, or no group of enough people', () => {
    expect(distributionView(model({ by: 'tenure' }), zh).rows[1]?.mean).toBe('其他人太少，不作比较');
    const none = distributionView(model({ data: { ...DATA, departments: [] } }), zh);
    expect([none.chart, none.text.none]).toEqual([null, '没有一组达到 5 人，不作比较。']);
  });

  it('tells two of the same name apart, and says how many have no grade', () => {
    const departments = [
      group('D1', { label: { kind: 'department', name: text('客服') }, people: 9 }),
      group('D2', { label: { kind: 'department', name: text('客服') } }),
    ];
    const { rows, chart } = distributionView(model({ data: { ...DATA, departments } }), zh);
    expect(rows.map(({ name }) => name)).toEqual(['客服（D1）', '客服（D2）']);
    expect(chart?.series[0]?.points.map(({ at }) => at)).toEqual(['客服（D1）', '客服（D2）']);
    expect(rows.map(({ grades }) => grades)).toEqual(['A 2 · B 4 · 没有等级 3', 'A 2 · B 4']);
  });

  it('is shown a few of many at first, within what a page may be given', () => {
    const departments = Array.from({ length: 30 }, (_, at) => group(`某某事业部某某城市销售${at}组`));
    const view = distributionView(model({ data: { ...DATA, departments } }), zh);
    expect([view.rows.length, view.more]).toEqual([FIRST_GROUPS, '还有 18 组']);
    expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(8 * 1_024);
  });
});
