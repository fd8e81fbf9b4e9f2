import type { BonusRule } from '#contracts/appraisal';
import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { cachedById } from '../../shared/data/warm-cache';
import { day, listOfObjects } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';
import { shippedBonus } from '../domain/bonus-rate';

/** The only document of `bonus_rules`; version and history are absent if it was never saved. */
interface StoredBonusRules {
  readonly _id: string;
  readonly rules: readonly BonusRule[];
  readonly version: number;
  readonly history?: readonly Change[];
  readonly setBy?: readonly Setter[];
}

const ID = 'company';
const bonusRuleDocuments = collection<StoredBonusRules>('bonus_rules', {
  rules: listOfObjects({ from: day, rates: listOfObjects({}) }),
});
const rulesById = cachedById(bonusRuleDocuments);

/** As a company begins, until it has set its own. */
export const SHIPPED_BONUS: readonly BonusRule[] = [
  shippedBonus('2020-01-01' as Day, {
    'zh-CN': '系统自带，请按公司制度修改',
    en: 'As shipped; put your own rules here',
  }),
];

/** The current document. */
export const findStoredBonusRules = (): Promise<StoredBonusRules | null> => bonusRuleDocuments.byId(ID);

/** Who has changed them, the latest first, from the warm cache as well. */
export const findBonusHistory = async (now: number): Promise<readonly Change[]> =>
  (await rulesById([ID], now)).get(ID)?.history ?? [];

/** The rules from the warm cache, at most a minute old; null if they cannot be used, which HR is told. */
export async function findBonusRules(now: number): Promise<readonly BonusRule[] | null> {
  const found = (await rulesById([ID], now)).get(ID);
  return rulesById.isFaulty(ID, now) ? null : (found?.rules ?? SHIPPED_BONUS);
}

/** @returns whether the rules were saved; false if the stored version is not the expected one */
export async function putBonusRules(
  rules: Omit<StoredBonusRules, '_id'>,
  expectedVersion: number,
): Promise<boolean> {
  rulesById.clear();
  if (expectedVersion === 0) return (await bonusRuleDocuments.add({ ...rules, _id: ID })) === 'added';
  const changed = await bonusRuleDocuments.updateWhere(
    () => ({ _id: ID, version: expectedVersion }),
    () => ({ ...rules }),
  );
  return changed === 1;
}
