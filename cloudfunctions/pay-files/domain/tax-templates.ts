import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { type DeductionId, fundOf, type PaidPerson } from './paid-person';
import { amount, column, type FileColumn, type FileTemplate, someAmount, text } from './template';

type Column = FileColumn<PaidPerson>;

const ID: readonly Column[] = [
  column('工号', ({ employeeId }) => text(employeeId)),
  column('*姓名', ({ name }) => text(name)),
  column('*证件类型', ({ idType }) => text(idType)),
  column('*证件号码', ({ idNumber }) => text(idNumber)),
];
const empty = (...titles: readonly string[]): Column[] => titles.map((title) => column(title));
const sofar = (title: string, id: DeductionId): Column =>
  column(title, ({ deductions }) => someAmount(deductions[id]));

/** Of the month, while the columns 累计 are of the year so far. */
const WAGES: readonly Column[] = [
  ...ID,
  column('本期收入', ({ income, exempt }) => amount((income + exempt) as Fen)),
  column('本期免税收入', ({ exempt }) => someAmount(exempt)),
  column('基本养老保险费', ({ employee }) => someAmount(employee.pension)),
  column('基本医疗保险费', ({ employee }) =>
    someAmount(((employee.medical ?? 0) + (employee.maternity ?? 0)) as Fen),
  ),
  column('失业保险费', ({ employee }) => someAmount(employee.unemployment)),
  // With the supplementary fund: both together are within the 12 % that are free of tax (财税〔2006〕10号).
  column('住房公积金', ({ employee }) => someAmount(fundOf(employee))),
  sofar('累计子女教育', 'children'),
  sofar('累计继续教育', 'education'),
  sofar('累计住房贷款利息', 'mortgage'),
  sofar('累计住房租金', 'rent'),
  sofar('累计赡养老人', 'elders'),
  sofar('累计3岁以下婴幼儿照护', 'infants'),
  sofar('累计个人养老金', 'pension'),
  sofar('企业(职业)年金', 'annuity'),
  sofar('商业健康保险', 'health'),
  sofar('税延养老保险', 'deferred'),
  ...empty('公务交通费用', '通讯费用', '律师办案费用'),
];
const REST = empty('西藏附加减除费用', '其他', '准予扣除的捐赠额', '减免税额');

const wages = (count: 28 | 29 | 30, since: string, columns: readonly Column[]): FileTemplate<PaidPerson> => ({
  id: `tax-wages-${count}`,
  name: { 'zh-CN': `正常工资薪金（${count} 栏）`, en: `Wages (${count} columns)` },
  ...{ format: 'xlsx', sheet: '正常工资薪金收入', columns },
  total: ({ income, exempt }) => (income + exempt) as Fen,
  totalTitle: '本期收入',
  since: since as Day,
  source: {
    'zh-CN': '自然人电子税务局扣缴端“正常工资薪金所得”模板；表头随版本不同，请选和扣缴端一样的',
    en: 'Template of the tax client for wages; its heads differ by version, so choose the one that your client has',
  },
});

/** Layouts of the tax client's import, by the number of columns of its version, the newest first. */
export const TAX_TEMPLATES: readonly FileTemplate<PaidPerson>[] = [
  wages(30, '2025-07-01', [...WAGES, ...empty('住房公积金调整'), ...REST, ...empty('协定减免', '备注')]),
  wages(29, '2024-01-01', [...WAGES, ...REST, ...empty('协定减免', '备注')]),
  wages(28, '2022-01-01', [...WAGES, ...REST, ...empty('备注')]),
];

