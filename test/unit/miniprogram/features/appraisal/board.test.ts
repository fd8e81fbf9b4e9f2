import '../../../../../miniprogram/features/appraisal/words/words';
import type { BoardRow, BoardView } from '#contracts/appraisal-results';
import type { BoardModel } from '../../../../../miniprogram/features/appraisal/pages/board/board.model';
import { boardView } from '../../../../../miniprogram/features/appraisal/pages/board/board.view';
import { boardsView } from '../../../../../miniprogram/features/appraisal/pages/boards/boards.view';
import { poolView } from '../../../../../miniprogram/features/appraisal/pages/pool/pool.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const text = (name: string) => ({ 'zh-CN': name, en: name });

const row = (id: string, more: Partial<BoardRow> = {}): BoardRow => ({
  ...{ person: { id, name: id, nameEn: id }, job: text('店员'), hiredOn: '2020-01-01' as never, rev: 0 },
  ...{
    shown: 80,
    before: 'B',
    after: 'B',
    changes: [],
    appealed: null,
    parts: [],
    severity: null,
    reopened: [],
  },
  ...more,
});
const view = (
  rows: readonly BoardRow[],
  more: Partial<BoardView> = {},
  words = zh,
  edited: Partial<BoardModel> = {},
) => {
  const data = {
    ...{
      cycle: { title: text('十一月'), to: '2026-11-30', state: 'published' },
      unitId: 'D',
      unit: text('门店'),
    },
    ...{ rev: 1, state: 'published', events: [], parts: [], ungraded: [], tenure: [], reopened: [] },
    rule: { by: 'thresholds', enforcedFrom: null, grades: [{ id: 'A', name: text('优'), from: 85 }] },
    distribution: { size: rows.length, grades: [], enforced: false, isSmall: true },
    ...{ rows, isOn: false },
    ...more,
  } as unknown as BoardView;
  const model = {
    data,
    most: 12,
    editing: '',
    to: '',
    asksReason: false,
    failure: null,
    ...edited,
  } as unknown as BoardModel;
  return boardView(model, words);
};

describe('a board', () => {
  it('says of a row that an appeal changed it, and what calibration had left', () => {
    const appealed = { shown: 81.3, grade: 'B' };
    const { rows } = view([row('P', { shown: 86, after: 'A', appealed })]);
    expect(rows[0]).toMatchObject({ grade: 'B → A', score: '86', isChanged: true });
    expect(rows[0]?.notes).toEqual(['申诉后调整，校准结果是 B · 81.3 分']);
  });

  it('asks for another grade before a change can be sent', () => {
    const sheetWith = (to: string) => view([row('P')], {}, zh, { editing: 'P', to }).sheet;
    expect(sheetWith('B')).toMatchObject({ isSame: true, chosen: '选另一个等级才能调整' });
    expect(sheetWith('A')).toMatchObject({ isSame: false, chosen: 'B → A，调整后 A 共 1 人' });
  });

  it('says once how the manager of everybody rates, with its points', () => {
    const all = view([row('P', { severity: 5 }), row('Q', { severity: 5 })], {}, en);
    expect(all.head?.severity).toBe('The manager of everybody here rates 5 points higher than others.');
    expect(all.rows.map(({ notes }) => notes)).toEqual([[], []]);
    const one = view([row('P', { severity: -5 }), row('Q')], {}, en);
    expect(one.head?.severity).toBe('');
    expect(one.rows[0]?.notes).toEqual(['Manager rates 5 points lower than others']);
  });

  it('says as of when scores are compared by tenure', () => {
    const tenure = [{ fromYears: 0, people: 6, mean: 80, others: 82 }] as unknown as BoardView['tenure'];
    expect(view([row('P')], { tenure }).tenureNote).toBe(
      '所有参加考核的人、校准开始时的分数，司龄算到 11月30日 周一',
    );
    expect(view([row('P')], { tenure }, en).tenureNote).toContain('tenure as of Mon, Nov 30');
  });

  it('tells who is alone on it so, and shows no zeros', () => {
    const { head } = view([], { isOn: true });
    expect([head?.name, head?.isOn]).toEqual(['门店', '这张表上只有你自己，由别人校准。']);
    const boards = [
      {
        unitId: 'D',
        unit: text('门店'),
        rev: 1,
        state: 'open',
        people: 0,
        counts: [{ grade: 'A', count: 0 }],
      },
    ];
    const listed = boardsView(
      {
        ...{ cycleId: '', asking: false, busy: false, failure: null },
        data: { cycle: null, boards, publish: null } as never,
      },
      zh,
    );
    expect(listed.rows[0]).toMatchObject({ people: '这张表上只有你自己，由别人校准。', counts: '' });
  });
});

test.each([
  ['published', ''],
  ['calibration', '已锁定'],
])('of a cycle in state %s each board says "%s"', (state, said) => {
  const cycle = { id: 'a-2026-11', title: text('十一月'), to: '2026-11-30', state };
  const boards = [{ unitId: 'D', unit: text('门店'), rev: 1, state: 'locked', people: 2, counts: [] }];
  const model = { cycleId: '', asking: false, busy: false, failure: null };
  const { rows } = boardsView({ ...model, data: { cycle, boards, publish: null } as never }, zh);
  expect(rows.map((each) => each.state)).toEqual([said]);
});

describe('the promotion pool', () => {
  it('counts one person and no places in English', () => {
    const data = { cycle: null, cycles: [], pool: { size: 1, places: 1, tie: null, rows: [] } };
    const sentenceOf = (places: number) =>
      JSON.stringify(
        poolView({ data: { ...data, pool: { ...data.pool, places } }, failure: null } as never, en),
      );
    expect(sentenceOf(0)).toContain('1 person has a grade; the best 20% are 0 places.');
    expect(sentenceOf(1)).toContain('the best 20% are 1 place.');
  });
});
