import type { Objective } from '#contracts/goal';
import { openidOf } from '../../local/demo/demo-person';
import { useCompany } from './support/company';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const GOALS = { page: '/pages/goals/goals' };
const CYCLE = '2026-11';

/** The leader of a sales team, and two of its members. */
const [LEADER, FIRST, SECOND] = ['E0029', 'E0037', 'E0038'];

/** The team has a target of 120 besides the goals of its members. */
async function giveTeamTarget(): Promise<void> {
  const owner = { kind: 'department', id: 'D22' };
  const stored = await company.cloud.db.get('goal_sheets', `${CYCLE}:d-D22`);
  const { objectives, planRev } = stored as unknown as { objectives: [Objective]; planRev: number };
  const [{ state: _, ...objective }] = objectives;
  const [members] = objective.keyResults;
  const added = {
    ...{ id: 'joined', title: '新注册会员', weight: 40, source: 'own' },
    measure: { kind: 'raise', start: 0, target: 120, unit: '位' },
  };
  const changed = { ...objective, keyResults: [{ ...members, weight: 60 }, added] };
  const input = { cycleId: CYCLE, owner, rev: planRev, objective: changed, reason: '加码' };
  const as = { kind: 'user', openid: openidOf(LEADER) } as const;
  const { result } = await company.cloud.invoke('goals', { action: 'saveObjective', input }, { as });
  expect(result).toMatchObject({ ok: true });
}

/** In English words are longer: the form, and the three answers to another version. */
async function seeInEnglish(): Promise<void> {
  const english = { lang: 'en' } as const;
  const form = await company.phoneOf(LEADER, {
    page: `/features/goals/pages/push/push?cycle=${CYCLE}`,
    ...english,
  });
  await form.see('Key result 1');
  expect(await form.tightSpots()).toEqual([]);
  await form.screenshot('goal-push-form-en');
  const answers = await company.phoneOf(LEADER, { page: '/features/goals/pages/pushed/pushed', ...english });
  await answers.tap('#list-mine [id^="proposal-"]');
  await answers.see('Accept change');
  expect(await answers.tightSpots()).toEqual([]);
  await answers.screenshot('goal-push-accept-en');
}

const sheetOf = (id: string) => company.cloud.db.get('goal_sheets', `${CYCLE}:p-${id}`);

test('a goal is pushed to two people: one confirms, one asks for a change that is accepted', async () => {
  const head = await company.phoneOf(LEADER, GOALS);
  await head.tap('#segment-team', '#push');
  await head.see('推送给', '请在这天前答复');
  await head.tap(`#to-p-${FIRST}`, `#to-p-${SECOND}`);
  await head.type('#title', '双十二新客户');
  await head.type('#weight', '40');
  await head.type('#row-title-0', '新增成交客户');
  await head.type('#target-0', '38');
  await head.type('#unit-0', '位');
  await head.screenshot('goal-push-form');
  await head.tap('#send');
  await head.see('2 人未确认推送的目标');
  await head.screenshot('goal-push-team');

  const first = await company.phoneOf(FIRST, GOALS);
  await first.see('待确认的目标', '双十二新客户');
  await first.screenshot('goal-push-mine');
  await first.tap('[id^="proposal-"]');
  await first.see('新增成交客户', '0 → 38 位', '确认后，其他目标让出权重');
  await first.screenshot('goal-push-confirm');
  await first.tap('#confirm');
  await first.see('已确认');
  expect(await sheetOf(FIRST)).toMatchObject({
    objectives: [{ weight: 60 }, { title: '双十二新客户', weight: 40 }],
  });

  const second = await company.phoneOf(SECOND);
  await second.see('目标待确认 1 项');
  await second.tap('目标待确认 1 项');
  await second.see('等你答复');
  await second.tap('[id^="proposal-"]');
  await second.tap('#counter-go');
  await second.see('为什么要改');
  await second.type('#target-0', '30');
  await second.type('#reason', '有两周在培训');
  await second.screenshot('goal-push-counter');
  await second.tap('#send');
  await second.see('已提修改', '新增成交客户 目标：38 → 30');

  const again = await company.phoneOf(LEADER, { page: '/features/goals/pages/pushed/pushed' });
  await again.see('等你答复', '已经答复');
  await again.screenshot('goal-pushed');
  await again.tap('#list-mine [id^="proposal-"]');
  await again.see('有两周在培训', '接受修改');
  await seeInEnglish();
  await again.screenshot('goal-push-accept');
  await again.tap('#accept');
  await again.see('已确认');
  await again.screenshot('goal-push-done');
  expect(await sheetOf(SECOND)).toMatchObject({
    objectives: [{}, { keyResults: [{ measure: { target: 30 } }], state: 'active' }],
  });
});