/** Those who got a bonus that is taxed by itself. */
export const BONUS_TEMPLATE: FileTemplate<PaidPerson> = {
  ...{ id: 'tax-bonus-11', name: { 'zh-CN': '全年一次性奖金', en: 'Annual bonus' }, format: 'xlsx' },
  sheet: '全年一次性奖金收入',
  columns: [
    ...ID,
    column('*全年一次性奖金额', ({ bonus }) => amount(bonus)),
    ...empty('免税收入', '其他', '准予扣除的捐赠额', '减免税额', '协定减免', '备注'),
  ],
  total: ({ bonus }) => bonus,
  totalTitle: '*全年一次性奖金额',
  since: '2024-01-01' as Day,
  source: {
    'zh-CN': '自然人电子税务局扣缴端“全年一次性奖金收入”模板（11 栏）',
    en: 'Template of the tax client for annual bonuses (11 columns)',
  },
};

/** Those who got severance, by version of the head, the newest first: what is free of tax stands beside what was paid. */
export const SEVERANCE_TEMPLATES: readonly FileTemplate<PaidPerson>[] = [
  {
    ...{ id: 'tax-severance-10', name: { 'zh-CN': '解除劳动合同一次性补偿金', en: 'Severance' } },
    ...{ format: 'xlsx', sheet: '解除劳动合同一次性补偿金' },
    columns: [
      ...ID,
      column('*一次性补偿收入', ({ severance }) => amount(severance)),
      column('免税收入', ({ severanceExempt }) => someAmount(severanceExempt)),
      ...empty('其他', '准予扣除的捐赠额', '减免税额', '备注'),
    ],
    total: ({ severance }) => severance,
    totalTitle: '*一次性补偿收入',
    since: '2026-01-01' as Day,
    source: {
      'zh-CN': '公开程序中的扣缴端“解除劳动合同一次性补偿金”导入表头（10 栏，待核实）；表头以你的扣缴端为准',
      en: 'Import heads of the tax client for severance, from a published program (10 columns, to be confirmed); the heads of your client decide',
    },
  },
];

/** What the client needs to know of a person before it takes wages; 51 columns. */
export const PEOPLE_TEMPLATE: FileTemplate<PaidPerson> = {
  ...{
    id: 'tax-people-51',
    name: { 'zh-CN': '人员信息采集', en: 'People' },
    format: 'xlsx',
    sheet: '人员信息',
  },
  columns: [
    ...ID,
    column('*国籍(地区)', ({ nationality }) => text(nationality)),
    column('*性别', ({ sex }) => text(sex)),
    column('*出生日期', ({ bornOn }) => text(bornOn ?? '')),
    ...empty('是否高级专家'),
    column('*任职受雇从业类型', () => text('雇员')),
    ...empty('其他情况说明', '入职年度就业情形'),
    column('手机号码', ({ phone }) => text(phone)),
    column('任职受雇从业日期', ({ hiredOn }) => text(hiredOn)),
    column('离职日期', ({ leftOn }) => text(leftOn ?? '')),
    ...empty('是否离职后补发工资', '实际补发工资的月份'),
    ...['是否残疾', '是否烈属', '是否孤老'].map((title) => column<PaidPerson>(title, () => text('否'))),
    ...empty('残疾证件类型', '残疾证号', '烈属证号'),
    column('是否扣除减除费用', () => text('是')),
    ...empty('个人投资额', '个人投资比例(%)', '备注', '中文名', '涉税事由', '出生国家(地区)'),
    ...empty('首次入境时间', '预计离境时间', '其他证件类型', '其他证件号码'),
    ...empty('户籍所在地（省）', '户籍所在地（市）', '户籍所在地（区县）', '户籍所在地（详细地址）'),
    ...empty('经常居住地（省）', '经常居住地（市）', '经常居住地（区县）', '经常居住地（详细地址）'),
    ...empty('联系地址（省）', '联系地址（市）', '联系地址（区县）', '联系地址（详细地址）'),
    ...empty('电子邮箱', '学历', '开户银行', '银行账号', '开户行省份', '职务'),
  ],
  total: () => 0 as Fen,
  totalTitle: null,
  since: '2025-07-01' as Day,
  source: {
    'zh-CN': '自然人电子税务局扣缴端“人员信息采集”模板（51 栏）',
    en: 'Template of the tax client for data of people (51 columns)',
  },
};
