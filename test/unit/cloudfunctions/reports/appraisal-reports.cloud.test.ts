import { openWithReset } from '../../../support/open';
import { readWorkbook } from '../../../support/spreadsheet';
import { APPRAISAL, openAppraisalCompany, publishAll } from '../support/appraisal-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openAppraisalCompany(),
  async (opened) => {
    await opened.run();
    await opened.appraise('head', 'changeGrade', {
      ...{ cycleId: APPRAISAL, employeeId: PEOPLE.staff, to: 'A', rev: 0 },
      reason: '承接停业门店客户 40 位',
    });
  },
);

async function rowsOf(kind: string, language = 'zh-CN', as: Who = 'hr', month = '2026-11') {
  const order = { kind, month, format: 'xlsx', language, again: true };
  const { data, error } = await company.act(openidOf(as), 'reports.export', order);
  if (error) throw new Error(error.code);
  const { rows, note } = await readWorkbook(await (await fetch(data.links[0])).arrayBuffer());
  // Whether the month of attendance is locked says nothing about goals and scores.
  expect(note).not.toMatch(/锁定|locked/);
  const [head = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at]])));
}

test('results that are not published are in no file', async () => {
  await expect(rowsOf('appraisal-results')).rejects.toThrow('REPORT_EMPTY');
});

test('published results: score, both grades and why they differ, in both languages', async () => {
  await publishAll(company);
  const zh = await rowsOf('appraisal-results');
  expect(zh.find((row) => row.工号 === PEOPLE.staff)).toMatchObject({
    ...{ 分数: 84, 按规则的等级: 'B', 等级: 'A', 等级名称: '优秀', 调整原因: '承接停业门店客户 40 位' },
    ...{ 申诉: '没有', 版本数: 1 },
  });
  const en = await rowsOf('appraisal-results', 'en');
  expect(en.find((row) => row['Employee no.'] === PEOPLE.payroll)).toMatchObject({
    Grade: null,
    Score: null,
    'Why there is no grade': 'nothing could be scored',
  });
});

test('the basis of a score opens down to the key result, and names nobody who rated', async () => {
  await publishAll(company);
  const rows = (await rowsOf('appraisal-basis')).filter((row) => row.工号 === PEOPLE.staff);
  expect(rows.map((row) => [row.项目, row.层级, row['占比（%）'], row.分数])).toEqual([
    ['总分', 0, null, 84],
    ['goals', 1, 100, 84],
    ['goals › 门店销售额提升 10 %', 2, 100, 84],
    ['goals › 门店销售额提升 10 % › 新增成交客户', 3, 100, 84],
  ]);
  for (const row of rows) expect(JSON.stringify(row)).not.toMatch(new RegExp(`${PEOPLE.head}|员工head`));
});

test('how scores are spread is one file of groups and nobody in particular, in both languages', async () => {
  await expect(rowsOf('appraisal-distribution')).rejects.toThrow('REPORT_EMPTY');
  await publishAll(company);
  const zh = await rowsOf('appraisal-distribution');
  expect(zh).toMatchObject([
    {
      考核: '十一月考核',
      分组方式: '部门',
      组: '其余 3 组合计',
      人数: 6,
      各等级人数: 'A 3 / B 2 / C 0 / D 1',
    },
    { 分组方式: '司龄', 组: '1–3 年', 人数: 6 },
  ]);
  const [, years] = await rowsOf('appraisal-distribution', 'en');
  expect(years).toMatchObject({ 'Grouped by': 'Tenure', Group: '1–3 years', People: 6 });
  expect(JSON.stringify(zh)).not.toMatch(/员工/);
});

test('goals of the month with what is reached and the score that was given', async () => {
  const row = (await rowsOf('goals')).find((each) => each.工号 === PEOPLE.staff);
  expect(row).toMatchObject({
    ...{ 目标: '门店销售额提升 10 %', 关键结果: '新增成交客户', 目标值: 20, 当前值: 14, 单位: '位' },
    ...{
      周期: '2026年11月',
      怎么衡量: '从起点到目标',
      起始值: 0,
      '完成率（%）': 70,
      '实际完成率（%）': 70,
      自评分: 90,
      评分: 84,
    },
  });
});

test('goals of a quarter and a year are in the file of their last month, with what is above the target', async () => {
  const [month] = await company.db.find('goal_sheets', { 'owner.id': PEOPLE.staff });
  const sheet = month as unknown as { cycleId: string; objectives: { keyResults: { id: string }[] }[] };
  const result = sheet.objectives[0]?.keyResults[0]?.id ?? '';
  for (const cycleId of ['2026-12', '2026-Q4', '2026'])
    await company.db.insertMany('goal_sheets', [
      {
        ...(month as { _id: string }),
        ...{ _id: `${cycleId}:p-${PEOPLE.staff}`, cycleId, log: [], base: { [result]: { value: 26 } } },
      },
    ]);
  company.clock.set(Date.parse('2026-12-31T12:00:00+08:00'));
  const rowsIn = async (month: string, language: string) =>
    (await rowsOf('goals', language, 'hr', month)).filter((row) => Object.values(row).includes(PEOPLE.staff));
  const zh = await rowsIn('2026-12', 'zh-CN');
  expect(zh.map((row) => row.周期)).toEqual(['2026年12月', '2026年第4季度', '2026年']);
  expect(zh[1]).toMatchObject({ 当前值: 26, '完成率（%）': 100, '实际完成率（%）': 130 });
  const en = await rowsIn('2026-12', 'en');
  expect(en.map((row) => [row.Cycle, row['Actual (%)']])).toEqual([
    ['2026-12', 130],
    ['2026-Q4', 130],
    ['2026', 130],
  ]);
  expect((await rowsIn('2026-11', 'en')).map((row) => row.Cycle)).toEqual(['2026-11']);
});

test.each(['staff', 'head', 'admin', 'payroll'] as const)('%s exports none of them', async (who) => {
  await expect(rowsOf('appraisal-results', 'zh-CN', who)).rejects.toThrow('FORBIDDEN');
});
