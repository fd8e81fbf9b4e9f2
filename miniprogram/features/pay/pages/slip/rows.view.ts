import type { PayStep } from '#contracts/pay';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { figuresOf, formulaText, ruleText, stepName } from '../../step-text';
import { canDoubt, placedSteps, type SlipModel } from './slip.model';

/** The lines of a section, and below an open one how it was worked out and its parts. */
export function rowsOf(section: string, step: PayStep, model: SlipModel, t: Words) {
  const { open, data } = model;
  const isAskable = canDoubt(model);
  const isTaken = section !== 'earnings' && section !== 'employer' && section !== 'carried';
  const doubted = new Set(data?.disputes.filter(({ answer }) => !answer).map(({ line }) => line));
  // A section that was worked out as a whole, such as the tax, is its own line.
  const own =
    step.parts.length === 0 || step.formula !== null ? [{ path: section, depth: 0, above: [], step }] : [];
  const below = placedSteps(step, section).map((each) => ({ ...each, depth: each.depth + own.length }));
  return [...own, ...below]
    .filter(({ above }) => above.every((each) => (each === section && own.length === 0) || open.has(each)))
    .map(({ path, depth, step: line }) => {
      const isOpen = open.has(path);
      const name = path === 'employer/contributions' ? t.t('payNames.ofEmployer') : stepName(line, t);
      return {
        path,
        depth,
        name,
        amount: moneyText(line.amount),
        isOpen,
        label: t.t('slip.lineLabel', { name, amount: moneyText(line.amount) }),
        formula: isOpen ? formulaText(line, isTaken && depth === 0, t) || plainText(line, t) : '',
        figures: isOpen ? figuresOf(line, t).map((figure, id) => ({ id, ...figure })) : [],
        rule: isOpen ? ruleText(line.rule, t) : '',
        // Who has left opens their slips alone.
        report: isOpen && data?.openUntil === null ? reportOf(line) : '',
        isDoubted: doubted.has(path),
        // What a line is made of is doubted with it; what the company pays on top is no line of one's pay.
        canDoubt: isOpen && depth === 0 && isAskable && !doubted.has(path) && section !== 'employer',
        doubtedText: doubted.has(path) ? t.t('slip.doubted') : '',
      };
    });
}

/** The cycle of the appraisal whose grade the line is paid for; empty for other lines. */
function reportOf({ inputs }: PayStep): string {
  const period = inputs.find(({ name }) => name === 'appraisal_period');
  return period?.kind === 'text' ? `a-${period.value['zh-CN']}` : '';
}

/** What is said of an amount without a formula. */
function plainText({ id, parts }: PayStep, t: Words): string {
  if (parts.length > 0) return t.t('slip.sum');
  if (id === 'before') return t.t('slip.fromBefore');
  return t.t(id === 'now' ? 'slip.fromNow' : 'slip.entered');
}
