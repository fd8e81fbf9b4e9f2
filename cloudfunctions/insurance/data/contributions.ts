import type { Month } from '#contracts/common';
import type { ContributionLine, InsuranceCity } from '#contracts/insurance';
import { collection } from '../../shared/data/collection';
import { figure, month, text } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';

/** A document of `contributions`: a person's month of one version of a run. */
interface StoredContribution {
  /** `<employee>:<month>:<version>`; what was written is never changed. */
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly version: number;
  readonly city: InsuranceCity;
  readonly sealed: string;
}

export interface Contribution {
  readonly employeeId: string;
  readonly month: Month;
  /** Of the run that has paid it: a recalled run is followed by a higher one. */
  readonly version: number;
  readonly city: InsuranceCity;
  readonly lines: readonly ContributionLine[];
}

const contributions = collection<StoredContribution>('contributions', {
  month,
  version: figure,
  sealed: text,
});

const MAX_MONTHS = 1_000;

/** Adds those that are not there yet; the same again adds nothing. */
export const addContributions = (records: readonly Contribution[]): Promise<void> =>
  contributions.addMissing(records.map(sealed));

/** The months of one person from a month to another, each by its latest version, in order. */
export async function findContributions(employeeId: string, from: Month, to: Month): Promise<Contribution[]> {
  const found = await contributions.list(
    (_) => ({ employeeId, month: _.gte(from).and(_.lte(to)) }),
    MAX_MONTHS,
    [
      ['month', 'asc'],
      ['version', 'asc'],
    ],
  );
  const latest = new Map(found.map((each) => [each.month, each]));
  return openedEach(contributions.name, [...latest.values()], opened);
}

function sealed({ lines, ...record }: Contribution): StoredContribution {
  const _id = `${record.employeeId}:${record.month}:${record.version}`;
  return { ...record, _id, sealed: encryptText(JSON.stringify(lines), placeOf(_id)) };
}

const placeOf = (id: string): string => `contributions:${id}`;

export const resealedContributions = resealed(contributions, [sealedText('sealed', placeOf)]);

const opened = ({ _id, employeeId, month, version, city, sealed }: StoredContribution): Contribution => ({
  ...{ employeeId, month, version, city },
  lines: JSON.parse(decryptText(sealed, placeOf(_id))) as ContributionLine[],
});
