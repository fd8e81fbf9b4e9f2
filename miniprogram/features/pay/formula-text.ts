import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';

const SIGNS: Readonly<Record<string, string>> = {
  '*': ' × ',
  '/': ' ÷ ',
  '+': ' + ',
  '-': ' − ',
  '<=': ' ≤ ',
  '>=': ' ≥ ',
  '==': ' = ',
  '!=': ' ≠ ',
  '<': ' < ',
  '>': ' > ',
};
const FUNCTIONS = ['min', 'max', 'round', 'floor', 'if'];
const PARTS = /[A-Za-z_]\w*|<=|>=|==|!=|&&|\|\||[-+*/<>]|\d+(?:\.\d+)?|[^\s]/g;

/**
 * A formula of a pay item as people read it: 整月工资 × 奖金比例 ÷ 100, with the names of what it reads instead of those that
 * payroll wrote it with.
 * @param nameOf the word of what it reads
 */
export function formulaInWords(formula: string, nameOf: (name: string) => string, t: Words): string {
  return (formula.match(PARTS) ?? [])
    .map((part) => {
      if (part === '&&' || part === '||') return ` ${t.t(`payFunctions.${part === '&&' ? 'and' : 'or'}`)} `;
      if (part === ',' || part === '，') return t.t('slip.comma');
      if (FUNCTIONS.indexOf(part) >= 0) return t.t(`payFunctions.${part}` as TextKey);
      return SIGNS[part] ?? (/^[A-Za-z_]/.test(part) ? nameOf(part) : part);
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}
