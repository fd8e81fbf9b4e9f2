import { APPRAISAL, appraisalCompany, appraisalSeed } from '../unit/cloudfunctions/support/appraisal-company';
import { PEOPLE, requestSeed, type Who } from '../unit/cloudfunctions/support/request-company';
import { type InstrumentOptions, openInstrumentedCompany } from './instrumented-company';

type Documents = Record<string, Record<string, unknown>[]>;

export interface RacedResult {
  readonly row: { readonly rev: number; readonly after: string; readonly changes: readonly object[] } | null;
  readonly result: {
    readonly rev: number;
    readonly versions: readonly { readonly grade: string }[];
    readonly read: readonly object[];
    readonly appeals: readonly { readonly state: string }[];
  } | null;
  readonly appeal: string;
  readonly appealTo: readonly string[];
}

export interface RacedBoard {
  readonly rev: number;
  readonly state: string;
  readonly counts: readonly { readonly grade: string; readonly count: number }[];
  readonly events: readonly object[];
}

/** The company of the appraisal tests under an instrument; `begin` puts the database to where a run begins. */
export async function openInstrumentedAppraisal(now: string, options: InstrumentOptions = {}) {
  const company = appraisalCompany(await openInstrumentedCompany(now, options));
  const everything = async (): Promise<Documents> => {
    const found = company.db.collectionNames().map(async (name) => [name, await company.db.find(name)]);
    return Object.fromEntries(await Promise.all(found)) as Documents;
  };
  /** The clock goes on: what is known to an instance would be from the future. */
  const restore = async (documents: Documents): Promise<void> => {
    const none = company.db.collectionNames().map((name) => [name, []]);
    await company.db.replaceAll({ ...Object.fromEntries(none), ...documents });
  };
  const begin = async (documents: Documents): Promise<void> => {
    company.clock.set(Date.parse(now));
    await restore(documents);
  };
  const board = async (unitId = 'D2') =>
    (await company.db.get('calibration_boards', `${APPRAISAL}:${unitId}`)) as unknown as RacedBoard;
  const resultOf = async (who: Who) =>
    (await company.db.get('appraisal_results', `${APPRAISAL}:${PEOPLE[who]}`)) as unknown as RacedResult;
  return {
    ...company,
    everything,
    begin,
    restore,
    board,
    resultOf,
    /** A cycle whose answers have ended. */
    beginClosing: () => begin({ ...requestSeed(), ...appraisalSeed() }),
    /** A cycle whose grades are on the boards. */
    async beginCalibration(): Promise<Documents> {
      await begin({ ...requestSeed(), ...appraisalSeed() });
      await company.run();
      return everything();
    },
    cycle: () => company.db.get('appraisal_cycles', APPRAISAL),
    /** The numbers of a board are those of its rows, and each row knows all its changes. */
    async expectBoardOfItsRows(): Promise<void> {
      const { counts } = await board();
      const results = (await company.db.find('appraisal_results', {
        boardId: `${APPRAISAL}:D2`,
      })) as unknown as RacedResult[];
      const given = results.flatMap(({ row }) => row?.after ?? []);
      for (const { grade, count } of counts)
        expect(given.filter((each) => each === grade)).toHaveLength(count);
      for (const { row } of results) expect(row?.changes).toHaveLength(row?.rev ?? 0);
    },
  };
}
