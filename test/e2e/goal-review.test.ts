import { useCompany } from './support/company';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const GOALS = { page: '/pages/goals/goals' };
const CYCLE = '2026-11';
/** An account manager and the leader of the team. */
const [SELLER, LEADER] = ['E0037', 'E0029'];
const MONTH_END = '2026-11-30T17:30:00+08:00';

test('the month ends with a review: the person scores and writes, and the manager confirms in a minute', async () => {
  company.cloud.clock.set(Date.parse(MONTH_END));
  const phone = await company.phoneOf(SELLER, GOALS);
  await phone.see('写总结', '未交');
  await phone.screenshot('goal-review-due');
  await phone.tap('#review');
  await phone.see('成交客户', '每一项都打分后就能交');
  await phone.screenshot('goal-review-empty');
  await phone.type('#score-result', '80');
  await phone.type('#score-quality', '95');
  await phone.see('写几句总结就能交');
  await phone.type('#text', '成交接近目标，投诉处理得快；下月补回访');
  await phone.screenshot('goal-review-filled');
  await phone.tap('#save');
  await phone.see('待确认', '重新交');

  const head = await company.phoneOf(LEADER, { ...GOALS, messages: 'ask' });
  await head.tap('#segment-team', '#team-reviews');
  await head.see('1 份等你确认，4 人还没交');
  await head.screenshot('goal-reviews-team');
  await head.tap(`#review-${SELLER}`);
  await head.see('成交接近目标，投诉处理得快；下月补回访');
  await head.type('#score-result', '70');
  await head.see('低 10 分');
  await head.type('#text', '下月把回访排进每周');
  await head.screenshot('goal-review-confirm');
  // A message is asked for once it is sure: who cancels has consented to nothing.
  await head.tap('#save');
  expect(await head.read('#question')).toContain('确认后得分不能再改');
  await head.tap('#not-sure');
  expect(await head.text()).not.toContain('申请给你发送');
  await head.tap('#save', '#sure');
  await head.see('申请给你发送以下消息各一次', 'demo-waiting');
  await head.tap('允许');
  await head.see('已确认');
  await head.screenshot('goal-review-confirmed');
  const sheet = await company.cloud.db.get('goal_sheets', `${CYCLE}:p-${SELLER}`);
  expect(sheet?.review).toMatchObject({
    state: 'confirmed',
    scores: { result: { own: 80, given: 70 }, quality: { own: 95, given: 95 } },
  });
});

test('somebody who has been told opens the review from the message, in English and in the dark', async () => {
  company.cloud.clock.set(Date.parse(MONTH_END));
  const phone = await company.phoneOf(SELLER, { ...GOALS, lang: 'en', dark: true });
  await phone.tap('#review');
  await phone.see('Not handed in');
  await phone.screenshot('goal-review-en-dark');
});
