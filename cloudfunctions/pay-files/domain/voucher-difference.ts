import type { Fen } from '#contracts/pay';
import { numbered, type VoucherKind, type VoucherLine } from './voucher';

/** Lines of one voucher are adjacent. */
const ORDER: readonly VoucherKind[] = ['accrual', 'employer', 'payment'];
const keyOf = ({ voucher, account, costCentre, summary }: VoucherLine): string =>
  JSON.stringify([voucher, account.code, costCentre?.id ?? '', summary]);
const sideOf = ({ debit, credit }: VoucherLine): number => debit - credit;

/**
 * What has to be booked where the period of the first voucher is closed: the new lines less those that were booked. What
 * became less is booked on the other side, so that both vouchers together are the new one. Balanced as both are.
 */
export function voucherDifference(
  booked: readonly VoucherLine[],
  now: readonly VoucherLine[],
): VoucherLine[] {
  const before = new Map(booked.map((line) => [keyOf(line), line]));
  const after = new Map(now.map((line) => [keyOf(line), line]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const line = fresh ?? old;
    const change = (fresh ? sideOf(fresh) : 0) - (old ? sideOf(old) : 0);
    if (!line || change === 0) return [];
    const sides = { debit: Math.max(change, 0) as Fen, credit: Math.max(-change, 0) as Fen };
    return [{ ...line, ...sides, summary: `更正：${line.summary}` }];
  });
  return numbered(changed.sort((a, b) => ORDER.indexOf(a.voucher) - ORDER.indexOf(b.voucher)));
}
