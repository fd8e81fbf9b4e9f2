import { openWithReset } from '../../../support/open';
import { PEOPLE, type Who } from '../support/request-company';
import { ANSWERING, APPRAISAL, openReviewCompany, PEERS, reviewKey } from '../support/review-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  reviews: [6, 5],
  reviewForm: [5, 2],
  reviewEvidence: [7, 2],
  'reviewEvidence, of a colleague': [10, 2],
  'saveReview, the first part': [6, 3],
  'saveReview, a further part': [6, 3],
  'sendReview (a transaction)': [7, 5],
  'sendReview, known already': [5, 3],
  peers: [6, 3],
  'choosePeers, five': [6, 4],
  'confirmPeers, five': [6, 3],
  'reviewed, a team': [5, 3],
  'reviewed, everybody': [5, 3],
  reopenReview: [7, 5],
  customers: [4, 1],
  inviteCustomer: [6, 3],
  'customerForm, the first time': [7, 4],
  'customerForm, again': [7, 4],
  'customerForm, a wrong code': [4, 4],
  'answerAsCustomer (a transaction)': [10, 9],
  reviewFigures: [4, 1],
  unitFigures: [3, 1],
};

const company = openWithReset(() => openReviewCompany(undefined, { maxWorkers: 1 }));
const cycle = { cycleId: APPRAISAL };
const about = (who: Who) => ({ ...cycle, subjectId: PEOPLE[who] });
const of = (who: Who) => ({ ...cycle, employeeId: PEOPLE[who] });
const answering = () => company.clock.set(Date.parse(ANSWERING));
const ANSWER = { ratings: { team: 5, care: 4 }, texts: {} };
const CHANGE = { ratings: { team: 5 }, texts: {} };
const peerIds = PEERS.map((who) => PEOPLE[who]);

async function card(): Promise<{ code: string }> {
  const [code = ''] = await company.invite(1);
  return { code };
}
async function published(): Promise<void> {
  await company.settlePeers();
  answering();
  for (const who of PEERS) await company.ok(company.send(who, 'head', ANSWER.ratings));
  await company.endAnswers();
  await company.setState('published');
  company.clock.advance(61_000);
}

type Plan = readonly [who: Who | 'customer', action: string, input: object];
/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<Plan>> = {
  reviews: async () => ['head', 'reviews', {}],
  reviewForm: async () => ['boss', 'reviewForm', about('head')],
  reviewEvidence: async () => ['boss', 'reviewEvidence', about('head')],
  'reviewEvidence, of a colleague': async () => {
    await company.settlePeers();
    return ['payroll', 'reviewEvidence', about('head')];
  },
  'saveReview, the first part': async () => ['boss', 'saveReview', { ...about('head'), ...CHANGE }],
  'saveReview, a further part': async () => {
    await company.ok(company.review('boss', 'saveReview', { ...about('head'), ...CHANGE }));
    return ['boss', 'saveReview', { ...about('head'), ...CHANGE }];
  },
  'sendReview (a transaction)': async () => ['boss', 'sendReview', { ...about('head'), ...ANSWER }],
  'sendReview, known already': async () => {
    await company.ok(company.send('boss', 'head', ANSWER.ratings));
    return ['boss', 'sendReview', { ...about('head'), ...ANSWER }];
  },
  peers: async () => ['head', 'peers', of('head')],
  'choosePeers, five': async () => ['head', 'choosePeers', { ...cycle, rev: 0, peerIds }],
  'confirmPeers, five': async () => {
    await company.ok(company.review('head', 'choosePeers', { ...cycle, rev: 0, peerIds }));
    return ['boss', 'confirmPeers', { ...of('head'), rev: 1, peerIds }];
  },
  'reviewed, a team': async () => ['head', 'reviewed', cycle],
  'reviewed, everybody': async () => ['hr', 'reviewed', { ...cycle, all: true }],
  reopenReview: async () => {
    answering();
    return ['hr', 'reopenReview', { ...of('head'), until: '2026-12-04', reason: '出差在外' }];
  },
  customers: async () => ['head', 'customers', of('head')],
  inviteCustomer: async () => ['head', 'inviteCustomer', { ...of('head'), note: '客户', key: reviewKey() }],
  'customerForm, the first time': async () => ['customer', 'customerForm', await card()],
  'customerForm, again': async () => {
    const code = await card();
    await company.ok(company.customer('a', 'customerForm', code));
    return ['customer', 'customerForm', code];
  },
  'customerForm, a wrong code': async () => ['customer', 'customerForm', { code: 'x'.repeat(22) }],
  'answerAsCustomer (a transaction)': async () => {
    const code = await card();
    await company.ok(company.customer('a', 'customerForm', code));
    return ['customer', 'answerAsCustomer', { ...code, ratings: { team: 5 }, texts: {} }];
  },
  reviewFigures: async () => {
    await published();
    return ['head', 'reviewFigures', of('head')];
  },
  unitFigures: async () => {
    await published();
    return ['hr', 'unitFigures', { ...cycle, departmentId: 'D2' }];
  },
};

const make = ([who, action, input]: Plan) =>
  who === 'customer' ? company.customer('a', action, input) : company.review(who, action, input);

/** Everybody, the cycle and who is in it are known to the instance. */
async function warmUp(): Promise<void> {
  for (const who of ['boss', 'head', 'hr', 'payroll'] as const) {
    await company.review(who, 'reviews');
    await company.review(who, 'reviewForm', about('head'));
    await company.review(who, 'reviewEvidence', about('head'));
    await company.review(who, 'peers', of('head'));
  }
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  const { error } = await make(plan);
  expect(error?.code).toBe(name.endsWith('a wrong code') ? 'CUSTOMER_CODE_INVALID' : undefined);
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
