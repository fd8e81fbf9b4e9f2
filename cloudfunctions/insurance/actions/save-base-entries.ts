import { strictObject } from 'valibot';
import type { Month } from '#contracts/common';
import type { BaseEntry, CheckedBase, InsuranceContract } from '#contracts/insurance-records';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type OwnBases, putBases } from '../data/bases';
import { withDeclared } from '../domain/declared-bases';
import { entriesToSave } from '../inputs/bases';
import { checkedEntries, isSame } from '../services/checked-entries';
import { type OfRuns, outdating } from '../services/of-runs';

const WRITES_AT_ONCE = 10;

/**
 * Saves the lines of a pasted sheet; a wrong one refuses all of them. One write per person whose bases change; after a
 * failure in between the same sheet is sent again. The history names the month, never an amount. Runs that were worked out before
 * are worked out again before they are locked, and not locked by who has saved it.
 * @throws AppError BASES_INVALID with the first wrong line, or the first one that concerns paid months which no run works out again, VERSION_CONFLICT with the first one whose person's bases somebody
 * has changed since they were checked
 */
export const saveBaseEntries = (ofRuns: OfRuns) =>
  employeeAction<InsuranceContract['saveBases']>({
    input: strictObject({ entries: entriesToSave }),
    allow: can('update', 'Insurance'),
    async run({ input, me, now }) {
      const entries = input.entries.map(({ rev: _, ...entry }) => entry);
      const { problems, checked, stored } = await checkedEntries(entries, me._id, ofRuns, now);
      const [problem] = problems;
      if (problem) throw new AppError('BASES_INVALID', { ...problem });
      const changed = new Map<string, OwnBases>();
      for (const [index, { person, rev, after }] of checked.entries()) {
        const before = changed.get(person.id) ?? stored.get(person.id) ?? noBases(person.id);
        if (before.list.some((each) => each.from === after.from && isSame(each, after))) continue;
        if (input.entries[index]?.rev !== rev) throw conflict(input.entries, person.id, rev);
        const change = changeBy(me, now, before.rev + 1, [after.from]);
        changed.set(person.id, {
          ...before,
          list: withDeclared(before.list, after),
          history: withChange(before.history, change),
        });
      }
      const all = [...changed.values()];
      const [first] = all.flatMap(({ employeeId }) => monthsOf(checked, employeeId)).sort();
      if (!first) return { saved: 0 };
      const saved = await outdating(ofRuns, first, now, async () => {
        // Nobody locks another month by now without these bases: it may have made one of theirs final before.
        const [late] = (await checkedEntries(entries, me._id, ofRuns, now)).problems;
        if (late) throw new AppError('BASES_INVALID', { ...late });
        return inParallel(all, WRITES_AT_ONCE, putBases);
      });
      const lost = all[saved.indexOf(false)];
      if (lost) throw conflict(input.entries, lost.employeeId, lost.rev + 1);
      return { saved: saved.length };
    },
  });

/** The first months of somebody's lines. */
const monthsOf = (checked: readonly CheckedBase[], employeeId: string): readonly Month[] =>
  checked.filter(({ person }) => person.id === employeeId).map(({ after }) => after.from);

const conflict = (entries: readonly BaseEntry[], employeeId: string, version: number) =>
  new AppError('VERSION_CONFLICT', {
    ...{ version, rule: 'base', employeeId },
    line: entries.findIndex((each) => each.employeeId === employeeId) + 1,
  });

const noBases = (employeeId: string): OwnBases => ({ employeeId, rev: 0, list: [], history: [] });
