import { errorText } from '../../../../miniprogram/locales/error-text';
import { wordsIn } from '../../../../miniprogram/locales/words';
import { zhCN } from '../../../../miniprogram/locales/zh-CN';
import type { AnyErrorCode, ErrorFacts } from '../../../../miniprogram/services/client-error';
import { at } from '../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const failure = (code: AnyErrorCode, data: ErrorFacts = {}) => ({ code, data, requestId: 'r-12ab' });

/** The data of the contract for every error that has some. */
const DATA: Partial<Record<AnyErrorCode, ErrorFacts>> = {
  EVENT_TOO_LARGE: { bytes: 200_000, limit: 102_400 },
  ACTION_UNKNOWN: { action: 'x' },
  INPUT_INVALID: { path: 'objective.keyResults.1.weight', rule: 'number' },
  NOT_FOUND: { what: 'shift' },
  RUNTIME_TOO_OLD: { function: 'people', needed: '18.15.0', found: '16.13.2' },
  TIME_LIMIT_TOO_SHORT: { function: 'people', needed: 20, found: 3 },
  REPORT_UNVERIFIED: { name: '考勤月报_2026-11_公司.xlsx' },
  INVITE_INVALID: { left: 3 },
  PASS_WRONG: { left: 3 },
  PASS_LOCKED: { retryAt: at('10:30') },
  JOBS_FAILED: { jobs: 'escalateDue,leave-ledger' },
  RECORD_FAULTY: { collection: 'employees', document: 'E1', field: 'assignments' },
  RATE_LIMITED: { rule: 'calls', retryAt: at('10:30') },
  BIND_LIMIT: { retryAt: at('10:30') },
  OUTSIDE_FENCE: { siteZh: '上海总部', siteEn: 'Shanghai HQ', distance: 1060.4, beyond: 859.2 },
  LOCATION_IMPRECISE: { accuracy: 901.7, max: 200 },
  CLOCK_AHEAD: { aheadSeconds: 75 },
  PUNCH_TOO_LATE: { day: '2026-11-22', tappedAt: at('18:02', '2026-11-22') },
  PUNCH_LIMIT: { max: 20 },
  MONTH_OUT_OF_RANGE: { from: '2026-09', to: '2026-11' },
  QUEUE_FULL: { max: 20 },
  PLAN_INVALID: { path: 'answersUntil', rule: 'past' },
  BOARDS_OPEN: { count: 2 },
  SCHEME_INVALID: { path: 'parts', rule: 'shares-not-100', sum: 90 },
  SCORE_INPUT_INVALID: { path: 'parts.0.goals', rule: 'weights-not-100' },
  GRADES_OVER_QUOTA: { grade: 'A', count: 5, most: 4 },
  APPEAL_TOO_LATE: { lastDay: '2026-12-04' },
  BONUS_RULE_INVALID: { path: 'rules.1.from', rule: 'overlaps' },
  BONUS_RULES_PAID: { months: '2026-09,2026-10' },
  BONUS_SEPARATE_USED: { day: '2026-01-15' },
  LOCAL_AVERAGE_MISSING: { year: 2025 },
  ALLOWANCE_REFUSED: { rule: 'months' },
  DEDUCTION_REFUSED: { rule: 'longer' },
  CARRY_IN_INVALID: { path: 'draft.carryIn.from', rule: 'year' },
  DEDUCTION_INVALID: { path: 'detail.born', rule: 'too-early', month: '2026-09' },
  PAY_RULE_ENDED: { id: 'cn.tax.bonus', source: '公告2023年第30号', until: '2027-12-31' },
  PAY_RULE_MISSING: { id: 'cn.tax.wages', from: '2019-01-01' },
  INSURANCE_INVALID: { path: 'limits.0.cap', rule: 'below-floor' },
  BASES_INVALID: { line: 3, employeeId: 'E0007', rule: 'unknown' },
  BASE_INVALID: { field: 'pension', rule: 'negative' },
  RATE_NOT_IN_STEPS: { kind: 'fund', percent: 6.5, step: 1 },
  RATE_OUT_OF_RANGE: { kind: 'fund', percent: 13, least: 5, most: 12 },
  MONTH_LOCKED: { month: '2026-10' },
  MONTH_NOT_OVER: { month: '2026-11' },
  FORM_INVALID: { field: 'reason', rule: 'required' },
  LEAVE_BALANCE_SHORT: { wanted: 1_440, left: 720 },
  LEAVE_TOO_LONG: { minutes: 9_600, limit: 7_200, per: 'request' },
  PERIOD_OVERLAPS: {
    requestId: 'r',
    from: at('09:00'),
    to: at('18:00'),
    nameZh: '年休假',
    nameEn: 'Annual leave',
  },
  BLOCKED_DAY: { day: '2026-12-31', nameZh: '年终盘点', nameEn: 'Stocktaking' },
  OVERTIME_LIMIT: { minutes: 240, limit: 180, per: 'day' },
  CORRECTION_QUOTA: { used: 3, limit: 3 },
  CORRECTION_TOO_LATE: { day: '2026-11-02', lastDay: '2026-11-09' },
  CORRECTION_NOT_NEEDED: { day: '2026-11-20' },
  RECEIPT_DUPLICATE: { line: 2, where: 'before' },
  EXPENSE_PAID: { paidAt: at('10:00') },
  URGE_TOO_SOON: { nextAt: at('15:30') },
  HANDOVER_OPEN: { open: 2 },
  SITE_CODE_INVALID: { reason: 'expired' },
  SIGNATURE_EXPIRED: { seconds: 301, limit: 300 },
  OUT_OF_SCOPE: { line: 3 },
  VALUE_IN_FUTURE: { line: 3 },
  KEY_LIMIT: { max: 2 },
  CLIENT_LIMIT: { max: 100 },
  WEIGHTS_NOT_WHOLE: { field: 'objectives', sum: 90 },
  ALIGNMENT_LOOP: { chain: '季度业绩 → 团队业绩 → 季度业绩' },
  PAY_FORMULA_INVALID: { item: 'meals', rule: 'unknown-name', position: 7, text: 'wagee' },
  PAY_FORMULA_FAILED: { item: 'meals', rule: 'division', position: 6 },
  PAY_ITEM_LOOP: { chain: '餐补 → 岗位津贴 → 餐补' },
  PAY_ITEM_INVALID: { item: 'wage', rule: 'reserved' },
  SALARY_INVALID: { line: 2, employeeId: 'E0012', field: 'wage', rule: 'out-of-range', day: '' },
  PAY_RUN_REFUSED: { rule: 'stale', month: '2026-10' },
  ONE_OFF_REFUSED: { rule: 'no-grade' },
  PAY_FILE_REFUSED: { rule: 'not-locked', month: '2026-10' },
  PAY_FILE_ACCOUNTS: { count: 1, at: Date.parse('2026-11-10T10:30:00+08:00') },
  PAY_FILE_EXPORTED: { by: '员工', at: Date.parse('2026-11-10T10:30:00+08:00'), count: 1 },
  PAY_FILE_UNBALANCED: { rule: 'money', file: 100, run: 200 },
  PAYEES_INVALID: { line: 2, employeeId: 'E0012', rule: 'id-number' },
  PROOF_LIMIT: { retryAt: Date.parse('2026-11-10T10:30:00+08:00') },
  PAY_DISPUTE_REFUSED: { rule: 'over' },
  ALIGNED_FULL: { max: 500 },
  CUSTOMERS_FULL: { most: 20 },
  REVIEW_EMPTY: { itemZh: '服务', itemEn: 'Service' },
  PEERS_INVALID: { rule: 'too-few', least: 3, most: 8 },
  GOALS_FULL: { what: 'objectives', max: 12 },
  OBJECTIVE_AGREED: { nameZh: '王华', nameEn: 'Wang Hua' },
  REVIEW_NOT_OPEN: { from: '2026-11-30', to: '2026-12-14' },
  REPORT_DAY_INVALID: { from: '2026-11-16', to: '2026-11-23' },
  BIOMETRIC_REQUIRED: { siteId: 'S-SH', siteZh: '上海总部', siteEn: 'Shanghai HQ' },
};

