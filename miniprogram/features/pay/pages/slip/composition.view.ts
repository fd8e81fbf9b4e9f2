import type { PayStep } from '#contracts/pay';
import type { Payslip } from '#contracts/payslips';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { sectionName } from '../../step-text';

/** Where the gross pay goes: to the person, and what is taken from it; null where that is no ring. */
export function compositionChart({ net }: Payslip, t: Words): ChartData | null {
  const taken = net.parts.filter(({ amount }) => amount < 0);
  const gross = net.parts.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
  if (gross <= 0 || net.amount <= 0 || taken.length === 0) return null;
  const points = [
    { at: t.t('slip.net'), value: net.amount, text: moneyText(net.amount) },
    ...[...sumsByName(taken, t)].map(([at, value]) => ({ at, value, text: moneyText(value) })),
  ];
  const percent = Math.round((net.amount * 1_000) / gross) / 10;
  return {
    kind: 'ring',
    summary: t.t('slip.ringSummary', { gross: moneyText(gross), percent }),
    by: t.t('slip.ringBy'),
    middle: `${percent}%`,
    series: [{ name: t.t('slip.ringSeries'), tone: 'actual', points }],
  };
}

/** What is taken, by name: taxes are one. */
function sumsByName(taken: readonly PayStep[], t: Words): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of taken) {
    const name = sectionName(part, t);
    sums.set(name, (sums.get(name) ?? 0) - part.amount);
  }
  return sums;
}
