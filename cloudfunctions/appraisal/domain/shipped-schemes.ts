import type { AppraisalScheme, Curve, GradeRule, PartKind, Scale, SchemePart } from '#contracts/appraisal';
import type { LocalText } from '#contracts/common';

/** A scheme that a company can begin a cycle with, and change. */
export interface ShippedScheme {
  readonly id: 'retail' | 'research' | 'sales' | 'office';
  readonly name: LocalText;
  readonly scheme: AppraisalScheme;
}

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });
const FIVE: Scale = { least: 1, most: 5, zeroAt: 'zero' };
const HUNDRED: Scale = { least: 0, most: 100, zeroAt: 'least' };

const NAMES: Readonly<Record<PartKind, LocalText>> = {
  goals: text('目标成果', 'Goals'),
  kpi: text('业绩指标', 'Figures'),
  figure: text('其他数据', 'Other figures'),
  peer: text('同事评估', 'Peers'),
  manager: text('主管评估', 'Manager'),
  customer: text('客户反馈', 'Customers'),
  report: text('下属评估', 'Reports'),
  self: text('自评', 'Self review'),
};

/** As many points as percent of the target, 120 at most. */
const PERCENT: Curve = {
  id: 'percent',
  name: text('按完成率，封顶 120 分', 'By percentage reached, 120 points at most'),
  kind: 'linear',
  least: 0,
  most: 120,
};

/** Two points for each percent above or below the target, nothing below 80 %. */
const LEVELS: Curve = {
  id: 'levels',
  name: text('按完成率分档', 'By levels of the percentage reached'),
  kind: 'table',
  least: 0,
  most: 120,
  between: 'line',
  short: 0,
  points: [
    { at: 80, score: 60 },
    { at: 90, score: 80 },
    { at: 100, score: 100 },
    { at: 110, score: 120 },
  ],
};

const GRADES: GradeRule = {
  by: 'thresholds',
  grades: [
    { id: 'A', name: text('优秀', 'Excellent'), from: 85, share: 20, opensPlan: false },
    { id: 'B', name: text('良好', 'Good'), from: 70, share: 40, opensPlan: false },
    { id: 'C', name: text('合格', 'Sufficient'), from: 60, share: 35, opensPlan: false },
    { id: 'D', name: text('待改进', 'To improve'), from: null, share: 5, opensPlan: true },
  ],
  enforcedFrom: null,
};

const schemeOf = (shares: Partial<Record<PartKind, number>>): AppraisalScheme => ({
  parts: Object.entries(shares).map(([kind, share]) => partOf(kind as PartKind, share)),
  curves: [PERCENT, LEVELS],
  decimals: 1,
  leastShare: 50,
  grades: GRADES,
});

/** A part as shipped schemes have it. */
export function partOf(kind: PartKind, share: number): SchemePart {
  const base = { id: kind, name: NAMES[kind], share };
  if (kind === 'kpi' || kind === 'figure') return { ...base, kind };
  return { ...base, kind, scale: kind === 'goals' ? HUNDRED : FIVE };
}

/** By the kind of work. Distributions are advice in all of them. */
export const SHIPPED_SCHEMES: readonly ShippedScheme[] = [
  {
    id: 'retail',
    name: text('门店', 'Retail'),
    scheme: schemeOf({ kpi: 50, customer: 30, manager: 20 }),
  },
  {
    id: 'research',
    name: text('研发', 'Research and development'),
    scheme: schemeOf({ goals: 40, peer: 30, manager: 30 }),
  },
  {
    id: 'sales',
    name: text('销售', 'Sales'),
    scheme: schemeOf({ kpi: 60, customer: 20, manager: 20 }),
  },
  {
    id: 'office',
    name: text('职能', 'Office'),
    scheme: schemeOf({ goals: 50, peer: 20, manager: 20, self: 10 }),
  },
];

/** The grades of schemes, by the short names that bonus rules use. */
export const gradesOf = (schemes: readonly AppraisalScheme[]): ReadonlySet<string> =>
  new Set(schemes.flatMap(({ grades }) => grades.grades.map(({ id }) => id)));