test('messages are asked for in the taps that push and confirm, once, and never when a page opens', async () => {
  const asks = { messages: 'ask' as const };
  const credits = async (id: string) => (await company.cloud.db.get('inboxes', id))?.credits;
  const head = await company.phoneOf(LEADER, { ...GOALS, ...asks });
  for (const title of ['双十二新客户', '老客户回访']) {
    await head.tap('#segment-team', '#push');
    await head.see('推送给');
    expect(await head.text()).not.toContain('申请给你发送');
    await head.tap(`#to-p-${FIRST}`);
    await head.type('#title', title);
    await head.type('#weight', '30');
    await head.type('#row-title-0', title);
    await head.type('#target-0', '38');
    await head.type('#unit-0', '位');
    await head.tap('#send');
    if (title === '双十二新客户') {
      await head.see('申请给你发送以下消息各一次', 'demo-result');
      await head.tap('允许');
    }
    await head.see('#push');
  }
  await company.until(async () => JSON.stringify(await credits(LEADER)) === '{"result":1,"waiting":0}');

  const first = await company.phoneOf(FIRST, {
    ...{ page: '/features/goals/pages/pushed/pushed', ...asks },
  });
  await first.tap('#list-mine [id^="proposal-"] >> text="双十二新客户"');
  await first.see('确认后，其他目标让出权重');
  expect(await first.text()).not.toContain('申请给你发送');
  await first.tap('#confirm');
  await first.see('申请给你发送以下消息各一次', 'demo-waiting');
  await first.tap('允许');
  await first.see('已确认');
  await company.until(async () => JSON.stringify(await credits(FIRST)) === '{"result":0,"waiting":1}');
  // The message of the confirmed goal uses up what its pusher has allowed.
  await company.cloud.timers.runNow('notices');
  expect(company.cloud.outbox.list().at(-1)).toMatchObject({
    ...{ touser: openidOf(LEADER), templateId: 'demo-result' },
  });
});

test('a target is divided by a list pasted from a sheet, and one report moves the team at once', async () => {
  const team = `${CYCLE}:d-D22`;
  await giveTeamTarget();
  const sheet = await company.phoneOf(LEADER, {
    page: `/features/goals/pages/sheet/sheet?sheet=${encodeURIComponent(team)}`,
  });
  await sheet.see('新注册会员');
  await sheet.tap('新注册会员', '#divide');
  await sheet.see('合计', '正好分完');
  await sheet.screenshot('goal-break-down-even');
  await sheet.tap('#way-paste');
  await sheet.type('#pasted', '示例员工庚子\t70\n示例员工辛丑\t44\n没有这个人\t6');
  await sheet.see('没有对上：没有这个人\t6');
  await sheet.screenshot('goal-break-down-pasted');
  await sheet.tap('#fill');
  await sheet.see('正好分完');
  await sheet.tap('#send');
  await sheet.see('由 0 项相加');

  const first = await company.phoneOf(FIRST, { page: '/features/goals/pages/pushed/pushed' });
  await first.tap('#list-mine [id^="proposal-"] >> text="华东新客户"');
  await first.see('新注册会员');
  await first.tap('#confirm');
  await first.see('已确认');
  const goals = await company.phoneOf(FIRST, GOALS);
  await goals.tap('新注册会员');
  await goals.type('#value', '30');
  await goals.tap('#save');
  await goals.see('跟着动的', '华东销售组');
  await goals.screenshot('goal-break-down-moved');
});
