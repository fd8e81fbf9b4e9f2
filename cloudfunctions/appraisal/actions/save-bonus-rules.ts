import { array, maxLength, optional, pipe, strictObject } from 'valibot';
import type { BonusRule } from '#contracts/appraisal';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import type { Day, Month } from '#contracts/common';
import { findLatestOutlines } from '../../appraisal-cycles/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { changedValues } from '../../shared/history/changed-values';
import { changeEntries } from '../../shared/history/history';
import { planSave } from '../../shared/history/plan-save';
import { month, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findStoredBonusRules, putBonusRules, SHIPPED_BONUS } from '../data/bonus-rules';
import { checkBonusRules, checkGrades } from '../domain/bonus-rate';
import { changedFrom, changedMonths, placeOfRule } from '../domain/paid-by-rules';
import { gradesOf, SHIPPED_SCHEMES } from '../domain/shipped-schemes';
import { bonusRules } from '../inputs/bonus-rules';
import { LATEST } from '../services/cycles';

interface Parts {
  readonly rules: readonly BonusRule[];
}

/** What saving asks of `payroll`, which stands on this feature: the paid months that the next run works out again, and older ones. */
interface OfPay {
  readonly findPayReach: (
    today: Day,
  ) => Promise<{ readonly again: readonly Month[]; readonly final: readonly Month[] }>;
}

const MAX_MONTHS = 12;

/**
 * Replaces the rules of the bonus. Each period takes the rule of its last day; one that is paid and worked out again by the next run
 * gets a difference, which is said first: `paid` has the months that the caller was told. One that no run works out again is refused.
 * @throws AppError BONUS_RULE_INVALID, BONUS_RULES_PAID, VERSION_CONFLICT
 */
export const saveBonusRules = ({ findPayReach }: OfPay) =>
  employeeAction<AppraisalResultsContract['saveBonusRules']>({
    input: strictObject({
      rules: bonusRules,
      expectedVersion: version,
      paid: optional(pipe(array(month), maxLength(MAX_MONTHS))),
    }),
    allow: can('update', 'BonusRules'),
    texts: localTextsIn,
    async run({ input: { rules, expectedVersion, paid = [] }, me, now }) {
      const [stored, cycles, reach] = await Promise.all([
        findStoredBonusRules(),
        findLatestOutlines(LATEST),
        findPayReach(dayOf(now)),
      ]);
      checkBonusRules(rules, stored?.rules);
      const schemes = [...SHIPPED_SCHEMES, ...cycles].map(({ scheme }) => scheme);
      checkGrades(rules, gradesOf(schemes), stored?.rules);
      const held = stored?.rules ?? SHIPPED_BONUS;
      const before = {
        version: stored?.version ?? 0,
        parts: { rules: held },
        history: stored?.history,
        setBy: stored?.setBy,
        valuesOf: changedValues,
      };
      const plan = planSave<Parts>(before, { rules }, expectedVersion, { me, now });
      const [change, ...earlier] = plan.save?.history ?? [];
      const history = change
        ? [{ ...change, months: changedFrom(held, rules) }, ...earlier]
        : stored?.history;
      if (plan.save) {
        requireUnpaid(held, rules, reach.final, reach.again[0] ?? null);
        requireTold(changedMonths(held, rules, reach.again), paid);
        const saved = { rules, version: plan.version, ...plan.save, ...(history && { history }) };
        if (!(await putBonusRules(saved, expectedVersion)))
          throw new AppError('VERSION_CONFLICT', { version: plan.version });
      }
      return { version: plan.version, rules, history: changeEntries(history) };
    },
  });

/** Nobody would pay the difference of an older month. @throws AppError BONUS_RULE_INVALID `paid` */
function requireUnpaid(
  held: readonly BonusRule[],
  rules: readonly BonusRule[],
  final: readonly Month[],
  first: Month | null,
): void {
  const [paid] = changedMonths(held, rules, final);
  if (paid && first)
    throw new AppError('BONUS_RULE_INVALID', {
      ...{ path: placeOfRule(rules, paid), rule: 'paid', month: paid, first: `${first}-01` as Day },
    });
}

/** @throws AppError BONUS_RULES_PAID */
function requireTold(months: readonly Month[], told: readonly Month[]): void {
  if (months.some((each) => !told.includes(each)))
    throw new AppError('BONUS_RULES_PAID', { months: months.join(',') });
}
