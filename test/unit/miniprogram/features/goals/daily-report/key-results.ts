import type {
  RecognisedReport,
  ReportableKeyResult,
  ReportProposal,
} from '../../../../../../miniprogram/features/goals/daily-report/proposal';
import { recognise } from '../../../../../../miniprogram/features/goals/daily-report/recognise';

/** The key results of somebody who works in a shop. */
export const SHOP: readonly ReportableKeyResult[] = [
  { id: 'guest', title: '接待客户', titleEn: 'Customers served', unit: '位', kind: 'raise', lastValue: 20 },
  { id: 'deal', title: '成交订单', titleEn: 'Closed deals', unit: '单', kind: 'raise', lastValue: 10 },
  {
    id: 'complaint',
    title: '处理客户投诉',
    titleEn: 'Complaints handled',
    unit: '起',
    kind: 'raise',
    lastValue: 4,
  },
  { id: 'sales', title: '销售额', titleEn: 'Sales revenue', unit: '万元', kind: 'raise', lastValue: 20 },
  {
    id: 'satisfied',
    title: '客户满意度',
    titleEn: 'Customer satisfaction',
    unit: '%',
    kind: 'keep-above',
    lastValue: 82,
  },
  {
    id: 'again',
    title: '复购率提升到 15%',
    titleEn: 'Repurchase rate',
    kind: 'percent',
    lastValue: 11,
  },
  {
    id: 'training',
    title: '参加培训',
    titleEn: 'Training hours',
    unit: '小时',
    kind: 'raise',
    lastValue: 3,
  },
  {
    id: 'returned',
    title: '退货降到每月 5 件',
    titleEn: 'Returned items',
    unit: '件',
    kind: 'lower',
    lastValue: 9,
  },
  { id: 'opened', title: '新店开业', titleEn: 'Open the new shop', kind: 'yes-no', lastValue: null },
  { id: 'steps', title: '客户系统上线', kind: 'milestones', lastValue: null },
];

export function read(
  text: string,
  memory: Parameters<typeof recognise>[2] = [],
  keyResults = SHOP,
): RecognisedReport {
  const result = recognise(text, keyResults, memory);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const short = ({ keyResultId, value, mode, confidence }: ReportProposal): string =>
  `${keyResultId} ${mode === 'add' ? '+' : '='}${value}${confidence === 'maybe' ? '?' : ''}`;

/**
 * A report in short: `guest +50` is added, `=50` replaces, `?` has to be looked at, `[…]` are words with a number that
 * match nothing, `not […]` those that deny it.
 */
export function inShort(text: string, memory?: Parameters<typeof recognise>[2]): string {
  const { proposals, unmatched } = read(text, memory);
  const others = unmatched.map(
    ({ span, reason }) => `${reason === 'negated' ? 'not ' : ''}[${text.slice(...span)}]`,
  );
  return [...proposals.map(short), ...others].join(', ');
}
