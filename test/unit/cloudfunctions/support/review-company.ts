import type { TestCloudOptions } from '../../../support/cloud';
import type { Answer, Company } from './company';
import { openidOf, openRequestCompany, PEOPLE, type Who } from './request-company';

const text = (words: string) => ({ 'zh-CN': words, en: words });

export const APPRAISAL = 'a-2026-11';
/** A day on which peers are chosen, one on which answers come, and one after the last. */
const CHOOSING = '2026-11-16T10:00:00+08:00';
export const ANSWERING = '2026-11-23T10:00:00+08:00';
export const OVER = '2026-11-30T10:00:00+08:00';

const LEVELS = [
  { value: 1, text: text('很少做到') },
  { value: 5, text: text('总是做到') },
];

/** Everybody rates `team`; colleagues rate `care` as well. */
const QUESTIONNAIRE = {
  id: 'q',
  name: text('通用'),
  jobs: [],
  sections: [
    {
      id: 's',
      name: text('协作'),
      weight: 100,
      items: [
        { id: 'team', kind: 'rating', name: text('配合'), weight: 1, levels: LEVELS },
        {
          ...{ id: 'care', kind: 'rating', name: text('关心同事'), weight: 1, levels: LEVELS },
          relations: ['self', 'manager', 'peer', 'report'],
        },
        { id: 'keep', kind: 'text', name: text('请继续做什么') },
      ],
    },
  ],
};

const REVIEW_PLAN = {
  scale: { least: 1, most: 5 },
  threshold: 3,
  weights: { self: 10, manager: 30, peer: 30, report: 20, customer: 10 },
  peers: { least: 3, most: 8 },
  questionnaires: [QUESTIONNAIRE],
  peersUntil: '2026-11-18',
  confirmUntil: '2026-11-20',
};

const appraisalCycle = (more: object = {}) => ({
  ...{ _id: APPRAISAL, rev: 1, state: 'running', template: 'own', createdBy: PEOPLE.hr },
  ...{ title: text('2026 年 11 月考核'), goalCycleId: '2026-11', from: '2026-11-01', to: '2026-11-30' },
  scheme: {
    parts: [],
    curves: [],
    decimals: 1,
    leastShare: 50,
    grades: { by: 'quota', grades: [], enforcedFrom: null },
  },
  review: REVIEW_PLAN,
  ...{ departments: [], hiredUntil: '2026-11-01', answersUntil: '2026-11-27', appealDays: 5, training: [] },
  ...{ startedAt: Date.parse('2026-11-15T09:00:00+08:00'), closedAt: null, publishedAt: null },
  ...{ cursor: '', amendments: [] },
  ...more,
});

const MANAGERS: Partial<Record<Who, Who>> = { head: 'boss', staff: 'head', peer: 'head', other: 'head' };
const REPORTS: Partial<Record<Who, readonly Who[]>> = {
  head: ['staff', 'peer', 'other'],
  boss: ['head', 'hr', 'payroll', 'admin'],
};

const appraisalPerson = (who: Who, more: object = {}) => {
  const manager = MANAGERS[who];
  return {
    _id: `${APPRAISAL}:${PEOPLE[who]}`,
    cycleId: APPRAISAL,
    person: { id: PEOPLE[who], name: `员工${who}`, nameEn: `Person ${who}` },
    departmentId: who === 'boss' ? 'D1' : 'D2',
    departmentPath: who === 'boss' ? [] : ['D1'],
    managerId: manager ? PEOPLE[manager] : null,
    job: text('Engineer'),
    hiredOn: '2024-01-05',
    questionnaireId: 'q',
    reports: (REPORTS[who] ?? []).map((each) => PEOPLE[each]),
    ...more,
  };
};

export const reviewSeed = (more: object = {}) => ({
  appraisal_cycles: [appraisalCycle()],
  appraisal_people: (['boss', 'head', 'staff', 'peer', 'other'] as const).map((who) => appraisalPerson(who)),
  ...more,
});

/** Peers of `head` in these tests. */
export const PEERS: readonly Who[] = ['hr', 'payroll', 'admin', 'elsewhere', 'hr2'];

/** `requestId` and `now` of the call, as `act` takes them. */
type Call = { readonly requestId?: string; readonly now?: number };

let keys = 0;
export const reviewKey = (): string => {
  keys += 1;
  return `review-key-${String(keys).padStart(8, '0')}`;
};

/** The actions of reviews on any company. */
export function reviewCompany<C extends Company>(company: C) {
  const review = (
    who: Who | 'stranger',
    action: string,
    input: object = {},
    call: Call = {},
  ): Promise<Answer> => company.act(openidOf(who), `appraisal.${action}`, input, call);
  const ok = async (answer: Promise<Answer>) => {
    const { ok: isOk, data, error } = await answer;
    if (!isOk) throw new Error(`refused: ${JSON.stringify(error)}`);
    return data;
  };
  const cycle = { cycleId: APPRAISAL };
  const setState = (state: string, more: object = {}): Promise<unknown> =>
    company.db.updateMany('appraisal_cycles', { _id: APPRAISAL }, { $set: { state, ...more } });
  const tick = async (): Promise<void> => void (await company.timers.runNow('appraisal'));
  return {
    ...company,
    review,
    ok,
    setState,
    customer: (name: string, action: string, input: object, call: Call = {}) =>
      company.act(`openid-of-customer-${name}`, `appraisal.${action}`, input, call),
    async settlePeers(peers: readonly Who[] = PEERS) {
      const peerIds = peers.map((who) => PEOPLE[who]);
      await ok(review('head', 'choosePeers', { ...cycle, rev: 0, peerIds }));
      await ok(review('boss', 'confirmPeers', { ...cycle, employeeId: PEOPLE.head, rev: 1, peerIds }));
    },
    async invite(count: number): Promise<string[]> {
      const codes: string[] = [];
      for (let number = 1; number <= count; number += 1) {
        const note = `客户 ${number}`;
        const input = { ...cycle, employeeId: PEOPLE.head, note, key: reviewKey() };
        codes.push((await ok(review('head', 'inviteCustomer', input))).code);
      }
      return codes;
    },
    send: (who: Who, subject: Who, ratings: object, texts: object = {}) =>
      review(who, 'sendReview', { ...cycle, subjectId: PEOPLE[subject], ratings, texts }),
    tick,
    /** The last day is over: answers end, and what came is published. */
    async endAnswers(): Promise<void> {
      company.clock.set(Date.parse(OVER));
      await tick();
    },
    figures: (who: Who, subject: Who) =>
      review(who, 'reviewFigures', { ...cycle, employeeId: PEOPLE[subject] }),
  };
}

export async function openReviewCompany(now = CHOOSING, { seed = {}, ...options }: TestCloudOptions = {}) {
  return reviewCompany(await openRequestCompany(now, { seed: { ...reviewSeed(), ...seed }, ...options }));
}
