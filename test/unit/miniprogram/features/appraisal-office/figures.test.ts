import '../../../../../miniprogram/features/appraisal-office/words/words';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import type { Day } from '#contracts/common';
import {
  entriesOf,
  type FiguresModel,
} from '../../../../../miniprogram/features/appraisal-office/pages/figures/figures.model';
import { figuresView } from '../../../../../miniprogram/features/appraisal-office/pages/figures/figures.view';
import { readSheet } from '../../../../../miniprogram/features/appraisal-office/pages/figures/read-sheet';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const text = (name: string) => ({ 'zh-CN': name, en: name });
const person = (id: string) => ({ id, name: `员工${id}`, nameEn: `Person ${id}` });
const TODAY = '2026-11-20' as Day;

const DATA = {
  cycle: { id: 'a-2026-11', title: text('十一月'), state: 'running' },
  parts: [{ id: 'figure', name: text('其他数据'), share: 20 }],
  ...{ partId: 'figure', people: 3, entered: 1, next: null },
  rows: [
    {
      person: person('E1'),
      figure: { value: 92, target: 100, better: 'more', source: '安全考试', on: TODAY },
    },
    { person: person('E2'), figure: null },
  ],
} as unknown as AppraisalResultsContract['figures']['output'];
const model = (more: Partial<FiguresModel> = {}): FiguresModel => ({
  ...{
    cycleId: 'a-2026-11',
    data: DATA,
    text: '',
    better: 'more',
    source: '安全考试',
    on: TODAY,
    today: TODAY,
  },
  ...{ loadingMore: false, busy: false, failure: null },
  ...more,
});

describe('a sheet that HR pastes', () => {
  it.each([
    ['cells of a sheet', '工号\t姓名\t得分\t满分\nE1\t王\t18\t20\nE2\t李\t1,200\t1,000'],
    ['lines of a csv file', '"工号","姓名","得分","满分"\n"E1","王","18","20"\r\nE2,李,1200,1000\n'],
    ['typed lines', 'E1 18 20\n\nE2 李 １２００ 1000'],
  ])('is read: %s', (_, sheet) => {
    expect(readSheet(sheet)).toEqual({
      rows: [
        { employeeId: 'E1', value: 18, target: 20 },
        { employeeId: 'E2', value: 1200, target: 1000 },
      ],
      unread: [],
    });
  });

  it('without a target is points of a hundred', () => {
    expect(readSheet('E1 92.5\nE2 85%\nE3 -3').rows).toEqual([
      { employeeId: 'E1', value: 92.5, target: 100 },
      { employeeId: 'E2', value: 85, target: 100 },
      { employeeId: 'E3', value: -3, target: 100 },
    ]);
  });

  it.each([
    ['no figure', 'E1 92\nE2 李'],
    ['three figures', 'E1 92\nE2 1 2 3'],
    ['a name behind the figure', 'E1 92\nE2 80 李'],
    ['no employee number', 'E1 92\n李四 80'],
    ['a figure that may be another one', 'E1 92\nE2 1.2.3'],
  ])('is not guessed: %s', (_, sheet) => {
    const { rows, unread } = readSheet(sheet);
    expect(rows).toEqual([{ employeeId: 'E1', value: 92, target: 100 }]);
    expect(unread).toHaveLength(1);
  });
});

describe('the page of figures', () => {
  it('says how many are missing, and what each figure is and comes from', () => {
    const view = figuresView(model(), zh);
    expect(view.done).toContain('1 / 3');
    expect(view.rows).toEqual([
      {
        ...{ id: 'E1', name: '员工E1（E1）', figure: '92 / 目标 100', about: '安全考试，11月20日 周五' },
        isMissing: false,
      },
      { id: 'E2', name: '员工E2（E2）', figure: '未录入', about: '', isMissing: true },
    ]);
    expect(figuresView(model(), en).rows[1]?.figure).toBe('none yet');
  });

  it('saves nothing while a line is not understood or the source is missing, and says which', () => {
    const unread = figuresView(model({ text: 'E1 92\nE2 李' }), zh);
    expect([unread.ready, unread.problem, unread.unread]).toEqual([
      false,
      '这些行看不懂，请改好再保存：',
      ['E2 李'],
    ]);
    const noSource = figuresView(model({ text: 'E1 92', source: ' ' }), zh);
    expect([noSource.ready, noSource.problem]).toEqual([false, '请写明数据来源']);
    expect(figuresView(model({ text: 'E1 92' }), zh)).toMatchObject({ ready: true, read: '读到 1 人' });
  });

  it('sends long sheets in calls of two hundred lines', () => {
    const lines = Array.from({ length: 450 }, (_, at) => `E${at} 90`).join('\n');
    expect(entriesOf(model({ text: lines })).map(({ rows }) => rows.length)).toEqual([200, 200, 50]);
    expect(entriesOf(model({ text: 'E1 18 20', better: 'less' }))).toEqual([
      {
        ...{ cycleId: 'a-2026-11', partId: 'figure', better: 'less', source: '安全考试', on: TODAY },
        rows: [{ employeeId: 'E1', value: 18, target: 20 }],
      },
    ]);
  });

  it('is closed once the answers have ended', () => {
    const ended = { ...DATA, cycle: { ...DATA.cycle, state: 'closing' as const } };
    expect(figuresView(model({ data: ended }), zh)).toMatchObject({
      canEdit: false,
      closed: '填写已经结束，数据不能再改。',
    });
  });
});
