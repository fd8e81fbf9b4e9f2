import type { ReviewedRow } from '#contracts/reviews';
import {
  type PeersModel,
  peersView,
} from '../../../../../miniprogram/features/reviews/pages/peers/peers.view';
import { type TeamModel, teamView } from '../../../../../miniprogram/features/reviews/pages/team/team.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import '../../../../../miniprogram/features/reviews/words/words';

const zh = wordsIn('zh-CN');

test('once answers are over nobody is asked to add colleagues, and nobody stands first for it', () => {
  const row = (id: string, more: object): ReviewedRow =>
    ({
      ...{ person: { id, name: id, nameEn: id }, customers: null, reopened: 0 },
      peers: { state: 'settled', count: 5, isTooFew: false },
      ...{ progress: { asked: 6, answered: 1 }, ...more },
    }) as unknown as ReviewedRow;
  const few = { peers: { state: 'settled', count: 0, isTooFew: true } };
  const seen = (rows: readonly ReviewedRow[]) => {
    const model: Partial<TeamModel> = {
      cycle: { title: { 'zh-CN': '考核', en: '' } } as never,
      rows,
      all: false,
    };
    return teamView({ next: null, failure: null, ...model } as TeamModel, zh).rows.map(
      ({ id, peers, isWaiting }) => [id, peers, isWaiting],
    );
  };
  expect(seen([row('a', {}), row('b', few)])).toEqual([
    ['b', '同事只有 0 位，请补充', true],
    ['a', '同事 5 位', false],
  ]);
  expect(seen([row('a', { progress: null }), row('b', { ...few, progress: null })])).toEqual([
    ['a', '同事 5 位', false],
    ['b', '同事 0 位', false],
  ]);
});

test('colleagues of an appraisal that is over are said to be over, without trying again', () => {
  const model = { data: null, peers: [], changed: false, finding: false, busy: false };
  const at = (code: 'REVIEW_CLOSED' | 'TIMEOUT') =>
    peersView(
      {
        ...{ ...model, cycleId: 'a-2026-11', employeeId: 'E1' },
        failure: { code, data: { rule: 'not-running' }, requestId: '' },
      } as PeersModel,
      zh,
    );
  expect(at('REVIEW_CLOSED')).toMatchObject({
    ...{ mode: 'error', error: '', text: { loadFailed: '这个考核周期现在不收评估', retry: '' } },
  });
  expect(at('TIMEOUT').text).toMatchObject({ loadFailed: '同事名单没有加载出来', retry: '重试' });
});

test('a manager reads that somebody has chosen, or has chosen nobody yet', () => {
  const person = { id: 'E1', name: '李梅', nameEn: 'Li Mei' };
  const asked = { person, proposed: [], least: 3, most: 5, until: '2026-12-08', rev: 1 } as const;
  const intro = (peers: readonly (typeof person)[]) => {
    const data = { ...asked, state: 'chosen', may: 'confirm', peers };
    const model = { changed: false, finding: false, busy: false, failure: null };
    const at = { cycleId: 'a-2026-11', employeeId: 'E1' };
    return peersView({ ...model, ...at, data, peers } as unknown as PeersModel, zh).intro;
  };
  expect(intro([{ id: 'E2', name: '王强', nameEn: 'Wang Qiang' }])).toMatch(/^李梅选了下面的同事/);
  expect(intro([])).toMatch(/^李梅还没有选同事/);
});
