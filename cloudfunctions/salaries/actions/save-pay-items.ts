import { strictObject } from 'valibot';
import type { PayItemVersion } from '#contracts/pay-item';
import type { PayrollContract } from '#contracts/payroll';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { changedValues } from '../../shared/history/changed-values';
import { changeEntries } from '../../shared/history/history';
import { planSave } from '../../shared/history/plan-save';
import { day, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findPayItems, putPayItems } from '../data/pay-items';
import { compileItems } from '../domain/compile-items';
import { withSaves } from '../domain/item-saves';
import { itemsOn, SHIPPED_ITEMS } from '../domain/shipped-items';
import { payItems } from '../inputs/pay-item';

interface Parts {
  readonly versions: readonly PayItemVersion[];
}

const MAX_VERSIONS = 50;

/**
 * Sets the items as they hold from a day on; earlier versions stay for the months before. Every formula is checked here,
 * so that a run only meets formulas that can be worked out.
 * @throws AppError PAY_ITEM_INVALID, PAY_FORMULA_INVALID, PAY_FORMULA_FAILED, PAY_ITEM_LOOP, VERSION_CONFLICT
 */
export const savePayItems = employeeAction<PayrollContract['savePayItems']>({
  input: strictObject({ from: day, items: payItems, expectedVersion: version }),
  allow: can('update', 'Payroll'),
  texts: localTextsIn,
  async run({ input: { from, items, expectedVersion }, me, now }) {
    const ordered = compileItems(items).map(({ item }) => item);
    const stored = await findPayItems();
    const before = stored?.versions ?? [SHIPPED_ITEMS];
    const versions = [...before.filter((each) => each.from !== from), { from, items: ordered }].sort(
      (one, other) => (one.from < other.from ? -1 : 1),
    );
    if (versions.length > MAX_VERSIONS)
      throw new AppError('PAY_ITEM_INVALID', { item: from, rule: 'too-many' });
    const setting = {
      version: stored?.version ?? 0,
      parts: { versions: before },
      ...{ history: stored?.history, setBy: stored?.setBy, valuesOf: changedValues },
    };
    const plan = planSave<Parts>(setting, { versions }, expectedVersion, { me, now });
    const held = itemsOn(before, from).items;
    const saves = withSaves(stored?.saves ?? [], held, ordered, { at: now, by: briefOf(me) });
    const document = { versions, version: plan.version, saves };
    if (plan.save && !(await putPayItems({ ...document, ...plan.save }, expectedVersion)))
      throw new AppError('VERSION_CONFLICT', { version: plan.version });
    const history = changeEntries(plan.save?.history ?? stored?.history);
    return { version: plan.version, versions, history };
  },
});
