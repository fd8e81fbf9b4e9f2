import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { TaxYearDraft } from '#contracts/tax';
import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, text } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';

/** `_id` is `<employee>:<year>`. What was earned and withheld elsewhere is encrypted. */
interface StoredYear {
  readonly _id: string;
  readonly employeeId: string;
  readonly version: number;
  readonly sealed: string;
  readonly changes: readonly YearChange[];
}

export interface YearChange {
  readonly at: Instant;
  readonly by: PersonBrief;
}

const years = collection<StoredYear>('tax_years', {
  ...{ employeeId: text, version: figure, sealed: text },
  changes: listOfObjects({ at: figure }),
});

const idOf = (employeeId: string, year: number): string => `${employeeId}:${year}`;

export interface TaxYear extends TaxYearDraft {
  readonly version: number;
  readonly changes: readonly YearChange[];
}

/** Null if nothing is known before the first run: a resident whose allowance counts by month. */
export async function findTaxYear(employeeId: string, year: number): Promise<TaxYear | null> {
  const found = await years.byId(idOf(employeeId, year));
  return found ? openedOne(years.name, found, opened) : null;
}

/** By employee; those without a document are missing. */
export async function findTaxYears(
  employeeIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, TaxYear>> {
  const found = await years.byIds(employeeIds.map((id) => idOf(id, year)));
  return new Map(openedEach(years.name, found, (each) => [each.employeeId, opened(each)] as const));
}

/** Saves the next version of a year. @returns whether the one before it was `version` - 1 */
export async function saveTaxYear(
  employeeId: string,
  year: number,
  { version, changes, ...draft }: TaxYear,
): Promise<boolean> {
  const _id = idOf(employeeId, year);
  const content = { version, changes, sealed: encryptText(JSON.stringify(draft), placeOf(_id)) };
  if (version === 1) return (await years.add({ _id, employeeId, ...content })) === 'added';
  const changed = await years.updateWhere(
    () => ({ _id, version: version - 1 }),
    () => content,
  );
  return changed === 1;
}

const placeOf = (id: string): string => `tax_years:${id}`;

export const resealedYears = resealed(years, [sealedText('sealed', placeOf)]);

const opened = ({ _id, version, changes, sealed }: StoredYear): TaxYear => ({
  ...withPension(JSON.parse(decryptText(sealed, placeOf(_id))) as TaxYearDraft),
  ...{ version, changes },
});

/** Missing of years that were saved before it could be entered. */
const withPension = ({
  pension,
  ...draft
}: Omit<TaxYearDraft, 'pension'> & Partial<TaxYearDraft>): TaxYearDraft => ({
  ...draft,
  pension: pension ?? [],
});
