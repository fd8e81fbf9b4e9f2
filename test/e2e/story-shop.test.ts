import { useCompany } from './support/company';
import { actors } from './support/story';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const { goals, clear } = actors(company);

/** Who leads the company, sales, operations; two sellers of a team and its leader; somebody elsewhere who looks on. */
const [TOP, SALES, OPERATIONS, LEADER, SELLER, OTHER] = [
  'E0001',
  'E0003',
  'E0005',
  'E0029',
  'E0037',
  'E0012',
];
const CYCLE = '2026-11';
const GOALS = { page: '/pages/goals/goals' };
const SHEET = (owner: string) => ({
  page: `/features/goals/pages/sheet/sheet?sheet=${encodeURIComponent(`${CYCLE}:${owner}`)}`,
});

const keyResult = (id: string, title: string, weight: number, more: object) => ({
  ...{ id, title, weight, source: 'own' },
  ...more,
});

/** The company wants to sell more: by new customers, which add up, and by those who come back, which do not. */
async function begin(): Promise<void> {
  for (const [by, owner] of [
    [TOP, { kind: 'company' }],
    [SALES, { kind: 'department', id: 'D20' }],
    [LEADER, { kind: 'department', id: 'D22' }],
    [SELLER, { kind: 'person', id: SELLER }],
  ] as const)
    await clear(by, CYCLE, owner);
  const { sheet } = await goals(TOP, 'sheet', { cycleId: CYCLE, owner: { kind: 'company' } });
  const objective = {
    ...{ id: 'gmv', title: 'GMV 增长 30%', weight: 100, alignedWeight: 0, alignedTo: [] },
    keyResults: [
      keyResult('new', '新客户', 50, { measure: { kind: 'raise', start: 0, target: 1000, unit: '位' } }),
      keyResult('back', '老客户再来', 50, { source: 'mean', measure: { kind: 'percent' } }),
    ],
  };
  const { rev } = sheet as { rev: number };
  await goals(TOP, 'saveObjective', {
    ...{ cycleId: CYCLE, owner: { kind: 'company' }, rev, objective, reason: '年底冲刺' },
  });
}

/** Somebody says yes to whatever was pushed to them. */
async function confirm(by: string): Promise<void> {
  const { rows } = await goals(by, 'pushed', { cycleId: CYCLE });
  for (const { id, owner, isMine } of rows as PushedRow[]) {
    if (!isMine) continue;
    const at = { cycleId: CYCLE, owner: owner.owner, id };
    const { proposal } = await goals(by, 'proposal', at);
    await goals(by, 'answerPush', { ...at, rev: (proposal as { rev: number }).rev });
  }
}

interface PushedRow {
  readonly id: string;
  readonly owner: { readonly owner: object };
  readonly isMine: boolean;
}

/** The target of the company is divided over two departments in one act; their heads say yes. */
async function divide(): Promise<void> {
  const top = await company.phoneOf(TOP, SHEET('c'));
  await top.see('GMV 增长 30%', '新客户');
  await top.screenshot('shop-01-company');
  await top.tap('新客户', '#divide', '#way-paste');
  await top.type('#pasted', '销售部\t1000');
  await top.see('正好分完');
  await top.screenshot('shop-02-divide');
  await top.tap('#send');
  await top.see('由 0 项相加');
  const sales = await company.phoneOf(SALES, { page: '/features/goals/pages/pushed/pushed' });
  await sales.tap('#list-mine [id^="proposal-"]');
  await sales.see('0 → 1,000 位');
  await sales.screenshot('shop-03-confirm');
  await sales.tap('#confirm');
  await sales.see('已确认');
}

