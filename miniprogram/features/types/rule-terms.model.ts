import type { LeaveRule, LongPay, LossRule } from '#contracts/leave-type';
import { figure } from './edit-row';
import { replaced } from './type.model';

/** Initial loss rule: the figures of the law. */
const LOSS: LossRule = {
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
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** When days are lost to other leave. Without a `part`: whether they are at all. */
export function changedLoss(rule: LeaveRule, part: string | undefined, value: string): LeaveRule {
  const loss = rule.lostBy ?? null;
  if (part === undefined) return { ...rule, lostBy: value === 'yes' ? (loss ?? LOSS) : null };
  return loss ? { ...rule, lostBy: lossWith(loss, part, value) } : rule;
}

function lossWith(loss: LossRule, part: string, value: string): LossRule {
  const { sick, personal } = loss;
  if (part === 'partly') return { ...loss, partlyTaken: value as LossRule['partlyTaken'] };
  if (part === 'personal') return { ...loss, personal: { ...personal, days: figure(value) } };
  if (part === 'month') return { ...loss, sick: { ...sick, monthDays: figure(value) } };
  const at = Number(part.slice('tier-'.length));
  const tiers = replaced(sick.tiers, at, (tier) => ({ ...tier, months: figure(value) }));
  return { ...loss, sick: { ...sick, tiers } };
}

/** The pay of leave that has lasted long. */
export function changedLongPay(rule: LeaveRule, part: string | undefined, value: string): LeaveRule {
  const { longPay } = rule;
  if (!longPay || part === undefined) return rule;
  return { ...rule, longPay: longPayWith(longPay, part, value) };
}

function longPayWith(longPay: LongPay, part: string, value: string): LongPay {
  if (part === 'after') return { ...longPay, afterMonths: figure(value) };
  const at = Number(part.slice('share-'.length));
  return { ...longPay, shares: replaced(longPay.shares, at, (tier) => ({ ...tier, share: figure(value) })) };
}
