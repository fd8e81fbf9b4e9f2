import type { Day, LocalText } from '#contracts/common';
import { LEAVE_DAY_MINUTES } from '../../../../miniprogram/common/units';
import type { LeaveRule, LeaveType } from '../leave-type';

/**
 * Leave types of mainland China as data. Each rule cites its source; `verified: false` marks figures that were
 * not read in the text of the law and have to be confirmed by HR. No national text states whether marriage and
 * partner leave include weekends and statutory days: here they do unless a region's text was found, which a company
 * can change.
 */
const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });
const day = (value: string): Day => value as Day;
const days = (count: number): number => count * LEAVE_DAY_MINUTES;
const full = [{ years: 0, share: 100 }];

const BASE: Omit<LeaveRule, 'from' | 'source'> = {
  region: 'china',
  unit: 'day',
  step: LEAVE_DAY_MINUTES,
  paidShares: full,
  counts: 'working-days',
  grant: null,
  carry: null,
  attachment: null,
  mostPerRequest: null,
  mostPerYear: null,
  waitingMonths: 0,
  notInProbation: false,
  sex: null,
  blockable: false,
  verified: true,
};

type RuleOverrides = Partial<LeaveRule> & Pick<LeaveRule, 'from' | 'source'>;
const rule = (overrides: RuleOverrides): LeaveRule => ({ ...BASE, ...overrides });
const type = (_id: string, name: LocalText, rules: readonly LeaveRule[], enabled = true): LeaveType => ({
  _id,
  name,
  enabled,
  rules,
});

const LABOUR_LAW_44 = text('《劳动法》第四十四条', 'Labour Law, art. 44');
/**
 * No text defines the length of the months in days, or the deduction for partly taken days in the next year.
 */
const LOST = text(
  '《职工带薪年休假条例》（国务院令第514号）第四条；《企业职工带薪年休假实施办法》（人社部令第1号）第八条（未逐字核对，待核实）。一个月按 30 个日历日、只休了一部分时按已休天数扣下一年，是条文之外的理解，公司可以改',
  'Regulations on Paid Annual Leave, State Council Order 514, art. 4; MOHRSS Order 1, art. 8 (not checked word by word, to be confirmed). That a month is 30 calendar days, and a part taken comes off next year day by day, is a reading, which a company can change',
);
/** The share of a leaver, and pay for days not taken. */
export const LEAVER_SOURCE = text(
  '《企业职工带薪年休假实施办法》（人社部令第1号）第十、十二条',
  'Implementing Measures on Paid Annual Leave, MOHRSS Order 1, arts. 10 and 12',
);
const COMPANY = text('公司制度', 'Company rules');
const WOMEN = text(
  '《女职工劳动保护特别规定》（国务院令第619号）第七条',
  'Special Rules on the Labour Protection of Female Employees, State Council Order 619, art. 7',
);
const WEDDING_NATIONAL = text(
  '国家劳动总局、财政部 1980 年《关于国营企业职工请婚丧假和路程假问题的通知》',
  'Notice of 1980 of the State Labour Administration and the Ministry of Finance on wedding and funeral leave',
);
const BEIJING = text(
  '《北京市人口与计划生育条例》（2021-11-26 修正）',
  'Beijing Population and Family Planning Regulations, amended 2021-11-26',
);
const SHANGHAI = text(
  '《上海市人口与计划生育条例》（2021 年修正）',
  'Shanghai Population and Family Planning Regulations, amended 2021',
);
const GUANGDONG = text(
  '《广东省人口与计划生育条例》（2021 年修正）',
  'Guangdong Population and Family Planning Regulations, amended 2021',
);
const ZHEJIANG = text(
  '《浙江省人口与计划生育条例》（2021 年修正）',
  'Zhejiang Population and Family Planning Regulations, amended 2021',
);
const SICHUAN = text(
  '《四川省人口与计划生育条例》（2025-11-26 修正，据新闻报道）',
  'Sichuan Population and Family Planning Regulations, amended 2025-11-26, as reported in the news',
);
const SICHUAN_2021 = text(
  '《四川省人口与计划生育条例》（2021 年修正）',
  'Sichuan Population and Family Planning Regulations, amended 2021',
);

/** The source of a figure that was not verified in the text of the law. */
const unverified = (source: LocalText): LocalText =>
  text(`${source['zh-CN']}，待核实`, `${source.en}; to be confirmed`);

/** The amendments of 2021 took effect from late November 2021 on; the pack starts with the following year. */
const SINCE_2022 = day('2022-01-01');
const SINCE_SICHUAN = day('2025-11-26');

