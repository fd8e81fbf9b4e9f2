/** Digits that a spreadsheet keeps of a number; it writes zeros behind them. */
const KEPT_DIGITS = 15;

export type AccountFault = 'digits' | 'damaged';

/**
 * What is wrong with the number of a bank account; null if nothing is to be seen. Sixteen digits or more that end in zeros
 * from the sixteenth on are what a spreadsheet makes of a number, and nobody is paid to such an account.
 */
export function accountFault(text: string): AccountFault | null {
  if (!/^\d{8,32}$/.test(text)) return 'digits';
  const rest = text.slice(KEPT_DIGITS);
  return rest.length >= 3 && /^0+$/.test(rest) ? 'damaged' : null;
}
