import type { PayStep } from '#contracts/pay';
import type { Payslip } from '#contracts/payslips';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { monthText } from '../../../../utils/dates';
import { sectionName } from '../../step-text';

/** Lines that are named as the cause. */
const MAX_CAUSES = 2;

/** 比 9 月多 ¥1,120.00，主要是法定节假日加班、绩效奖金; empty for the first slip. */
export function changeText({ net, before }: Payslip, t: Words): string {
  if (!before) return '';
  const month = monthText(before.month, t);
  const change = net.amount - before.net;
  if (change === 0) return t.t('slip.unchanged', { month });
  const causes = causesOf({ net, before }, Math.sign(change), t).join(t.t('slip.comma'));
  const amount = moneyText(Math.abs(change));
  const said = t.t(change > 0 ? 'slip.more' : 'slip.less', { month, amount });
  return causes === '' ? said : t.t('slip.because', { said, causes });
}

/** The lines that moved it most in that direction. */
function causesOf({ net, before }: Pick<Payslip, 'net' | 'before'>, sign: number, t: Words): string[] {
  const now = new Map(linesOf(net));
  const { lines = {}, names = {} } = before ?? {};
  const moved = [...new Set([...now.keys(), ...Object.keys(lines)])]
    .map((path) => ({ path, by: (now.get(path)?.amount ?? 0) - (lines[path] ?? 0) }))
    .filter(({ by }) => Math.sign(by) === sign)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return moved.slice(0, MAX_CAUSES).map(({ path }) => {
    const id = path.slice(path.indexOf('/') + 1);
    const step = now.get(path) ?? { id, ...(names[path] && { name: names[path] }) };
    return sectionName(step, t);
  });
}

/** The parts of sums, and what stands by itself, such as a tax, by path: what is deeper explains them. */
const linesOf = ({ parts }: PayStep): [string, PayStep][] =>
  parts.flatMap((part): [string, PayStep][] =>
    part.formula === null && part.parts.length > 0
      ? part.parts.map((line) => [`${part.id}/${line.id}`, line])
      : [[part.id, part]],
  );
