import type { Fen } from '#contracts/pay';

/** `1234.50`, `-0.05`: two decimals, nothing between thousands. From whole fen, so nothing is rounded. */
export function yuanText(fen: Fen): string {
  const [yuan, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : ''}${yuan}.${String(rest).padStart(2, '0')}`;
}
