import type { PayItems } from '#contracts/month';
import type { SettlementDifference } from '#contracts/settlement';
import { payText } from './pay-items';
import { isSameMonth } from './settle-person';
import type { SettledFigures } from './settled-month';

type Difference = Omit<SettlementDifference, 'id' | 'name' | 'nameEn'>;

/** The recomputed month next to the settled one, if there is one; null if they are equal. */
export function settlementDifference(settled: SettledFigures | null, now: SettledFigures): Difference | null {
  if (!settled) return { settled: null, now: now.totals, days: [] };
  if (isSameMonth(settled, now)) return null;
  const before = new Map(settled.days.map((each) => [each.day, each.state]));
  const days = now.days.flatMap(({ day, state }) => {
    const was = before.get(day) ?? 'none';
    return was === state ? [] : [{ day, settled: was, now: state }];
  });
  const pay = payDifference(settled.pay, now.pay);
  return { settled: settled.totals, now: now.totals, days, ...(pay && { pay }) };
}

const payDifference = (settled: PayItems | undefined, now: PayItems | undefined) =>
  settled && now && payText(settled) !== payText(now) ? { settled, now } : null;
