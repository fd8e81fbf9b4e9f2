import { exactOptional, pipe, regex, strictObject, string } from 'valibot';
import type { RecordFault } from '#contracts/record-fault';
import type { RequestRulesContract } from '#contracts/request-rules';
import { checkedCollection } from '../../shared/data/collection';
import { type DataFault, findFaultsAfter, removeFaults } from '../../shared/faults/data-faults';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { stillFaulty } from '../domain/still-faulty';

/** Faults per page. */
const PAGE_SIZE = 50;

/**
 * The stored documents that are left out everywhere because they cannot be used. Each is looked at again, so that what
 * was mended is gone at once: one read, and one for every collection that has faults.
 */
export const listFaults = employeeAction<RequestRulesContract['dataFaults']>({
  input: strictObject({ cursor: exactOptional(pipe(string(), regex(/^[A-Za-z0-9_:.-]{1,200}$/))) }),
  allow: can('read', 'DataFaults'),
  async run({ input: { cursor = '' }, now }) {
    const seen = await findFaultsAfter(cursor, PAGE_SIZE);
    const names = [...new Set(seen.map(({ collection }) => collection))].filter(checkedCollection);
    const found = await Promise.all(names.map((name) => faultsNow(name, seen)));
    const { open, mended } = stillFaulty(seen, found.flat(), new Set(names), now);
    await removeFaults(mended, now);
    return {
      items: open.map(faultOf),
      next: seen.length === PAGE_SIZE ? (seen.at(-1)?._id ?? null) : null,
    };
  },
});

const faultsNow = (name: string, seen: readonly DataFault[]) => {
  const ids = seen.filter(({ collection }) => collection === name).map(({ document }) => document);
  return checkedCollection(name)?.faultsAmong(ids) ?? [];
};

const faultOf = ({ _id, ...fault }: DataFault): RecordFault => ({ id: _id, ...fault });
