import type { AppraisalScheme, Grade, PartKind, Scale } from '#contracts/appraisal';
import type { AppraisalPlan, QuestionItem, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { LocalText } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';

/**
 * What the demo company is appraised by: the shipped template for offices with other shares, since most of its people have no
 * goals and some have customers and reports.
 */

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });
const FIVE: Scale = { least: 1, most: 5, zeroAt: 'zero' };
const HUNDRED: Scale = { least: 0, most: 100, zeroAt: 'least' };

/** What manager and reports say is enough for a grade: leaders of small teams have no other group that is large enough to be shown. */
const SHARES = [
  ['goals', text('目标成果', 'Goals'), 30],
  ['peer', text('同事评估', 'Peers'), 25],
  ['manager', text('主管评估', 'Manager'), 25],
  ['customer', text('客户反馈', 'Customers'), 5],
  ['report', text('下属评估', 'Reports'), 5],
  ['self', text('自评', 'Self review'), 10],
] as const satisfies readonly (readonly [PartKind, LocalText, number])[];

/** Of what people are asked, in percent. */
const WEIGHTS: ReviewPlan['weights'] = { peer: 36, manager: 36, customer: 7, report: 7, self: 14 };

const grade = (id: string, name: LocalText, from: number | null, share: number): Grade => ({
  ...{ id, name, from, share, opensPlan: from === null },
});

export const SCHEME: AppraisalScheme = {
  parts: SHARES.map(([kind, name, share]) => ({
    ...{ id: kind, kind, name, share, scale: kind === 'goals' ? HUNDRED : FIVE },
  })),
  curves: [],
  decimals: 1,
  leastShare: 30,
  grades: {
    by: 'thresholds',
    grades: [
      grade('A', text('优秀', 'Excellent'), 85, 20),
      grade('B', text('良好', 'Good'), 70, 40),
      grade('C', text('合格', 'Sufficient'), 60, 35),
      grade('D', text('待改进', 'To improve'), null, 5),
    ],
    enforcedFrom: null,
  },
};

const INSIDE: readonly ReviewRelation[] = ['self', 'manager', 'peer', 'report'];

/** What is rated, and what 1, 3 and 5 mean. */
const rating = (
  id: string,
  name: LocalText,
  weight: number,
  levels: readonly LocalText[],
  relations?: readonly ReviewRelation[],
): QuestionItem => ({
  ...{ id, name, kind: 'rating', weight, ...(relations && { relations }) },
  levels: levels.map((each, at) => ({ value: 1 + 2 * at, text: each })),
});

const QUESTIONS: Questionnaire = {
  ...{ id: 'everybody', name: text('通用问卷', 'For everybody'), jobs: [] },
  sections: [
    {
      ...{ id: 'work', name: text('专业工作', 'Professional work'), weight: 60 },
      items: [
        rating('accuracy', text('准确', 'Accuracy'), 50, [
          text('差错多，别人要重做', 'Many mistakes; others do it again'),
          text('偶有小错，能自己发现', 'Few small mistakes, found by themselves'),
          text('一次做对，别人放心直接用', 'Right at once; others rely on it'),
        ]),
        rating('response', text('响应', 'Response'), 50, [
          text('找不到人，要反复催', 'Hard to reach; has to be asked again and again'),
          text('当天有答复', 'Answers within the day'),
          text('主动告知进展，不用问', 'Tells how it goes without being asked'),
        ]),
      ],
    },
    {
      ...{ id: 'together', name: text('协作与改进', 'Together'), weight: 40 },
      items: [
        rating(
          'teamwork',
          text('协作', 'Teamwork'),
          60,
          [
            text('只顾自己的事', 'Sees to their own matters only'),
            text('正常配合，按约定交接', 'Works with others as agreed'),
            text('让整个团队更顺', 'Makes the whole team work better'),
          ],
          INSIDE,
        ),
        rating(
          'improving',
          text('主动改进', 'Improves things'),
          40,
          [
            text('问题重复出现', 'The same problem comes back'),
            text('自己范围内的问题及时解决', 'Solves problems in their own work in time'),
            text('改进被团队采用', 'Their improvements are taken up by the team'),
          ],
          INSIDE,
        ),
      ],
    },
    {
      ...{ id: 'words', name: text('想说的话', 'In your own words'), weight: 0 },
      items: [
        {
          ...{ id: 'best', kind: 'text' },
          name: text('做得最好的一件事是什么？', 'What was done best?'),
        },
        {
          ...{ id: 'next', kind: 'text' },
          name: text('下一步最值得改进的是什么？', 'What is most worth improving next?'),
        },
      ],
    },
  ],
};

/** Items that are rated, and who is not asked them. */
export const RATED: readonly { readonly id: string; readonly relations?: readonly ReviewRelation[] }[] =
  QUESTIONS.sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'rating');

type Dates = Pick<AppraisalPlan, 'from' | 'to' | 'answersUntil'> &
  Pick<ReviewPlan, 'peersUntil' | 'confirmUntil'>;

/** The plan of a month. @param departments with everything below them; none for the company */
export function appraisalPlan(
  month: string,
  { from, to, answersUntil, peersUntil, confirmUntil }: Dates,
  departments: readonly string[],
): AppraisalPlan {
  const [year, no] = month.split('-');
  return {
    title: text(`${year}年${Number(no)}月考核`, `Appraisal ${month}`),
    goalCycleId: month,
    ...{ from, to, scheme: SCHEME, departments, hiredUntil: from, answersUntil, appealDays: 10 },
    review: {
      ...{ scale: { least: 1, most: 5 }, threshold: 4, weights: WEIGHTS, peers: { least: 3, most: 8 } },
      ...{ questionnaires: [QUESTIONS], peersUntil, confirmUntil },
    },
    training: [
      { node: 'response', below: 60, training: { id: 'service', name: text('服务响应', 'Quick response') } },
    ],
  };
}
