import { openWithReset } from '../../../support/open';
import { feedbackKey, noteTo, questionTo } from '../support/feedback-note';
import { openidOf, openRequestCompany, type Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  'feedback, received': [3, 2],
  'feedback, asked': [3, 2],
  feedbackNote: [2, 1],
  giveFeedback: [6, 4],
  askFeedback: [6, 4],
  answerFeedback: [6, 4],
  replyFeedback: [4, 3],
  withdrawFeedback: [3, 2],
};

const company = openWithReset(() => openRequestCompany('2026-11-16T10:00:00+08:00', { maxWorkers: 1 }));
const ask = (who: Who, action: string, input: object) =>
  company.act(openidOf(who), `appraisal.${action}`, input);
const given = async () => (await ask('peer', 'giveFeedback', noteTo('staff'))).data.id as string;
const asked = async () => (await ask('staff', 'askFeedback', questionTo('peer'))).data.id as string;

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, object]>> = {
  'feedback, received': async () => ['staff', 'feedback', { scope: 'received' }],
  'feedback, asked': async () => ['staff', 'feedback', { scope: 'asked' }],
  feedbackNote: async () => ['staff', 'feedbackNote', { id: await given() }],
  giveFeedback: async () => ['peer', 'giveFeedback', noteTo('staff')],
  askFeedback: async () => ['staff', 'askFeedback', questionTo('peer')],
  answerFeedback: async () => {
    const answer = { text: '沟通及时', visibility: 'receiver' };
    return ['peer', 'answerFeedback', { id: await asked(), rev: 1, answer }];
  },
  replyFeedback: async () => [
    'staff',
    'replyFeedback',
    { id: await given(), key: feedbackKey(), text: '谢谢' },
  ],
  withdrawFeedback: async () => ['peer', 'withdrawFeedback', { id: await given(), rev: 1 }],
};

/** The two, and what they know of each other, are known to the instance. */
async function warmUp(): Promise<void> {
  await given();
  await asked();
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  expect((await ask(...plan)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
