import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { collection } from '../../shared/data/collection';
import { figure, maybe, text, yesOrNo } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, requireAbsent } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import { detailFault, type PayDetails } from '../domain/pay-details';

/**
 * A document of `pay_details`; `_id` is the employee number. Identity card, phone and account are encrypted, bound to it;
 * the plain fields say what is there.
 */
interface StoredDetails {
  readonly _id: string;
  readonly rev: number;
  readonly sealed: string;
  readonly hasId: boolean;
  readonly hasPhone: boolean;
  readonly hasAccount: boolean;
  /** Who has changed which fields, without a value. */
  readonly history: readonly Change[];
  /** When the account was entered or changed last. Absent in records from before it was kept. */
  readonly accountAt?: Instant;
}

/** Of one person; rev 0 if nothing is stored. */
export interface OwnDetails {
  readonly employeeId: string;
  readonly rev: number;
  readonly details: PayDetails;
  readonly history: readonly Change[];
  readonly accountAt?: Instant | undefined;
}

const stored = collection<StoredDetails>('pay_details', {
  ...{ rev: figure, sealed: text, hasId: yesOrNo, hasPhone: yesOrNo, hasAccount: yesOrNo },
  accountAt: maybe(figure),
});

const placeOf = (employeeId: string): string => `pay_details:${employeeId}`;

export const resealedDetails = resealed(stored, [sealedText('sealed', placeOf)]);

/** Of at most 1,000 people, by employee number; without those of whom nothing is stored. */
export async function findDetails(employeeIds: readonly string[]): Promise<ReadonlyMap<string, OwnDetails>> {
  const found = await stored.byIds(employeeIds);
  return new Map(openedEach(stored.name, found, opened).map((each) => [each.employeeId, each]));
}

/** What is stored of at most 1,000 people, without reading it. */
export async function findWhatIsThere(employeeIds: readonly string[]) {
  const found = await stored.fieldsByIds(['hasId', 'hasPhone', 'hasAccount'], employeeIds);
  return new Map(found.map((each) => [each._id, each]));
}

const MOST = 1_000;

/** Whose account was entered or changed after a moment, when and by whom. */
export interface ChangedAccount {
  readonly employeeId: string;
  readonly at: Instant;
  readonly by: PersonBrief;
}

/** The latest first; at most a thousand. Nothing is decrypted. */
export async function findChangedAccounts(since: Instant): Promise<readonly ChangedAccount[]> {
  const found = await stored.listFields(['accountAt', 'history'], (_) => ({ accountAt: _.gt(since) }), MOST, [
    ['accountAt', 'desc'],
  ]);
  return found.map(({ _id, accountAt = since, history }) => {
    const change = history.find(({ at }) => at === accountAt);
    const by = { id: change?.byId ?? '', name: change?.byName ?? '', nameEn: change?.byNameEn ?? '' };
    return { employeeId: _id, at: accountAt, by };
  });
}

export const findAccountsChanged = async (since: Instant): Promise<readonly string[]> =>
  (await findChangedAccounts(since)).map(({ employeeId }) => employeeId);

/**
 * @returns whether they were saved; false if somebody else has changed them since they were read
 * @throws AppError RECORD_FAULTY for who has one that cannot be read
 */
export async function putDetails({
  employeeId,
  rev,
  details,
  history,
  accountAt,
}: OwnDetails): Promise<boolean> {
  if (detailFault(details)) throw new RangeError('Details that were not checked');
  const fields = {
    sealed: encryptText(JSON.stringify(details), placeOf(employeeId)),
    hasId: details.idNumber !== '',
    hasPhone: details.phone !== '',
    hasAccount: details.account !== '',
    history,
    ...(accountAt !== undefined && { accountAt }),
  };
  if (rev === 0) {
    requireAbsent(stored.name, employeeId);
    return (await stored.add({ _id: employeeId, rev: 1, ...fields })) === 'added';
  }
  const changed = await stored.updateWhere(
    () => ({ _id: employeeId, rev }),
    () => ({ ...fields, rev: rev + 1 }),
  );
  return changed === 1;
}

const opened = ({ _id, rev, sealed, history, accountAt }: StoredDetails): OwnDetails => ({
  ...{ employeeId: _id, rev, history, accountAt },
  details: JSON.parse(decryptText(sealed, placeOf(_id))) as PayDetails,
});
