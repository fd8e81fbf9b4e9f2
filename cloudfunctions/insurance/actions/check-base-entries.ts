import { strictObject } from 'valibot';
import type { InsuranceContract } from '#contracts/insurance-records';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { entries } from '../inputs/bases';
import { checkedEntries } from '../services/checked-entries';
import type { OfRuns } from '../services/of-runs';

/** The lines of a pasted sheet beside what is stored; nothing is saved. That the stored bases were read is recorded. */
export const checkBaseEntries = (ofRuns: Pick<OfRuns, 'findPayReach'>) =>
  employeeAction<InsuranceContract['checkBases']>({
    input: strictObject({ entries }),
    allow: can('update', 'Insurance'),
    async run({ input, me, now }) {
      const { problems, checked } = await checkedEntries(input.entries, me._id, ofRuns, now);
      const others = checked
        .filter(({ person, before }) => before !== null && person.id !== me._id)
        .map(({ person }) => person.id);
      if (others.length > 0)
        await recordAccess({
          ...{ what: 'insurance-bases', at: now, readerId: me._id, readerName: me.name },
          ...{ aboutId: 'insurance-bases:entries', ownerIds: [...new Set(others)] },
        });
      return { problems, checked };
    },
  });
