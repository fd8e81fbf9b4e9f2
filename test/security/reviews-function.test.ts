import { openWithReset } from '../support/open';
import { PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';
import {
  ANSWERING,
  APPRAISAL,
  openReviewCompany,
  PEERS,
} from '../unit/cloudfunctions/support/review-company';

const company = openWithReset(() => openReviewCompany());
const CYCLE = { cycleId: APPRAISAL };
const HEAD = { ...CYCLE, employeeId: PEOPLE.head };
/** Everybody of the company, whatever they are to the reviewed person. */
const EVERYBODY = (Object.keys(PEOPLE) as Who[]).filter((who) => who !== 'left');
const REPORTS = ['staff', 'peer', 'other'] as const;

/** What is answered about `head`; whoever is absent says nothing. */
interface World {
  readonly peers: readonly number[];
  readonly reports: readonly number[];
  readonly customers: readonly number[];
  /** What a fifth peer has written and not sent. */
  readonly draft?: number;
  readonly texts?: readonly string[];
}

/** All actions that read, as somebody may call them about `head`. */
const READS: readonly (readonly [action: string, input: object])[] = [
  ['reviews', {}],
  ['peers', HEAD],
  ['reviewed', CYCLE],
  ['reviewed', { ...CYCLE, all: true }],
  ['customers', HEAD],
  ['reviewFigures', HEAD],
  ['unitFigures', { ...CYCLE, departmentId: 'D2' }],
  ['unitFigures', { ...CYCLE, departmentId: 'D1' }],
  ['report', HEAD],
  ['results', {}],
];

async function everythingSeen(): Promise<string> {
  const seen: unknown[] = [];
  for (const who of EVERYBODY)
    for (const [action, input] of READS) {
      const { ok, data, error } = await company.review(who, action, input);
      seen.push([who, action, input, ok ? data : error]);
    }
  // Codes are drawn anew in every run and given to who invites.
  return JSON.stringify(seen).replace(/"code":"[\w-]{22}"/g, '"code":""');
}

/** Answers come, the cycle closes and is published. @returns what everybody sees after each step */
async function seenIn({ peers, reports, customers, draft, texts = [] }: World): Promise<readonly string[]> {
  const { ok, review, send, customer } = company;
  await company.settlePeers();
  const codes = await company.invite(customers.length);
  company.clock.set(Date.parse(ANSWERING));
  for (const [at, team] of peers.entries())
    await ok(send(PEERS[at] as Who, 'head', { team, care: 3 }, texts[at] ? { keep: texts[at] } : {}));
  for (const [at, team] of reports.entries()) await ok(send(REPORTS[at] as Who, 'head', { team, care: 3 }));
  for (const [at, team] of customers.entries())
    await ok(customer(`c${at}`, 'answerAsCustomer', { code: codes[at], ratings: { team }, texts: {} }));
  if (draft !== undefined) {
    const about = { ...CYCLE, subjectId: PEOPLE.head };
    await ok(review('hr2', 'saveReview', { ...about, ratings: { team: draft }, texts: {} }));
  }
  const running = await everythingSeen();
  await company.endAnswers();
  const closed = await everythingSeen();
  await company.setState('published', { publishedAt: Date.parse(ANSWERING) });
  company.clock.advance(61_000);
  return [running, closed, await everythingSeen()];
}

/** The same in two worlds, each from the beginning. */
const reset = async (): Promise<() => Promise<void>> => {
  const names = company.db.collectionNames();
  const before = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await company.db.find(name)] as const)),
  );
  const now = company.clock.now();
  let times = 0;
  return async () => {
    times += 1;
    company.clock.set(now - times * 90_000);
    const none = Object.fromEntries(company.db.collectionNames().map((name) => [name, []]));
    await company.db.replaceAll({ ...none, ...before });
  };
};

async function compare(one: World, other: World): Promise<readonly [readonly string[], readonly string[]]> {
  const again = await reset();
  const first = await seenIn(one);
  await again();
  return [first, await seenIn(other)];
}

const FULL: World = { peers: [2, 3, 4, 5], reports: [2, 3, 4], customers: [4, 5, 3] };

test('what a group that is too small answers makes no difference to anything that anybody sees, at any time', async () => {
  const [first, second] = await compare({ ...FULL, customers: [1, 5] }, { ...FULL, customers: [4, 2] });
  expect(second).toEqual(first);
});

test('a draft makes no difference, nor who of a group gave which answer', async () => {
  const [first, second] = await compare(
    { ...FULL, draft: 1 },
    { ...FULL, peers: [5, 4, 3, 2], reports: [4, 2, 3], customers: [3, 4, 5], draft: 5 },
  );
  expect(second).toEqual(first);
});

test('while the cycle runs no answer makes a difference to anybody but its rater', async () => {
  const [[running], [other]] = await compare(FULL, {
    peers: [1, 1, 1, 1],
    reports: [5, 5, 5],
    customers: [1, 1, 1],
  });
  expect(other).toBe(running);
});

test('an answer of a group that is shown does make one, so that the tests above can fail', async () => {
  const [first, second] = await compare(FULL, { ...FULL, peers: [2, 3, 4, 1] });
  expect(second?.[0]).toBe(first?.[0]);
  expect(second?.[2]).not.toBe(first?.[2]);
});

test('what is published names no rater, and nothing that is stored beside the answers does', async () => {
  const texts = ['请继续一', '请继续二', '请继续三', '请继续四', '请继续五'];
  await seenIn({ ...FULL, peers: [2, 3, 4, 5, 4], texts });
  for (const who of ['head', 'boss', 'hr'] as const) {
    const { data } = await company.review(who, 'reviewFigures', HEAD);
    const told = JSON.stringify(data.figures);
    for (const rater of [...PEERS, ...REPORTS]) expect(told).not.toContain(PEOPLE[rater]);
    expect(told.includes('请继续一')).toBe(who !== 'hr');
  }
  for (const name of ['messages', 'data_faults', 'review_units', 'review_runs']) {
    const stored = JSON.stringify((await company.db.find(name)) ?? []);
    for (const rater of PEERS) expect(stored).not.toContain(`"${PEOPLE[rater]}"`);
  }
  const snapshot = JSON.stringify((await company.db.find('review_people')).map((each) => each.snapshot));
  for (const rater of PEERS) expect(snapshot).not.toContain(PEOPLE[rater]);
});

test('who has left sees nothing, not of their own either', async () => {
  await seenIn(FULL);
  for (const [action, input] of READS)
    expect((await company.review('left', action, input)).error?.code).toBe('ACCESS_ENDED');
});

test('an answer after the close changes nothing, and is refused', async () => {
  await seenIn(FULL);
  const before = await everythingSeen();
  expect((await company.send('hr2', 'head', { team: 1 })).error?.code).toBe('REVIEW_CLOSED');
  const reopen = { ...HEAD, until: '2026-12-20', reason: '补交' };
  expect((await company.review('hr', 'reopenReview', reopen)).error?.code).toBe('REVIEW_CLOSED');
  await company.tick();
  expect(await everythingSeen()).toBe(before);
});