const annual = type('annual', text('年休假', 'Annual leave'), [
  rule({
    from: day('2008-01-01'),
    unit: 'hour',
    step: 30,
    grant: {
      by: 'service',
      waitingMonths: 12,
      tiers: [
        { years: 1, days: 5 },
        { years: 10, days: 10 },
        { years: 20, days: 15 },
      ],
    },
    lostBy: {
      sick: {
        types: ['sick'],
        tiers: [
          { years: 1, months: 2 },
          { years: 10, months: 3 },
          { years: 20, months: 4 },
        ],
        monthDays: 30,
      },
      personal: { types: ['personal'], days: 20 },
      partlyTaken: 'days-taken',
      source: LOST,
    },
    carry: { most: null, until: '12-31' },
    blockable: true,
    source: text(
      '《职工带薪年休假条例》（国务院令第514号）第三至五条；《企业职工带薪年休假实施办法》第三至五、十二条',
      'Regulations on Paid Annual Leave, State Council Order 514, arts. 3–5; Implementing Measures, arts. 3–5 and 12',
    ),
  }),
]);

const companyAnnual = type(
  'company-annual',
  text('公司年休假', 'Company annual leave'),
  [
    rule({
      from: day('2020-01-01'),
      unit: 'hour',
      step: 30,
      grant: { by: 'year', minutes: days(5) },
      carry: { most: days(5), until: '03-31' },
      notInProbation: true,
      blockable: true,
      source: COMPANY,
    }),
  ],
  false,
);

const compTime = type('comp-time', text('调休', 'Comp time'), [
  rule({
    from: day('1995-01-01'),
    unit: 'hour',
    step: 30,
    grant: { by: 'overtime' },
    blockable: true,
    source: LABOUR_LAW_44,
  }),
]);

const personal = type('personal', text('事假', 'Personal leave'), [
  rule({
    from: day('2020-01-01'),
    unit: 'hour',
    step: 30,
    paidShares: [{ years: 0, share: 0 }],
    blockable: true,
    source: COMPANY,
  }),
]);

/** As reproduced in the city's announcement 沪劳保综发(2003)2号; it also asks for 40% of the company's average wage. */
const SHANGHAI_SICK = text(
  '沪劳保发(95)83号：连续病假六个月以内按连续工龄 60–100%，超过六个月 40–60%；不低于本企业月平均工资的 40% 和最低工资的 80%',
  'Shanghai notice 沪劳保发(95)83号: 60–100% by years with the company for up to six months without a break, then 40–60%; at least 40% of the average wage in the company and 80% of the minimum wage',
);
const SICK = {
  unit: 'hour',
  step: 30,
  attachment: { after: days(1), later: true },
  leastOfMinimumWage: 80,
} as const;
const sick = type('sick', text('病假', 'Sick leave'), [
  rule({
    ...SICK,
    from: day('1995-01-01'),
    paidShares: [{ years: 0, share: 60 }],
    verified: false,
    source: unverified(
      text(
        '劳部发〔1995〕309号第59条：不低于当地最低工资的80%；比例由公司规定',
        '劳部发〔1995〕309号, art. 59: at least 80% of the local minimum wage; the company decides the share',
      ),
    ),
  }),
  rule({
    ...SICK,
    from: day('1995-01-01'),
    region: 'shanghai',
    paidShares: [
      { years: 0, share: 60 },
      { years: 2, share: 70 },
      { years: 4, share: 80 },
      { years: 6, share: 90 },
      { years: 8, share: 100 },
    ],
    longPay: {
      afterMonths: 6,
      shares: [
        { years: 0, share: 40 },
        { years: 1, share: 50 },
        { years: 3, share: 60 },
      ],
      source: text('沪劳保发(95)83号', 'Shanghai notice 沪劳保发(95)83号'),
    },
    source: unverified(SHANGHAI_SICK),
    verified: false,
  }),
  // Both notices of the ladder were extended to 2026-08-15 and have ended; no successor is known.
  rule({
    ...SICK,
    from: day('2026-08-16'),
    region: 'shanghai',
    paidShares: [{ years: 0, share: 60 }],
    source: unverified(
      text(
        '沪劳保发(95)83号、沪劳保保发(2000)14号延至2026年8月15日，已失效；此后按劳动合同和劳部发〔1995〕309号第59条（不低于最低工资的80%），比例由公司规定',
        'Shanghai notices 沪劳保发(95)83号 and 沪劳保保发(2000)14号 ended on 15 August 2026; since then the contract and 劳部发〔1995〕309号, art. 59 (at least 80% of the minimum wage); the company decides the share',
      ),
    ),
    verified: false,
  }),
  rule({
    ...SICK,
    from: day('2004-08-01'),
    region: 'shenzhen',
    paidShares: [{ years: 0, share: 60 }],
    source: text(
      '《深圳市员工工资支付条例》：不低于本人正常工资的60%，且不低于最低工资的80%',
      'Shenzhen wage payment regulations: at least 60% of normal wages and 80% of the minimum wage',
    ),
  }),
]);

/** Marriage and partner leave in Shanghai, which statutory days inside extend. */
const SHANGHAI_EXTENDED = text(
  `${SHANGHAI['zh-CN']}；遇法定节假日顺延见《上海市计划生育奖励与补助若干规定》，待核实`,
  `${SHANGHAI.en}; that statutory days extend it: Shanghai rules on family planning rewards and subsidies, to be confirmed`,
);
const WITHOUT_STATUTORY = { counts: 'without-statutory', verified: false } as const;

