import { CONSOLE_SECRET } from '../../demo/function-variables';
import type { RunAs } from './console-api';

/** An example event. `{today}` and `{month}` are replaced by the cloud's date in China. */
export interface Example {
  readonly name: { readonly zh: string; readonly en: string };
  readonly event: object;
  readonly as: RunAs;
  /** Employee id or openid of the demo company. */
  readonly who?: string;
}

const of = (zh: string, en: string, action: string, input: object, as: RunAs, who = ''): Example => ({
  name: { zh, en },
  event: { action, input },
  as,
  ...(who && { who }),
});

const byEmployee = (who: string, zh: string, en: string, action: string, input: object = {}): Example =>
  of(zh, en, action, input, 'employee', who);
/** With the demo company's secret, which the console must send. */
const byConsole = (zh: string, en: string, action: string, input: object): Example => ({
  name: { zh, en },
  event: { action, input, secret: CONSOLE_SECRET },
  as: 'console',
});

const STAFF = 'E0012';
const MANAGER = 'E0009';
const HR = 'E0046';
const ADMIN = 'E0004';
const PAYROLL = 'E0006';

const TRIP = {
  typeId: 'trip',
  values: { period: { unit: 'day', from: '{today}', to: '{today}' }, place: '苏州', reason: '拜访客户' },
};

/** Examples by function: what HR runs from the console, and calls that show a developer how a feature answers. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  appraisal: [
    byEmployee(STAFF, 'E0012 看到的考核周期', 'Cycles of appraisal that E0012 sees', 'openCycles'),
    byEmployee(HR, '考核周期', 'Cycles of appraisal', 'cycles'),
    byEmployee(STAFF, 'E0012 收到的反馈', 'Feedback for E0012', 'feedback', { scope: 'received' }),
    byEmployee(STAFF, 'E0012 团队的表扬', 'Praise in the team of E0012', 'feedback', { scope: 'wall' }),
  ],
  attendance: [
    byEmployee(STAFF, 'E0012 的今天', 'Today of E0012', 'today'),
    byEmployee(STAFF, 'E0012 的本月', 'This month of E0012', 'month', { month: '{month}' }),
    byEmployee(STAFF, 'E0012 被标记的打卡', 'Flagged punches of E0012', 'ownFlags', { month: '{month}' }),
    byEmployee(MANAGER, '团队今天', 'A team today', 'teamToday'),
    byEmployee(HR, '待核实的打卡', 'Punches to review', 'flags', { state: 'open' }),
    byEmployee(HR, '打卡地点', 'Places to punch', 'sites'),
    byConsole('本月结算到哪里', 'How far this month is settled', 'settlement', { month: '{month}' }),
  ],
  goals: [
    byEmployee(STAFF, 'E0012 的目标', 'Goals of E0012', 'home'),
    byEmployee(STAFF, '公司的目标', 'Goals of the company', 'tree', { cycleId: '{month}' }),
    byEmployee(STAFF, '可以承接的目标', 'What goals can be aligned to', 'alignable', {
      ...{ cycleId: '{month}', owner: { kind: 'person', id: STAFF } },
    }),
    byEmployee(MANAGER, '团队的进度', 'How far a team is', 'team', { cycleId: '{month}' }),
    byEmployee(MANAGER, '团队今天的日报', "A team's reports of today", 'teamDay', {
      ...{ cycleId: '{month}', day: '{today}' },
    }),
    byEmployee(HR, '开启本月的周期', 'Open the cycle of this month', 'saveCycle', {
      ...{ kind: 'month', from: '{today}' },
    }),
  ],
  integration: [byConsole('可以写入数据的系统', 'Systems that may send figures', 'listClients', {})],
  notices: [
    byEmployee(STAFF, 'E0012 的消息', 'Messages of E0012', 'inbox'),
    byEmployee(STAFF, '全部读过', 'Everything is read', 'markRead', { until: 1 }),
    byEmployee(STAFF, '订阅消息的模板', 'Templates of subscribe messages', 'templates'),
  ],
  payroll: [
    byEmployee(STAFF, 'E0012 看工资要怎么验证', 'How E0012 opens their pay', 'secondCheck'),
    byEmployee(PAYROLL, '上海的参保规则', 'Insurance rules of Shanghai', 'insuranceProfile', {
      city: 'shanghai',
    }),
    byEmployee(PAYROLL, '本月的工资', 'Pay of this month', 'payMonth', { month: '{month}' }),
    byEmployee(PAYROLL, '薪酬项目', 'Pay items', 'payItems'),
    byConsole('一个月的文件', 'Files of a month', 'payFiles', { month: '{month}' }),
  ],
  people: [
    byConsole('生成邀请码', 'Make an invite code', 'createInvite', { employeeId: 'E0060' }),
    byEmployee(STAFF, 'E0012 的资料', 'Profile of E0012', 'me'),
    byEmployee(STAFF, '找人', 'Find somebody', 'find', { text: '示例' }),
    byEmployee(HR, '部门', 'Departments', 'departments'),
    of('未绑定的微信用户', 'A WeChat user who is not bound', 'me', {}, 'openid', 'demo_openid_stranger'),
  ],
  reports: [
    byConsole('已导出的报表', 'Reports that were made', 'list', {}),
    byConsole('导出本月的考勤明细', 'Export the days of this month', 'export', {
      ...{ kind: 'attendance-days', month: '{month}', format: 'csv', language: 'zh-CN' },
    }),
  ],
  requests: [
    byEmployee(STAFF, '可以申请什么', 'What can be asked for', 'start'),
    byEmployee(STAFF, '出差：提交后会怎样', 'A trip: what it would do', 'preview', TRIP),
    byEmployee(STAFF, '提交出差', 'Send a trip', 'submit', {
      ...{ key: 'console-example-trip-{today}', version: 1, ...TRIP },
    }),
    byEmployee(STAFF, 'E0012 发起的申请', 'Requests of E0012', 'mine'),
    byEmployee(STAFF, 'E0012 的假期余额', 'Leave of E0012', 'balances'),
    byEmployee(MANAGER, '等 E0009 处理的申请', 'What waits for E0009', 'pending'),
    byEmployee(PAYROLL, '待付款的报销', 'Expenses to be paid', 'payments'),
    byEmployee(PAYROLL, '已付款的报销', 'Expenses that are paid', 'payments', { paid: true }),
    byEmployee(HR, '离职交接', 'Handover of leavers', 'handover'),
    byEmployee(HR, '假期类型', 'Leave types', 'leaveTypes'),
    byEmployee(HR, '公司规则', 'Company rules', 'companyRules'),
    byEmployee(ADMIN, '申请类型', 'Request types', 'listTypes'),
    byEmployee(ADMIN, '请假的表单和流程', 'Form and flow of leave', 'requestType', { id: 'leave' }),
  ],
  schedule: [
    byEmployee(HR, '班次', 'Shifts', 'shifts'),
    byEmployee(HR, '一个部门的排班', 'The roster of a department', 'roster', {
      ...{ departmentId: 'D21', month: '{month}' },
    }),
    byEmployee(HR, '2026 年的日历', 'The calendar of 2026', 'calendar', { year: '2026' }),
  ],
};
