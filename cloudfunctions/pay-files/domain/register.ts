import type { Day, Language, LocalText } from '#contracts/common';
import { fundOf, grossOf, insuranceOf, nameIn, type PaidPerson, taxOf } from './paid-person';
import { amount, column, type FileCell, type FileTemplate, someAmount, text } from './template';

type Value = (person: PaidPerson, language: Language) => FileCell;

const TEXTS: readonly (readonly [LocalText, Value])[] = [
  [{ 'zh-CN': '工号', en: 'Employee' }, ({ employeeId }) => text(employeeId)],
  [{ 'zh-CN': '姓名', en: 'Name' }, (person, language) => text(nameIn(person, language))],
  [{ 'zh-CN': '成本中心', en: 'Cost centre' }, ({ costCentre }, language) => text(costCentre.name[language])],
];
const AMOUNTS: readonly (readonly [LocalText, Value])[] = [
  [{ 'zh-CN': '应发', en: 'Gross' }, (person) => amount(grossOf(person))],
  [{ 'zh-CN': '其中免税', en: 'Of it not taxed' }, ({ exempt }) => someAmount(exempt)],
  [{ 'zh-CN': '其中全年奖', en: 'Of it annual bonus' }, ({ bonus }) => someAmount(bonus)],
  [{ 'zh-CN': '其中离职补偿', en: 'Of it severance' }, ({ severance }) => someAmount(severance)],
  [{ 'zh-CN': '社保（个人）', en: 'Insurance (own)' }, ({ employee }) => someAmount(insuranceOf(employee))],
  [{ 'zh-CN': '公积金（个人）', en: 'Fund (own)' }, ({ employee }) => someAmount(fundOf(employee))],
  [{ 'zh-CN': '个人所得税', en: 'Income tax' }, (person) => someAmount(taxOf(person))],
  [{ 'zh-CN': '其他扣款', en: 'Other deductions' }, ({ otherDeductions }) => someAmount(otherDeductions)],
  [{ 'zh-CN': '扣还以前月份', en: 'Paid back' }, ({ repaid }) => someAmount(repaid)],
  [{ 'zh-CN': '结转下月', en: 'Carried over' }, ({ carried }) => someAmount(carried)],
  [{ 'zh-CN': '实发', en: 'Net' }, ({ net }) => amount(net)],
  [
    { 'zh-CN': '社保（公司）', en: 'Insurance (company)' },
    ({ employer }) => someAmount(insuranceOf(employer)),
  ],
  [{ 'zh-CN': '公积金（公司）', en: 'Fund (company)' }, ({ employer }) => someAmount(fundOf(employer))],
  [{ 'zh-CN': '公司其他', en: 'Other (company)' }, ({ employerItems }) => someAmount(employerItems)],
];

/** The payroll register, for signing and for the archive. */
export const registerTemplate = (language: Language): FileTemplate<PaidPerson> => ({
  ...{ id: 'register', name: { 'zh-CN': '工资表', en: 'Payroll register' }, format: 'xlsx' },
  sheet: language === 'en' ? 'Payroll' : '工资表',
  columns: [...TEXTS, ...AMOUNTS].map(([title, value]) =>
    column(title[language], (person) => value(person, language)),
  ),
  sums: {
    title: language === 'en' ? 'Total of this file' : '本表合计',
    columns: AMOUNTS.map(([title]) => title[language]),
  },
  total: ({ net }) => net,
  totalTitle: language === 'en' ? 'Net' : '实发',
  since: '2026-01-01' as Day,
  source: { 'zh-CN': '同心人事', en: 'Tongxin HR' },
});
