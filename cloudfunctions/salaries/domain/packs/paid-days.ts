import type { Day } from '#contracts/common';
import type { PayRule } from '#contracts/pay';
import { ratio } from '../../../shared/figures/ratio';

/** (365 - 104) / 12: statutory days are paid, days of rest are not. */
export const PAID_DAYS = ratio(2_175, 100);

const SOURCE = '人社部发〔2025〕2号';
const URL = 'https://www.mohrss.gov.cn/SYrlzyhshbzb/laodongguanxi_/zcwj/202501/t20250101_533693.html';

export const PAID_DAYS_RULE: PayRule = {
  id: 'cn.paid-days',
  from: '2025-01-01' as Day,
  until: null,
  source: SOURCE,
  url: URL,
};

/** Percent of the usual pay, hours a day and hours a month at most. */
export const OVERTIME_RULE: PayRule = {
  id: 'cn.overtime',
  from: '1995-01-01' as Day,
  until: null,
  source: '劳动法 36、41、44 条',
};

/** Unused annual leave at 300 %, 100 % of it in the usual pay. */
export const UNUSED_LEAVE_RULE: PayRule = {
  id: 'cn.annual-leave.unused',
  from: '2008-09-18' as Day,
  until: null,
  source: '企业职工带薪年休假实施办法 10、12 条',
};