/** Leave for one event, in calendar days. */
const eventRule = (count: number, overrides: RuleOverrides): LeaveRule =>
  rule({ counts: 'calendar-days', mostPerRequest: days(count), mostPerYear: days(count), ...overrides });

const wedding = (
  from: Day,
  region: string,
  count: number,
  source: LocalText,
  more: Partial<LeaveRule> = {},
) => eventRule(count, { from, region, attachment: { after: 0, later: false }, source, ...more });
const marriage = type('marriage', text('婚假', 'Marriage leave'), [
  wedding(day('1980-02-20'), 'china', 3, WEDDING_NATIONAL),
  wedding(SINCE_2022, 'beijing', 10, BEIJING),
  wedding(SINCE_2022, 'shanghai', 10, SHANGHAI_EXTENDED, WITHOUT_STATUTORY),
  wedding(SINCE_2022, 'guangdong', 3, unverified(GUANGDONG), { verified: false }),
  wedding(SINCE_2022, 'zhejiang', 3, unverified(ZHEJIANG), { verified: false }),
  wedding(SINCE_SICHUAN, 'sichuan', 25, SICHUAN),
]);
const marriageCheckUp = type(
  'marriage-check-up',
  text('婚检奖励假', 'Marriage leave for a pre-marital check-up'),
  [wedding(SINCE_SICHUAN, 'sichuan', 5, SICHUAN)],
);

const birth = (from: Day, region: string, count: number, source: LocalText, verified = true) =>
  eventRule(count, { from, region, attachment: { after: 0, later: true }, sex: 'female', source, verified });
const maternity = type('maternity', text('产假', 'Maternity leave'), [
  birth(day('2012-04-28'), 'china', 98, WOMEN),
  birth(SINCE_2022, 'beijing', 158, BEIJING),
  birth(SINCE_2022, 'shanghai', 158, SHANGHAI),
  birth(SINCE_2022, 'guangdong', 178, GUANGDONG),
  birth(SINCE_2022, 'zhejiang', 158, ZHEJIANG),
  birth(SINCE_2022, 'sichuan', 158, unverified(SICHUAN_2021), false),
]);
const maternityMore = type(
  'maternity-second',
  text('二孩、三孩产假（增加）', 'Maternity leave, more for a second or third child'),
  [birth(SINCE_2022, 'zhejiang', 30, ZHEJIANG)],
);
const maternityDifficult = type('maternity-difficult', text('难产假', 'Maternity leave, difficult birth'), [
  birth(day('2012-04-28'), 'china', 15, WOMEN),
]);
const maternityMultiple = type(
  'maternity-multiple',
  text('多胞胎产假（每多一个）', 'Maternity leave, each further baby of a birth'),
  [birth(day('2012-04-28'), 'china', 15, WOMEN)],
);

const fatherhood = (region: string, count: number, source: LocalText, more: Partial<LeaveRule> = {}) =>
  eventRule(count, {
    from: SINCE_2022,
    region,
    attachment: { after: 0, later: true },
    sex: 'male',
    source,
    ...more,
  });
const partner = type('partner', text('陪产假', 'Partner leave'), [
  fatherhood('beijing', 15, BEIJING),
  fatherhood('shanghai', 10, SHANGHAI_EXTENDED, WITHOUT_STATUTORY),
  fatherhood('guangdong', 15, GUANGDONG),
  fatherhood('zhejiang', 15, ZHEJIANG),
  fatherhood('sichuan', 20, unverified(SICHUAN_2021), { verified: false }),
]);

const childcare = (region: string, count: number, source: LocalText, from = SINCE_2022) =>
  rule({
    from,
    region,
    unit: 'half',
    step: LEAVE_DAY_MINUTES / 2,
    grant: { by: 'child', minutes: days(count), underYears: 3 },
    source,
  });
const parental = type('parental', text('育儿假', 'Parental leave'), [
  childcare('beijing', 5, BEIJING),
  childcare('shanghai', 5, SHANGHAI),
  childcare('guangdong', 10, GUANGDONG),
  childcare('zhejiang', 10, ZHEJIANG),
  childcare('sichuan', 10, SICHUAN, SINCE_SICHUAN),
]);

const bereavement = type('bereavement', text('丧假', 'Bereavement leave'), [
  rule({
    from: day('1980-02-20'),
    mostPerRequest: days(3),
    source: unverified(WEDDING_NATIONAL),
    verified: false,
  }),
]);

/** The shipped leave types in display order. */
export const CHINA_LEAVE_TYPES: readonly LeaveType[] = [
  annual,
  companyAnnual,
  compTime,
  personal,
  sick,
  marriage,
  marriageCheckUp,
  maternity,
  maternityMore,
  maternityDifficult,
  maternityMultiple,
  partner,
  parental,
  bereavement,
];

/** Types that no law requires: the company decides what they grant. */
export const COMPANY_DECIDES: ReadonlySet<string> = new Set([companyAnnual._id, personal._id]);
