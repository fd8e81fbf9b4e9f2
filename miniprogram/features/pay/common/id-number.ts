/** The number of the resident identity card, GB 11643-1999: 17 digits and a check character. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** Whether the check character is right and the birthday exists: a spreadsheet that rounds to 15 digits breaks it. */
export function isResidentId(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const { bornOn } = readResidentId(text);
  return CHECKS[sum % 11] === text[17] && isDay(bornOn);
}

/** Birthday `YYYY-MM-DD` and sex, as the number says. */
export function readResidentId(text: string): { readonly bornOn: string; readonly sex: '男' | '女' } {
  const bornOn = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return { bornOn, sex: Number(text[16]) % 2 === 1 ? '男' : '女' };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
