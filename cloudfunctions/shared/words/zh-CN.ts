import { commonZh } from '../../../miniprogram/common/words/zh-CN';

/** What the server writes itself: the common words, and states of subscribe messages (at most five characters). */
export const zhCN = {
  ...commonZh,
  console: '云控制台',
  reports: {
    titles: {
      'attendance-month': '考勤月报',
      'attendance-days': '考勤明细',
      'attendance-flags': '打卡核实',
      'leave-balances': '假期余额',
      'leave-ledger': '假期台账',
      receipts: '报销票据',
      requests: '申请记录',
    },
    title: '{{company}} {{name}} {{month}}',
    file: '{{name}}_{{month}}_{{company}}',
    locked: '已锁定',
    open: '未锁定',
    note: '{{month}} {{state}}，{{by}} 制作于 {{at}}',
    system: '系统',
    total: '合计',
    units: { day: '天', hour: '小时' },
    yes: '是',
  },
  messages: {
    request: {
      waiting: '待审批',
      urged: '催办',
      escalated: '转交审批',
      approved: '已同意',
      rejected: '已拒绝',
      returned: '已退回',
      cc: '抄送',
      cancelled: '已撤销',
      recounted: '重新计算',
    },
    change: { open: '待人事处理' },
    person: { changed: '任职有变动', 'office-bound': '已绑定微信' },
    data: { faults: '有数据待修' },
    own: { shift: '班次有变动', site: '地点有变动', calendar: '日历有变动' },
    handover: { assigned: '工作交接' },
    'comp-time': { expiring: '调休将到期' },
    attendance: { flagged: '考勤待核实' },
    picture: {
      'hidden-own': '图片已隐藏',
      'hidden-unused': '图片已隐藏',
      hidden: '图片已隐藏',
      unchecked: '图片未检查',
    },
    month: { 'unlock-asked': '待确认解锁', 'unlock-refused': '未同意解锁', unlocked: '月度已解锁' },
  },
};
