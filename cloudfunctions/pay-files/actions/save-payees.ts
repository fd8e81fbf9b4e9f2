import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { PayeeEntry, PayFilesContract } from '#contracts/pay-files';
import { employeesById } from '../../people/public';
import { opening, requireOpened } from '../../second-check/public';
import { recordAccess } from '../../shared/audit/record-access';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { changedKeys } from '../../shared/history/changed-keys';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notifyEach } from '../../shared/outbox/outbox';
import { findDetails, type OwnDetails, putDetails } from '../data/pay-details';
import { detailFault, NO_DETAILS } from '../domain/pay-details';
import { entries } from '../inputs/payees';

const WRITES_AT_ONCE = 10;

/**
 * Saves accounts and identity cards of a pasted sheet; a wrong line refuses all of them. What a line leaves empty stays as it
 * was. Nobody enters their own account. Whoever gets another account is told before it is saved, so that nobody is left out by
 * a call that dies. One write per person whose data changes; after a failure in between the same sheet is sent again.
 * @throws AppError SECOND_CHECK_NEEDED, PAYEES_INVALID with the first wrong line, BUSY
 */
export const savePayees = employeeAction<PayFilesContract['savePayees']>({
  input: strictObject({ entries, opening }),
  allow: can('update', 'Payroll'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const ids = [...new Set(input.entries.map((each) => each.employeeId))];
    const [people, stored] = await Promise.all([employeesById(ids, now), findDetails(ids)]);
    requireRight(input.entries, new Set(people.keys()), me._id);
    const changed = input.entries.flatMap((entry): OwnDetails[] => {
      const before = stored.get(entry.employeeId);
      const after = merged(entry, before);
      const keys = changedKeys(before?.details ?? NO_DETAILS, after);
      if (keys.length === 0) return [];
      const rev = before?.rev ?? 0;
      const history = withChange(before?.history, changeBy(me, now, rev + 1, keys));
      const accountAt = keys.some((field) => ACCOUNT.has(field)) ? now : before?.accountAt;
      return [{ employeeId: entry.employeeId, rev, details: after, history, accountAt }];
    });
    if (changed.length > 0)
      await recordAccess({
        ...{ what: 'payee-change', aboutId: 'pay-details', ownerIds: changed.map((each) => each.employeeId) },
        ...{ at: now, readerId: me._id, readerName: me.name },
      });
    await notifyEach(
      changed.filter(({ accountAt }) => accountAt === now).map((each) => accountMessage(each, now)),
    );
    const saved = await inParallel(changed, WRITES_AT_ONCE, putDetails);
    if (saved.includes(false)) throw new AppError('BUSY', {});
    return { saved: saved.length };
  },
});

const ACCOUNT: ReadonlySet<string> = new Set(['account', 'bank', 'place']);

/** Once per change. It says neither the account nor who: who reads and changes stands on the page that it opens. */
const accountMessage = ({ employeeId, rev }: OwnDetails, at: Instant) => ({
  _id: `pay-account:${employeeId}:${rev + 1}`,
  event: 'pay.account-changed' as const,
  ...{ to: [employeeId], data: {}, aboutId: employeeId, at, template: 'result' as const },
});

/** An account is replaced with its bank; the other fields each by themselves. */
function merged(entry: PayeeEntry, before: OwnDetails | undefined): OwnDetails['details'] {
  const old = before?.details ?? NO_DETAILS;
  const [account, identity] = [entry.account === '' ? old : entry, entry.idNumber === '' ? old : entry];
  return {
    ...{ idKind: identity.idKind, idNumber: identity.idNumber },
    phone: entry.phone === '' ? old.phone : entry.phone,
    ...{ account: account.account, bank: account.bank, place: account.place },
  };
}

function requireRight(lines: readonly PayeeEntry[], known: ReadonlySet<string>, writerId: string): void {
  const seen = new Set<string>();
  for (const [index, { employeeId, ...details }] of lines.entries()) {
    const isTwice = seen.has(employeeId);
    seen.add(employeeId);
    const rule: ErrorData['PAYEES_INVALID']['rule'] | null = !known.has(employeeId)
      ? 'unknown'
      : employeeId === writerId
        ? 'own'
        : isTwice
          ? 'twice'
          : detailFault(details);
    if (rule) throw new AppError('PAYEES_INVALID', { line: index + 1, employeeId, rule });
  }
}
