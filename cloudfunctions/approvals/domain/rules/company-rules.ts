import type { LocalText, Minutes } from '../../../../typings/contracts/common';
import type { BlockedDays, Over } from '../../../../typings/contracts/request-rules';

/**
 * Limits and options of requests, as data. The document `company` of `request_rules` holds those that a company
 * decides otherwise; what it leaves out is as shipped.
 */
export interface CompanyRules {
  readonly overtime: {
    /** Of overtime on workdays (Labour Law, art. 41); more is shown to the approver as against the rule. */
    readonly dayLimit: Minutes;
    readonly monthLimit: Minutes;
    /** Beyond this it is refused; null for never. */
    readonly dayMost: Minutes | null;
    readonly monthMost: Minutes | null;
    /** Whether time off may stand in for the pay of each class (Labour Law, art. 44: for rest days only). */
    readonly compTime: Readonly<Record<150 | 200 | 300, Over>>;
    /** Comp time ends this many months after the day of the overtime. */
    readonly compTimeMonths: number;
    readonly source: LocalText;
  };
  readonly correction: {
    readonly monthlyQuota: number;
    readonly overQuota: Exclude<Over, 'allow'>;
    /** Days after the day in question until which it can be asked for. */
    readonly windowDays: number;
    readonly source: LocalText;
  };
  readonly expense: {
    readonly mostLines: number;
    readonly mostReceiptsPerLine: number;
    /** A line above this needs a receipt, fen; null where none is ever needed. */
    readonly receiptAbove: number | null;
    /** How old an expense may be, days. */
    readonly windowDays: number;
    readonly source: LocalText;
  };
  readonly resignation: {
    readonly noticeDays: number;
    readonly probationNoticeDays: number;
    readonly source: LocalText;
  };
  /** Warn of minutes that expire within this many days, since the decision may come later. */
  readonly expiryNoticeDays: number;
  /** Stretches in which leave that is `blockable` is not taken. */
  readonly blocked: readonly BlockedDays[];
}

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

/** What holds where the company has said nothing. */
export const SHIPPED_RULES: CompanyRules = {
  overtime: {
    dayLimit: 180,
    monthLimit: 2_160,
    dayMost: null,
    monthMost: null,
    compTime: { 150: 'warn', 200: 'allow', 300: 'refuse' },
    compTimeMonths: 6,
    source: text('《劳动法》第四十一、四十四条', 'Labour Law, arts. 41 and 44'),
  },
  correction: {
    monthlyQuota: 3,
    overQuota: 'refuse',
    windowDays: 7,
    source: text('公司制度', 'Company rules'),
  },
  expense: {
    mostLines: 50,
    mostReceiptsPerLine: 5,
    receiptAbove: null,
    windowDays: 364,
    source: text('公司制度', 'Company rules'),
  },
  resignation: {
    noticeDays: 30,
    probationNoticeDays: 3,
    source: text('《劳动合同法》第三十七条', 'Labour Contract Law, art. 37'),
  },
  expiryNoticeDays: 7,
  blocked: [],
};

/** What a company may decide otherwise. */
export type OwnRules = {
  readonly [Kind in keyof Omit<CompanyRules, 'overtime'>]?: CompanyRules[Kind] extends
    | number
    | readonly unknown[]
    ? CompanyRules[Kind]
    : Partial<CompanyRules[Kind]>;
} & {
  readonly overtime?: Partial<Omit<CompanyRules['overtime'], 'compTime'>> & {
    readonly compTime?: Partial<CompanyRules['overtime']['compTime']>;
  };
};

/** The company's decisions over the shipped rules. */
export function rulesWith(own: OwnRules): CompanyRules {
  const { overtime, correction, expense, resignation } = SHIPPED_RULES;
  return {
    overtime: {
      ...overtime,
      ...own.overtime,
      compTime: { ...overtime.compTime, ...own.overtime?.compTime },
    },
    correction: { ...correction, ...own.correction },
    expense: { ...expense, ...own.expense },
    resignation: { ...resignation, ...own.resignation },
    expiryNoticeDays: own.expiryNoticeDays ?? SHIPPED_RULES.expiryNoticeDays,
    blocked: own.blocked ?? SHIPPED_RULES.blocked,
  };
}
