import type { DeclaredBase } from '#contracts/insurance-records';
import { collection } from '../../shared/data/collection';
import { figure, text } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, requireAbsent } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';

/** A document of `insurance_bases`; `_id` is the employee number. A base is close to a salary, so all are encrypted. */
interface StoredBases {
  readonly _id: string;
  readonly rev: number;
  /** The list as JSON, bound to this document. */
  readonly sealed: string;
  /** Who changed them and from which month on, without an amount. */
  readonly history: readonly Change[];
}

/** Somebody's bases; rev 0 if there are none. */
export interface OwnBases {
  readonly employeeId: string;
  readonly rev: number;
  /** In order of their months. */
  readonly list: readonly DeclaredBase[];
  readonly history: readonly Change[];
}

const bases = collection<StoredBases>('insurance_bases', { rev: figure, sealed: text });

const placeOf = (employeeId: string): string => `insurance_bases:${employeeId}`;

export const resealedBases = resealed(bases, [sealedText('sealed', placeOf)]);

/** The bases of at most 1,000 people by employee number; without those who have none. */
export async function findBases(employeeIds: readonly string[]): Promise<ReadonlyMap<string, OwnBases>> {
  const found = await bases.byIds(employeeIds);
  return new Map(openedEach(bases.name, found, opened).map((each) => [each.employeeId, each]));
}

/**
 * @returns whether they were saved; false if somebody else has changed them since they were read
 * @throws AppError RECORD_FAULTY for who has one that cannot be read
 */
export async function putBases({ employeeId, rev, list, history }: OwnBases): Promise<boolean> {
  const sealed = encryptText(JSON.stringify(list), placeOf(employeeId));
  if (rev === 0) {
    requireAbsent(bases.name, employeeId);
    return (await bases.add({ _id: employeeId, rev: 1, sealed, history })) === 'added';
  }
  const changed = await bases.updateWhere(
    () => ({ _id: employeeId, rev }),
    () => ({ rev: rev + 1, sealed, history }),
  );
  return changed === 1;
}

const opened = ({ _id, rev, sealed, history }: StoredBases): OwnBases => ({
  employeeId: _id,
  rev,
  list: JSON.parse(decryptText(sealed, placeOf(_id))) as DeclaredBase[],
  history,
});
