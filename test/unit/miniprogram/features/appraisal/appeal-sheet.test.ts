import '../../../../../miniprogram/features/appraisal/words/words';
import type { ReportView } from '#contracts/appraisal-results';
import {
  decisionOf,
  type ReportModel,
} from '../../../../../miniprogram/features/appraisal/pages/report/report.model';
import { reportView } from '../../../../../miniprogram/features/appraisal/pages/report/report.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const text = (name: string) => ({ 'zh-CN': name, en: name });
const grade = (id: string, from: number | null) => ({ id, name: text(id), from });
const DATA = {
  cycle: { title: text('十一月考核') },
  person: { id: 'P', name: '小王', nameEn: 'Wang' },
  total: { id: 'total', kind: 'total', shown: 62.3, inputs: [partOf()] },
  grades: [grade('A', 85), grade('B', 70), grade('C', null)],
  bounds: { most: 100, decimals: 1 },
  versions: [{ number: 1, shown: 84, grade: 'B', gradeName: text('良好'), reason: null, by: {}, at: 1 }],
  ...{ appeals: [], calibration: [], training: [], readVersions: [], bonusPercent: null, ungraded: null },
  may: {},
} as unknown as ReportView;
const model = (more: Partial<ReportModel>): ReportModel => ({
  ...{ cycleId: 'a-2026-11', employeeId: 'P', data: DATA, open: new Set(), details: null, sheet: 'decide' },
  ...{ grade: 'B', score: '84', why: '', busy: false, failure: null, utcOffset: 480 as never },
  ...more,
});

function partOf() {
  return {
    ...{ id: 'goals', kind: 'goals', name: text('目标'), value: '623/10', shown: 62.3, share: 100 },
    ...{ usedShare: '100', shownShare: 100, formula: null, inputs: [], sources: [], missing: null },
  };
}

describe('the answer to an appeal', () => {
  it.each([
    ['84', 84],
    ['100', 100],
    ['100.1', null],
    ['150', null],
    ['88.12', null],
    ['', null],
  ])('with %p as the score is %p, by what the scheme can give', (score, shown) => {
    expect(decisionOf(model({ score })).shown).toBe(shown);
    expect(reportView(model({ score }), zh).sheet.problem).toBe(
      shown === null ? '分数填 0 到 100，最多 1 位小数' : '',
    );
  });

  it('asks why the grade is another one than that of the score, unless nothing changes', () => {
    expect(decisionOf(model({ grade: 'A', score: '84' })).asksWhy).toBe(true);
    expect(decisionOf(model({ grade: 'A', score: '86' })).asksWhy).toBe(false);
    expect(decisionOf(model({ grade: 'C', score: '60' })).asksWhy).toBe(false);
    const kept = { ...DATA, versions: [{ ...DATA.versions[0], grade: 'A' }] } as unknown as ReportView;
    expect(decisionOf(model({ data: kept, grade: 'A' })).asksWhy).toBe(false);
  });

  it('is sent once there is a score, and a reason where one is asked for', () => {
    const isIncomplete = (more: Partial<ReportModel>) => reportView(model(more), zh).sheet.isIncomplete;
    expect([isIncomplete({}), isIncomplete({ score: '150' })]).toEqual([false, true]);
    expect(isIncomplete({ grade: 'A', why: ' ' })).toBe(true);
    expect(isIncomplete({ grade: 'A', why: '同级的人不到 84 分' })).toBe(false);
  });

  it('asks for no reason of its own where grades are given by quota', () => {
    const data = { ...DATA, grades: DATA.grades.map((each) => ({ ...each, from: null })) };
    expect(decisionOf(model({ data, grade: 'A', score: '84' })).asksWhy).toBe(false);
  });
});

describe('the report of somebody without a grade', () => {
  it('shows no score, neither above nor in a chart', () => {
    const data = { ...DATA, versions: [], ungraded: 'too-little-scored' } as unknown as ReportView;
    const { head, chart } = reportView(model({ data, sheet: 'none' }), zh) as {
      head: { score: string };
      chart: object | null;
    };
    expect([head.score, chart]).toEqual(['–', null]);
    expect((reportView(model({ sheet: 'none' }), zh) as { chart: object | null }).chart).not.toBeNull();
  });
});
