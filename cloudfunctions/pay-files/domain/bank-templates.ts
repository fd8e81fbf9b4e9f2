import type { Day } from '#contracts/common';
import type { PaidPerson } from './paid-person';
import { amount, column, type FileTemplate, text } from './template';

/** The amount column is the one that the bank pays by. */
const NET = {
  total: ({ net }: PaidPerson) => net,
  totalTitle: '金额',
  since: '2026-01-01' as Day,
} as const;
const number = column<PaidPerson>('账号', ({ account }) => text(account?.number ?? ''));
const holder = column<PaidPerson>('户名', ({ name }) => text(name));
const pay = column<PaidPerson>('金额', ({ net }) => amount(net));

/** Layouts of banks. Columns in which we have nothing stay, because banks go by their place. */
export const BANK_TEMPLATES: readonly FileTemplate<PaidPerson>[] = [
  {
    ...{
      id: 'cmb',
      name: { 'zh-CN': '招商银行（本行卡）', en: 'CMB (own cards)' },
      format: 'xlsx',
      sheet: '代发工资',
    },
    ...{ columns: [number, holder, pay], ...NET },
    source: {
      'zh-CN': '招商银行网上企业银行“代发工资”说明（market.cmbchina.com）',
      en: 'China Merchants Bank, guide to paying wages online (market.cmbchina.com)',
    },
  },
  {
    ...{ id: 'cmb-other', name: { 'zh-CN': '招商银行（跨行）', en: 'CMB (other banks)' }, format: 'xlsx' },
    ...{ sheet: '代发工资', ...NET },
    columns: [
      ...[number, holder, pay],
      column('开户行', ({ account }) => text(account?.bank ?? '')),
      column('开户地区', ({ account }) => text(account?.place ?? '')),
    ],
    source: {
      'zh-CN': '招商银行网上企业银行“代发工资”说明（market.cmbchina.com）；跨行代发要先签协议',
      en: 'China Merchants Bank, guide to paying wages online (market.cmbchina.com); other banks need a contract first',
    },
  },
  {
    ...{
      id: 'icbc',
      name: { 'zh-CN': '工商银行（19 栏）', en: 'ICBC (19 columns)' },
      format: 'xlsx',
      sheet: '批量代发',
      ...NET,
    },
    columns: [
      column('序号', (_, __, place) => text(String(place))),
      column('币种', () => text('人民币')),
      column('金额', ({ net }) => amount(net)),
      column('收款人账号', ({ account }) => text(account?.number ?? '')),
      column('收款人名称', ({ name }) => text(name)),
      column('收款账号开户行名称', ({ account }) => text(account?.bank ?? '')),
      column('收款省份/收款银行', ({ account }) => text(account?.place ?? '')),
      column('收款地市'),
      column('地区代码'),
      column('付款账号开户行名称', (_, { payer }) => text(payer.bank)),
      column('付款人账号/卡号', (_, { payer }) => text(payer.account)),
      column('付款人名称/卡名称', (_, { payer }) => text(payer.name)),
      column('汇款用途', (_, { purpose }) => text(purpose)),
      column('备注', (_, { batch }) => text(batch)),
      column('预约付款日期', (_, { paidOn }) => text(paidOn)),
      column('汇款方式'),
      column('收款账户短信通知手机号码'),
      column('自定义序号', ({ employeeId }) => text(employeeId)),
      column('协议编号'),
    ],
    source: {
      'zh-CN': '工商银行企业网上银行批量模板（两处公开的程序）；以网银下载的模板为准',
      en: 'Batch template of ICBC corporate banking, as two published programs write it; the template that your bank offers decides',
    },
  },
  {
    ...{
      id: 'bank-csv',
      name: { 'zh-CN': '通用代发表（CSV）', en: 'Any bank (CSV)' },
      format: 'csv',
      sheet: '代发',
      ...NET,
    },
    columns: [
      column('序号', (_, __, place) => text(String(place))),
      column('工号', ({ employeeId }) => text(employeeId)),
      ...[holder, number],
      column('开户行', ({ account }) => text(account?.bank ?? '')),
      pay,
      column('用途', (_, { purpose }) => text(purpose)),
      column('批次号', (_, { batch }) => text(batch)),
    ],
    source: {
      'zh-CN': '通用格式',
      en: 'A general layout',
    },
  },
];
