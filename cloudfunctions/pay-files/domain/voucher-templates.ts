import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { column, type FileTemplate, someAmount, text } from './template';
import type { VoucherKind, VoucherLine } from './voucher';

/** Vouchers of a run are numbered, so that a later export of it replaces them instead of booking twice. */
const NUMBER: Readonly<Record<VoucherKind, string>> = { accrual: '1', employer: '2', payment: '3' };
const numberOf = ({ voucher }: VoucherLine, batch: string): string => `${batch}-${NUMBER[voucher]}`;
const total = ({ debit }: VoucherLine): Fen => debit;

/** Layouts of accounting software. Lines of one voucher are adjacent, as it asks. */
export const VOUCHER_TEMPLATES: readonly FileTemplate<VoucherLine>[] = [
  {
    ...{
      id: 'voucher-24',
      name: { 'zh-CN': '金蝶式（24 栏）', en: 'Kingdee style (24 columns)' },
      format: 'xlsx',
    },
    ...{ sheet: '凭证', total, totalTitle: '借方金额', since: '2026-01-01' as Day },
    columns: [
      column('日期', (_, { paidOn }) => text(paidOn)),
      column('凭证字', () => text('记')),
      column('凭证号', (line, { batch }) => text(numberOf(line, batch))),
      column('附件数', () => text('0')),
      column('分录序号', ({ place }) => text(String(place))),
      column('摘要', ({ summary }) => text(summary)),
      column('科目代码', ({ account }) => text(account.code)),
      column('科目名称', ({ account }) => text(account.name)),
      column('借方金额', ({ debit }) => someAmount(debit)),
      column('贷方金额', ({ credit }) => someAmount(credit)),
      ...['客户', '供应商', '职员', '项目'].map((title) => column<VoucherLine>(title)),
      column('部门', ({ costCentre }) => text(costCentre?.name['zh-CN'] ?? '')),
      ...['存货', '是否限定', '自定义辅助核算类别', '自定义辅助核算编码', '数量', '单价'].map((title) =>
        column<VoucherLine>(title),
      ),
      column('原币金额', ({ debit, credit }) => someAmount((debit || credit) as Fen)),
      column('币别', () => text('RMB')),
      column('汇率', () => text('1')),
    ],
    source: {
      'zh-CN': '公开程序中的金蝶云会计导入表头；产品和版本以你的软件为准',
      en: 'Import heads of Kingdee cloud accounting, from a published program; your product and version decide',
    },
  },
  {
    ...{
      id: 'voucher-u8',
      name: { 'zh-CN': '用友 U8 文本式（8 栏）', en: 'Yonyou U8 style (8 columns)' },
      format: 'csv',
    },
    ...{ sheet: '凭证', total, totalTitle: '金额借方', since: '2026-01-01' as Day },
    columns: [
      column('制单日期', (_, { paidOn }) => text(paidOn)),
      column('凭证类别字', () => text('记')),
      column('业务(凭证)号', (line, { batch }) => text(numberOf(line, batch).slice(0, 30))),
      column('附单据数', () => text('0')),
      column('摘要', ({ summary }) => text(summary.slice(0, 60))),
      column('科目编码', ({ account }) => text(account.code)),
      column('金额借方', ({ debit }) => ({ fen: debit })),
      column('金额贷方', ({ credit }) => ({ fen: credit })),
    ],
    source: {
      'zh-CN': '用友 U8 凭证文本导入说明（100ksw.com/jsj/yynl/3/228066.shtml）',
      en: 'Guide to importing vouchers as text into Yonyou U8 (100ksw.com/jsj/yynl/3/228066.shtml)',
    },
  },
];
