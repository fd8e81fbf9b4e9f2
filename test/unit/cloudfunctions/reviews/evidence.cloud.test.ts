import type { ReviewEvidence } from '#contracts/review-evidence';
import { openWithReset } from '../../../support/open';
import { noteTo } from '../support/feedback-note';
import { metric, objective, MONTH as RUNNING } from '../support/goal-company';
import { PEOPLE, type Who } from '../support/request-company';
import { APPRAISAL, OVER, openReviewCompany } from '../support/review-company';

const by = (who: Who) => ({ id: PEOPLE[who], name: `员工${who}`, nameEn: `Person ${who}` });
const entry = (value: number) => [{ keyResultId: 'kr', mode: 'set', value }];
const checkIn = (day: string, value: number, more: object = {}) => ({
  ...{ id: `check-${day}-${value}`, at: Date.parse(`${day}T10:00:00+08:00`), day, by: by('head') },
  ...{ source: 'check-in', entries: entry(value), ...more },
});

const LOG = [
  checkIn('2026-11-04', 20, { note: '首周谈下两家' }),
  checkIn('2026-11-05', 99, { note: '记错了', undone: true }),
  checkIn('2026-11-17', 50, { source: 'report', text: '今天跑了三家店' }),
];
/** What has left the log long ago, once of them also still in it. */
const PAGE = [checkIn('2026-11-02', 10, { note: '开门红' }), LOG[0]];

const SHEET = {
  ...{ _id: `2026-11:p-${PEOPLE.head}`, cycleId: '2026-11', owner: { kind: 'person', id: PEOPLE.head } },
  ...{ tier: 0, base: {}, log: LOG, archived: [], parts: {}, above: [], left: [], memory: [] },
  objectives: [
    { ...objective('o', [metric('kr', 100)]), state: 'active' },
    { ...objective('gone', [metric('old', 100)]), state: 'dropped' },
  ],
  ...{ amendments: [], rev: 3, planRev: 1, revs: {}, state: 'open', rollUp: 'done', touchedAt: 1 },
  review: {
    ...{ state: 'handed-in', summary: '渠道做起来了', comment: '', rev: 1, scores: {} },
    ...{ handedInAt: 1, confirmedBy: null, confirmedAt: null },
  },
};

const company = openWithReset(() =>
  openReviewCompany(undefined, {
    maxWorkers: 1,
    seed: {
      goal_cycles: [RUNNING],
      goal_sheets: [SHEET],
      goal_check_ins: [{ _id: `${SHEET._id}:1`, sheetId: SHEET._id, rev: 1, checkIns: PAGE }],
    },
  }),
);
const ask = (who: Who | 'stranger', subject: Who = 'head') =>
  company.review(who, 'reviewEvidence', { cycleId: APPRAISAL, subjectId: PEOPLE[subject] });
const evidence = async (who: Who): Promise<ReviewEvidence> => company.ok(ask(who));
const give = (from: Who, text: string, visibility: string, kind = 'feedback') =>
  company.ok(company.review(from, 'giveFeedback', noteTo('head', { text, visibility, kind })));

describe('a rater', () => {
  test('sees titles and progress of goals, without notes, histories and the closing review', async () => {
    await company.settlePeers();
    for (const who of ['elsewhere', 'payroll', 'staff'] as const) {
      const { goals } = await evidence(who);
      expect(goals).toEqual({
        progress: 500_000_000,
        objectives: [
          {
            ...{ id: 'o', title: '目标 o', weight: 100, progress: 500_000_000 },
            rows: [{ id: 'kr', title: '结果 kr', progress: 500_000_000 }],
          },
        ],
        weeks: null,
        review: null,
      });
    }
  });

  test('above sees every week from the first on, with its words, and the closing review', async () => {
    company.clock.set(Date.parse('2026-11-23T10:00:00+08:00'));
    const { goals } = await evidence('boss');
    expect(goals?.review).toEqual({ state: 'handed-in', summary: '渠道做起来了', comment: '' });
    const weeks = goals?.weeks ?? [];
    expect(weeks.map(({ from, to, checkIns, words }) => [from, to, checkIns, words])).toEqual([
      ['2026-11-01', '2026-11-01', 0, []],
      ['2026-11-02', '2026-11-08', 2, ['开门红', '首周谈下两家']],
      ['2026-11-09', '2026-11-15', 0, []],
      ['2026-11-16', '2026-11-22', 1, ['今天跑了三家店']],
      ['2026-11-23', '2026-11-23', 0, []],
    ]);
    expect(weeks.map(({ progress }) => progress)).toEqual([
      0, 200_000_000, 200_000_000, 500_000_000, 500_000_000,
    ]);
  });

  test('from HR sees the notes of check-ins, and not the words of daily reports', async () => {
    await company.settlePeers();
    company.clock.set(Date.parse('2026-11-23T10:00:00+08:00'));
    const words = (await evidence('hr')).goals?.weeks?.flatMap((week) => week.words);
    expect(words).toEqual(['开门红', '首周谈下两家']);
  });

  test('sees feedback that is for them, in its order, and none that is for others', async () => {
    await company.settlePeers();
    await give('staff', '只给本人看的话', 'receiver');
    company.clock.advance(1_000);
    await give('staff', '也给主管看的话', 'manager');
    company.clock.advance(1_000);
    await give('payroll', '谢谢大家都能看', 'everybody', 'praise');
    const textsFor = async (who: Who) => (await evidence(who)).feedback.map(({ text }) => text);
    expect(await textsFor('elsewhere')).toEqual(['谢谢大家都能看']);
    expect(await textsFor('hr')).toEqual(['谢谢大家都能看']);
    expect(await textsFor('boss')).toEqual(['也给主管看的话', '谢谢大家都能看']);
    expect(await textsFor('staff')).toEqual(['只给本人看的话', '也给主管看的话', '谢谢大家都能看']);
  });

  test('of somebody without goals sees none', async () => {
    expect((await company.ok(ask('head', 'staff'))).goals).toBeNull();
  });
});

test('whoever is not asked, or not any more, sees nothing', async () => {
  const codeOf = async (answer: ReturnType<typeof ask>) => (await answer).error?.code;
  expect(await codeOf(ask('elsewhere'))).toBe('NOT_FOUND');
  expect(await codeOf(ask('stranger'))).toBe('NOT_BOUND');
  company.clock.set(Date.parse(OVER));
  await company.setState('closing');
  expect(await codeOf(ask('boss'))).toBe('REVIEW_CLOSED');
});

test('a customer’s form says nothing of goals and feedback', async () => {
  const [code = ''] = await company.invite(1);
  const form = await company.ok(company.customer('a', 'customerForm', { code }));
  expect(Object.keys(form).sort()).toEqual([
    'job',
    'scale',
    'sections',
    'subject',
    'threshold',
    'title',
    'until',
  ]);
  const answer = await company.customer('a', 'reviewEvidence', {
    cycleId: APPRAISAL,
    subjectId: PEOPLE.head,
  });
  expect(answer.error?.code).toBe('NOT_BOUND');
});
