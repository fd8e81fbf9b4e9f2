import type { Instant } from '#contracts/common';
import type { PayRun } from '../../payroll/public';
import { readAhead } from '../../shared/data/read-ahead';
import type { VersionedSettings } from '../data/file-settings';
import { columnTotal } from '../domain/check-table';
import type { PaidPerson } from '../domain/paid-person';
import type { LeftOut, PayExport } from '../domain/pay-export';
import { batchOf, type PayFile, type PeopleFile } from '../domain/pay-files';
import { type Tally, withSlips } from '../domain/tally';
import { type FileContext, type FileTable, tableOf } from '../domain/template';
import { PAGE_SIZE, type PaidPage, readPaidPeople } from './paid-people';

/** People in one file, unless the environment variable PAY_PEOPLE_PER_FILE says otherwise: banks take 3,000 rows. */
const PEOPLE_PER_FILE = 2_000;
const PAGES_AHEAD = 1;

/** What one call adds to an export. */
export interface Piece {
  readonly tally: Tally;
  /** Null where the call has no row. */
  readonly table: FileTable | null;
  readonly leftOut: readonly LeftOut[];
  /** Whose data was read. */
  readonly ownerIds: readonly string[];
  readonly cursor: string;
  readonly ended: boolean;
}

export interface Reading {
  readonly of: PayExport;
  readonly run: PayRun;
  readonly settings: VersionedSettings;
  readonly now: Instant;
  /** In terms of `performance.now()`; no page is read after it. */
  readonly deadline: number;
}

/** What all rows share. */
export const contextOf = ({ run, settings }: Reading, batch: string): FileContext => ({
  ...{ month: run._id, paidOn: run.paidOn, batch, payer: settings.settings.payer },
  purpose: `${run._id.slice(0, 4)}年${Number(run._id.slice(5))}月工资`,
});

/** Reads the next people of a run and makes a table of them, until it is full or the time is over. */
export async function fillPiece(file: PayFile, reading: Reading): Promise<Piece> {
  const pages = await readPages(reading, file.kind === 'people');
  const looked = pages.flatMap(({ slips, people }) =>
    people.map((person, at) => ({ person, slip: slips[at]?.content })),
  );
  const people = looked.map(({ person }) => person);
  const totals = looked.flatMap(({ slip }) => slip?.totals ?? []);
  const tally = withSlips(reading.of.tally, { people, totals }, file.kind === 'voucher');
  const last = pages.at(-1);
  const piece = {
    ...{ tally, table: null, leftOut: [], ownerIds: people.map(({ employeeId }) => employeeId) },
    ...{ cursor: people.at(-1)?.employeeId ?? reading.of.cursor, ended: last?.next === null },
  };
  return file.kind === 'people' ? { ...piece, ...tableOfPeople(file, people, tally, reading) } : piece;
}

async function readPages(reading: Reading, isCut: boolean): Promise<PaidPage[]> {
  const { of, run, settings, now, deadline } = reading;
  const most = Number(process.env.PAY_PEOPLE_PER_FILE) || PEOPLE_PER_FILE;
  const limit = isCut ? Math.min(PAGE_SIZE, most) : PAGE_SIZE;
  const pages: PaidPage[] = [];
  const read = (after: string) => readPaidPeople(run._id, after, limit, settings, now);
  for await (const page of readAhead(of.cursor, PAGES_AHEAD, read)) {
    pages.push(page);
    const isFull = isCut && (pages.length + 1) * limit > most;
    if (isFull || performance.now() >= deadline) break;
  }
  return pages;
}

/** The rows, and beside them who is not among them. The amounts are those of the cells, as they will be written. */
function tableOfPeople(
  file: PeopleFile,
  people: readonly PaidPerson[],
  tally: Tally,
  reading: Reading,
): Pick<Piece, 'table' | 'leftOut' | 'tally'> {
  const { of, run } = reading;
  const template = file.template(of.language);
  const rows: PaidPerson[] = [];
  const leftOut: LeftOut[] = [];
  let missed = 0;
  for (const person of people) {
    if (!file.isAbout(person, run._id)) continue;
    const rule = file.leftOut(person);
    if (rule === null) rows.push(person);
    else {
      missed += template.total(person);
      const { employeeId: id, name, nameEn } = person;
      leftOut.push({ person: { id, name: name || id, nameEn }, rule });
    }
  }
  const table = tableOf(template, rows, contextOf(reading, batchOf(run._id, run.version)));
  const inFile = template.totalTitle === null ? 0 : columnTotal(table, template.totalTitle);
  return {
    table: rows.length > 0 ? table : null,
    leftOut,
    tally: { ...tally, inFile: tally.inFile + inFile, leftOut: tally.leftOut + missed },
  };
}