/** What one rule or another says too. */
const OF_RULES = { sum: 90, max: 60, grade: 'A', month: '2026-09', first: '2026-11-01' };

/** Every path that the functions name, by code. */
const PATHS: readonly (readonly [AnyErrorCode, string])[] = Object.entries({
  PLAN_INVALID:
    'to hiredUntil answersUntil departments departments.2 scheme.parts.0.scale threshold peers.least peers.most peersUntil confirmUntil questionnaires questionnaires.1.id questionnaires.jobs questionnaires.0.sections questionnaires.0.sections.1.id questionnaires.0.sections.0.items questionnaires.0.sections.0.weight questionnaires.0.items.3.id questionnaires.0.items.3.weight questionnaires.0.items.3.levels questionnaires.0.self questionnaires.0.manager questionnaires.0.peer questionnaires.0.report questionnaires.0.customer goalCycleId template shares people add.0 remove.1 deadline title scheme',
  SCHEME_INVALID:
    'parts parts.0.id parts.0.share parts.0.scale.least parts.0.scale.most curves curves.0.id curves.0.least curves.0.most curves.0.points curves.0.points.1.at curves.0.points.1.score curves.0.short decimals leastShare grades.grades grades.grades.0.opensPlan grades.grades.1.from grades.grades.1.share grades.enforcedFrom',
  SCORE_INPUT_INVALID:
    'parts.0.part parts.0.kind parts.0.goals parts.0.goals.1.score parts.0.goals.1.weight parts.0.goals.1.id parts.0.goals.1.keyResults parts.0.goals.1.keyResults.0.score parts.0.figures.0.curve parts.0.figures.0.actual parts.0.figures.0.target parts.0.sections.0.items.1.answers.mean',
  BONUS_RULE_INVALID:
    'rules rules.1.to rules.1.from rules.1.rates rules.1.rates.0.grade rules.1.rates.0.percent',
  CARRY_IN_INVALID:
    'draft.kind draft.bonusTaxedOn draft.carryIn.from draft.carryIn.until draft.pension.0.month draft.pension.0.amount',
  DEDUCTION_INVALID:
    'detail from until detail.born detail.enrolled detail.obtained detail.firstPaid detail.amount detail.size detail.kind',
  INSURANCE_INVALID:
    'choices.1.from limits.0.cap limits.0.until rates.0.kind rates.0.until averages.0.year averages.0.publishedOn averages.0.month',
  SALARY_INVALID: 'employeeId wage overtimeBase from reason',
  INPUT_INVALID: 'objective.keyResults.1.weight reason',
}).flatMap(([code, paths]) => paths.split(' ').map((path) => [code as AnyErrorCode, path] as const));