/** The department divides its share over the teams, a team over its people, and they say yes. */
async function divideOn(): Promise<void> {
  await share(SALES, 'D20', [
    ['D21', 300],
    ['D22', 400],
    ['D23', 300],
  ]);
  for (const leader of ['E0028', LEADER, 'E0030']) await confirm(leader);
  const leader = await company.phoneOf(LEADER, SHEET('d-D22'));
  await leader.tap('新客户', '#divide');
  await leader.see('正好分完');
  await leader.type('#weight', '50');
  await leader.screenshot('shop-04-team');
  await leader.tap('#send');
  await leader.see('由 0 项相加');
  const seller = await company.phoneOf(SELLER, GOALS);
  await seller.tap('[id^="proposal-"]');
  await seller.see('0 → 80 位');
  await seller.screenshot('shop-05-person');
  await seller.tap('#confirm');
  await seller.see('已确认');
  for (const id of ['E0036', 'E0038', 'E0039', 'E0040']) await confirm(id);
}

async function share(by: string, department: string, shares: [string, number][]): Promise<void> {
  const owner = { kind: 'department', id: department };
  const { sheet } = await goals(by, 'sheet', { cycleId: CYCLE, owner });
  const { rev, objectives } = sheet as Sheet;
  const found = objectives.flatMap(({ keyResults }) => keyResults).find(({ title }) => title === '新客户');
  await goals(by, 'breakDown', {
    ...{ cycleId: CYCLE, owner, keyResultId: found?.id, rev, id: `story-${department}` },
    ...{ weight: 50, deadline: '2026-11-27' },
    rows: shares.map(([id, target]) => ({ owner: { kind: 'department', id }, target })),
  });
}

interface Sheet {
  readonly rev: number;
  readonly objectives: readonly { readonly keyResults: readonly { id: string; title: string }[] }[];
}

/** Operations write an objective of their own and align it: their percentage cannot be added to anything. */
async function align(): Promise<void> {
  const phone = await company.phoneOf(OPERATIONS, SHEET('d-D40'));
  await phone.tap('#add');
  await phone.type('#title', '让老客户再来');
  await phone.type('#weight', '100');
  await phone.tap('#align', '#option-0');
  await phone.type('#row-title-0', '复购率');
  await phone.type('#start-0', '20');
  await phone.type('#target-0', '35');
  await phone.type('#unit-0', '%');
  await phone.type('#row-weight-0', '100');
  await phone.screenshot('shop-06-align');
  await phone.tap('#save');
  await phone.see('复购率', '承接 示例科技“老客户再来” · 完成再加 50%');
  await phone.screenshot('shop-07-aligned');
}

/** Of the customers 23 % have bought again. */
async function comeBack(): Promise<void> {
  const owner = { kind: 'department', id: 'D40' };
  const { sheet } = await goals(OPERATIONS, 'sheet', { cycleId: CYCLE, owner });
  const keyResultId = (sheet as Sheet).objectives[0]?.keyResults[0]?.id;
  const entries = [{ keyResultId, mode: 'set', value: 23 }];
  await goals(OPERATIONS, 'checkIn', { key: 'story-back-again-0001', cycleId: CYCLE, owner, entries });
}

test('a goal of the company is broken down to people, and what one of them sells moves its ring at once', async () => {
  await begin();
  await divide();
  await divideOn();
  await align();
  await comeBack();
  const other = await company.phoneOf(OTHER, GOALS);
  await other.tap('#segment-company');
  // 3 of 15 points are 20 %, which is half of the objective.
  await other.see('.node:has-text("GMV 增长 30%"):has-text("10%")');
  const seller = await company.phoneOf(SELLER, GOALS);
  await seller.tap('新客户');
  await seller.type('#value', '40');
  await seller.tap('#save');
  await seller.see('跟着动的', '示例科技');
  await seller.screenshot('shop-08-moved');
  const after = await company.phoneOf(OTHER, GOALS);
  await after.tap('#segment-company');
  // 40 of 1,000 are 4 %, which is the other half.
  await after.see(
    '.node:has-text("GMV 增长 30%"):has-text("12%")',
    '.node:has-text("新客户"):has-text("4%")',
  );
  await after.screenshot('shop-09-company');
});
