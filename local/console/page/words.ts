const ZH = {
  title: '云控制台',
  local: '本机',
  banner: '这是这台电脑上的本地云，与微信云开发无关。数据在',
  refresh: '刷新',
  language: '语言',
  database: '数据库',
  functions: '云函数',
  storage: '云存储',
  timers: '定时器',
  messages: '订阅消息',
  filter: '查询条件（扩展 JSON）',
  sort: '排序',
  query: '查询',
  exportJson: '导出 JSON',
  exportCsv: '导出 CSV',
  copy: '复制',
  copied: '已复制',
  nothing: '没有内容',
  previous: '上一页',
  next: '下一页',
  more: '展开',
  config: '超时 {timeout} 秒 · 内存 {memory} MB',
  timer: '定时器',
  push: '消息推送',
  noTimer: '没有定时器',
  examples: '示例',
  event: '事件（JSON）',
  runAs: '身份',
  console: '控制台',
  employee: '员工',
  openid: '微信用户',
  employeeId: '工号',
  now: '当作此刻（中国时间，可不填）',
  run: '运行',
  running: '运行中',
  saveExample: '存为示例',
  exampleName: '示例名称',
  remove: '删除',
  succeeded: '成功',
  failed: '失败',
  logs: '日志',
  warnings: '提醒',
  costs: '{ms} 毫秒 · 数据库 {database} 次 · 扫描 {scanned} 条 · 返回 {returned} 条 · 收发 {bytes}',
  recentRuns: '最近的调用',
  function: '云函数',
  as: '身份',
  at: '时间',
  status: '结果',
  prefix: '路径开头',
  path: '路径',
  size: '大小',
  modified: '修改时间',
  download: '下载',
  nextDue: '下次运行',
  lastRun: '上次运行',
  never: '尚未运行',
  runNow: '立即运行',
  to: '接收人',
  template: '模板',
  data: '内容',
  page: '页面',
  sentBy: '发送者',
  total: '共 {total} 条，用时 {ms} 毫秒',
  lockedTitle: '需要带令牌的网址',
  locked: '请打开终端里 npm start 打印的云控制台网址，或预览页面上的“云控制台”链接。每次启动后，旧网址失效。',
  unreachable: '本地云没有应答。npm start 还在运行吗？',
  'error.INVALID_PARAM': '填写有误',
  'error.DATABASE_INVALID_OPERRATOR': '查询写法不对或不支持',
  'error.EXCEED_MAX_PAYLOAD_SIZE': '内容太多',
  'error.STORAGE_FILE_NONEXIST': '文件已不在',
};

export type Word = keyof typeof ZH;

const EN: Readonly<Record<Word, string>> = {
  title: 'Cloud console',
  local: 'This machine',
  banner: 'This is the local cloud of this machine, not the one of WeChat. Its data lies in',
  refresh: 'Refresh',
  language: 'Language',
  database: 'Database',
  functions: 'Functions',
  storage: 'Storage',
  timers: 'Timers',
  messages: 'Messages',
  filter: 'Filter (extended JSON)',
  sort: 'Sort',
  query: 'Find',
  exportJson: 'Export JSON',
  exportCsv: 'Export CSV',
  copy: 'Copy',
  copied: 'Copied',
  nothing: 'Nothing here',
  previous: 'Previous',
  next: 'Next',
  more: 'Show all of it',
  config: 'Timeout {timeout} s · memory {memory} MB',
  timer: 'Timer',
  push: 'Pushed to',
  noTimer: 'no timer',
  examples: 'Examples',
  event: 'Event (JSON)',
  runAs: 'Run as',
  console: 'Console',
  employee: 'Employee',
  openid: 'WeChat user',
  employeeId: 'Employee id',
  now: 'As if it were (China time, optional)',
  run: 'Run',
  running: 'Running',
  saveExample: 'Keep as example',
  exampleName: 'Name of the example',
  remove: 'Remove',
  succeeded: 'Succeeded',
  failed: 'Failed',
  logs: 'Logs',
  warnings: 'Warnings',
  costs: '{ms} ms · database {database} · scanned {scanned} · returned {returned} · {bytes} transferred',
  recentRuns: 'Recent calls',
  function: 'Function',
  as: 'As',
  at: 'Time',
  status: 'Outcome',
  prefix: 'Path begins with',
  path: 'Path',
  size: 'Size',
  modified: 'Modified',
  download: 'Download',
  nextDue: 'Next run',
  lastRun: 'Last run',
  never: 'Not yet',
  runNow: 'Run now',
  to: 'To',
  template: 'Template',
  data: 'Content',
  page: 'Page',
  sentBy: 'Sent by',
  total: '{total} found in {ms} ms',
  lockedTitle: 'The address with its token is needed',
  locked:
    'Open the address of the cloud console that npm start printed in the terminal, or the link "Cloud console" of the preview. An address is good until the cloud is started again.',
  unreachable: 'The local cloud does not answer. Is npm start still running?',
  'error.INVALID_PARAM': 'Something was filled in wrongly',
  'error.DATABASE_INVALID_OPERRATOR': 'The query is wrong or not supported',
  'error.EXCEED_MAX_PAYLOAD_SIZE': 'That is too much at once',
  'error.STORAGE_FILE_NONEXIST': 'The file is gone',
};

export type Language = 'zh' | 'en';

const LANGUAGE_KEY = 'console.language';

export function language(): Language {
  const chosen = localStorage.getItem(LANGUAGE_KEY);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function chooseLanguage(chosen: string): void {
  localStorage.setItem(LANGUAGE_KEY, chosen);
}

/** The text in the current language; `{name}` is replaced. */
export function t(name: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text = (language() === 'zh' ? ZH : EN)[name];
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

/** The explanation of an error code; empty if there is none. */
export function errorWord(code: string): string {
  const name = `error.${code}`;
  return Object.hasOwn(ZH, name) ? t(name as Word) : '';
}