describe('errorText', () => {
  it('says what to do, with the figures', () => {
    const outside = failure('OUTSIDE_FENCE', DATA.OUTSIDE_FENCE);
    expect(errorText(outside, zh)).toBe('离上海总部还有 860 米，可改用外勤打卡');
    expect(errorText(outside, en)).toBe('860 m too far from Shanghai HQ. You can make a field punch instead');
    expect(errorText(failure('BIND_LIMIT', DATA.BIND_LIMIT), zh)).toBe('尝试次数太多，请在 10:30 后再试');
    expect(errorText(failure('INVITE_INVALID', { left: 1 }), en)).toContain('One try left');
    expect(errorText(failure('PUNCH_TOO_LATE', DATA.PUNCH_TOO_LATE), zh)).toBe(
      '11月22日 周日 18:02 的打卡送达时，11月22日 周日 的考勤已经结束，没有记上，请补卡',
    );
    expect(errorText(failure('MONTH_OUT_OF_RANGE', DATA.MONTH_OUT_OF_RANGE), en)).toBe(
      'Only Sep 2026 to Nov 2026 can be shown',
    );
    const bonus = { from: '2025-11', to: '2027-11', rule: 'bonus' };
    expect(errorText(failure('MONTH_OUT_OF_RANGE', bonus), en)).toContain('from Nov 2025 to Nov 2027');
    const average = { rule: 'average', least: 274_000, most: 5_000_000 };
    expect(errorText(failure('ONE_OFF_REFUSED', average), zh)).toBe(
      '当地月平均工资要在 ¥2,740.00 到 ¥50,000.00 之间',
    );
    const apart = { rule: 'settled-apart', month: '2026-10', count: 1, namesZh: '王华', namesEn: 'Wang Hua' };
    expect(errorText(failure('PAY_RUN_REFUSED', apart), en)).toContain(
      'A difference of Wang Hua was settled',
    );
    expect(errorText(failure('PAY_RUN_REFUSED', apart), zh)).toContain('王华的差额已经单独结清');
    const code = (reason: string) => errorText(failure('SITE_CODE_INVALID', { reason }), zh);
    expect(code('expired')).toBe('这个码已经过期。门口屏幕每 30 秒换一次码，请扫现在显示的码');
    expect(code('used')).toBe('这个码你已经用过。请等门口屏幕换一个新码再扫');
    expect(code('unknown')).toContain('不是你的打卡地点的码');
    expect(errorText(failure('INTERNAL'), zh)).toContain('r-12ab');
  });

  it('says it of the very rule, where there is a sentence for it', () => {
    expect(errorText(failure('PERIOD_INVALID', { rule: 'working-time' }), zh)).toBe(
      '这段时间里有你的上班时间，不算加班',
    );
    expect(errorText(failure('PERIOD_INVALID', { rule: 'not-a-day' }), zh)).toBe(zhCN.errors.PERIOD_INVALID);
    expect(errorText(failure('RECEIPT_DUPLICATE', { line: 2, where: 'here' }), en)).toBe(
      'The receipt of line 2 is there twice',
    );
    expect(errorText(failure('LEAVE_TOO_LONG', { limit: 4_800, per: 'year' }), zh)).toBe('一年最多请 10 天');
    expect(errorText(failure('PERIOD_OVERLAPS', DATA.PERIOD_OVERLAPS), zh)).toBe(
      '和你 11月23日 周一 的年休假时间重叠',
    );
  });

  it('names the field of an appeal or a plan that is not right', () => {
    const score = { rule: 'score', field: 'shown', most: 100, decimals: 1 };
    expect(errorText(failure('APPEAL_REFUSED', score), zh)).toBe('“分数”填 0 到 100，最多 1 位小数');
    const why = { rule: 'grade-reason', field: 'gradeReason', grade: 'A' };
    expect(errorText(failure('APPEAL_REFUSED', why), en)).toContain('By the scheme this score is A');
    const ofPlan = (rule: string, field: string) => errorText(failure('PLAN_REFUSED', { rule, field }), en);
    expect(ofPlan('figure', 'peers')).toContain('Check the figures of colleagues:');
    expect(ofPlan('days', 'after')).toContain('Check the figure after:');
    expect(ofPlan('no-metric', 'value')).toContain('Leave out the figure of the metric:');
  });

  it('names the field of an input in words, and no technical name', () => {
    const invalid = (path: string, words = zh) =>
      errorText(failure('INPUT_INVALID', { path, rule: 'x' }), words);
    expect(invalid('objective.keyResults.1.weight')).toBe(
      '填写的内容不符合要求（关键结果 2 · 权重），请检查后再试',
    );
    expect(invalid('objective.keyResults.1.weight', en)).toContain('(key result 2 · weight)');
    expect(invalid('reason', en)).toContain('(reason)');
    expect(invalid('scores.own-1')).toContain('（分数）');
    for (const path of ['toId', '', 'location.latitude', '0.x', 'toString'])
      expect(invalid(path)).toBe('填写的内容不符合要求（其中一项），请检查后再试');
  });

  it.each(PATHS)('%s: names %s in words, whatever the rule', (code, path) => {
    const rules = Object.keys((zhCN.errorRules as Record<string, object>)[code] ?? {});
    for (const rule of [...rules, 'x']) {
      const about = failure(code, { ...OF_RULES, ...DATA[code], path, field: path, rule });
      // Numbers of employees are no technical names.
      const [inChinese, inEnglish] = [errorText(about, zh), errorText(about, en).replaceAll('WeChat', '')];
      expect(inChinese.replace(/E\d{4}|¥|[XYZ]/g, '')).not.toMatch(/[a-z]{2}|\w\.[a-z]/i);
      expect(inEnglish).not.toMatch(/[a-z][A-Z]|\w\.\w*[a-z]/);
      expect(inChinese + inEnglish).not.toMatch(/其中一项|one of the entries|undefined|[{}]/);
    }
  });

  it('names what has a position, and the end of a path', () => {
    const about = (code: AnyErrorCode, path: string, rule: string) =>
      errorText(failure(code, { path, rule }), en);
    expect(about('BONUS_RULE_INVALID', 'rules.1.from', 'overlaps')).toContain('(rule 2 · first day)');
    expect(about('BONUS_RULE_INVALID', 'rules.1.rates.0.percent', 'out-of-range')).toContain(
      '(rule 2 · grade 1 · rate)',
    );
    expect(about('SCHEME_INVALID', 'grades.grades.1.from', 'not-descending')).toContain(
      '(grade 2 · lowest score)',
    );
    expect(about('SCHEME_INVALID', 'other.stranger', 'share')).toContain('(one of the entries)');
  });

  it('says it as the page calls it, where the page knows better', () => {
    const required = { field: 'f7', rule: 'required' };
    expect(errorText(failure('FORM_INVALID', { ...required, label: '第 1 行票据' }), zh)).toBe(
      '请填写第 1 行票据',
    );
    expect(errorText(failure('FORM_INVALID', required), zh)).toBe('请填写其中一项');
    const left = { line: 1, employeeId: 'E0012', field: 'from', rule: 'left', day: '2026-11-20' };
    expect(errorText(failure('SALARY_INVALID', left), zh)).toContain('11月20日');
  });

  it('has no sentence with the place of a field as the server names it', () => {
    expect(JSON.stringify([zhCN.errors, zhCN.errorRules])).not.toMatch(/\{\{(path|field)\}\}/);
  });

  it('says who may, where a role decides', () => {
    const forbidden = (roles: string) => failure('FORBIDDEN', { rule: 'role', roles });
    expect(errorText(forbidden('payroll'), zh)).toBe('这里只对薪酬开放');
    expect(errorText(forbidden('manager,hr,admin'), zh)).toBe('这里只对主管、人事和管理员开放');
    expect(errorText(forbidden('manager,hr,admin'), en)).toBe(
      'This is for managers, HR and administrators only',
    );
    expect(errorText(failure('FORBIDDEN'), zh)).toBe('你没有这项权限');
  });

  it.each(Object.keys(zhCN.errors) as AnyErrorCode[])('%s leaves no figure open in any language', (code) => {
    for (const words of [zh, en]) {
      const text = errorText(failure(code, DATA[code]), words);
      expect(text).not.toMatch(/[{}]|NaN|undefined|null/);
      expect(text).not.toBe(`errors.${code}`);
    }
  });
});

test('a balance counted in hours is short in hours', () => {
  const failure = {
    code: 'LEAVE_BALANCE_SHORT',
    data: { wanted: 240, left: 180, unit: 'hour' },
    requestId: 'r',
  } as const;
  expect(errorText(failure, wordsIn('zh-CN'))).toBe('余额不够：需要 4 小时，还剩 3 小时');
});
