import { strictObject } from 'valibot';
import type { DeclaredBase, InsuranceContract } from '#contracts/insurance-records';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { changedKeys } from '../../shared/history/changed-keys';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type OwnBases, putBases } from '../data/bases';
import { withDeclared } from '../domain/declared-bases';
import { entries } from '../inputs/bases';
import { checkedEntries } from '../services/checked-entries';

const WRITES_AT_ONCE = 10;

/**
 * Saves the lines of a pasted sheet; a wrong one refuses all of them. One write per person whose bases change; after a
 * failure in between the same sheet is sent again. The history names the month, never an amount.
 * @throws AppError BASES_INVALID with the first wrong line, BUSY
 */
export const saveBaseEntries = employeeAction<InsuranceContract['saveBases']>({
  input: strictObject({ entries }),
  allow: can('update', 'Insurance'),
  async run({ input, me, now }) {
    const { problems, checked, stored } = await checkedEntries(input.entries, me._id, now);
    const [problem] = problems;
    if (problem) throw new AppError('BASES_INVALID', { ...problem });
    const changed = new Map<string, OwnBases>();
    for (const { person, after } of checked) {
      const before = changed.get(person.id) ?? stored.get(person.id) ?? noBases(person.id);
      if (before.list.some((each) => each.from === after.from && isSame(each, after))) continue;
      const change = changeBy(me, now, before.rev + 1, [after.from]);
      changed.set(person.id, {
        ...before,
        list: withDeclared(before.list, after),
        history: withChange(before.history, change),
      });
    }
    const saved = await inParallel([...changed.values()], WRITES_AT_ONCE, putBases);
    if (saved.includes(false)) throw new AppError('BUSY', {});
    return { saved: saved.length };
  },
});

const noBases = (employeeId: string): OwnBases => ({ employeeId, rev: 0, list: [], history: [] });

const isSame = (one: DeclaredBase, other: DeclaredBase): boolean => changedKeys(one, other).length === 0;
