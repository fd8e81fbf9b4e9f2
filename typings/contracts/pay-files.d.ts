import type { Day, Instant, Language, LocalText, Month, PageOf } from './common';
import type { Fen } from './pay';
import type { PayRunState } from './payroll';
import type { PersonBrief } from './person';

/** A layout of a file; a newer version of a layout has an id of its own. */
export type PayFileId =
  | 'cmb'
  | 'cmb-other'
  | 'icbc'
  | 'bank-csv'
  | 'tax-people-51'
  | 'tax-wages-30'
  | 'tax-wages-29'
  | 'tax-wages-28'
  | 'tax-bonus-11'
  | 'tax-severance-10'
  | 'insurance-list'
  | 'insurance-join-12'
  | 'voucher-24'
  | 'voucher-u8'
  | 'voucher-24-difference'
  | 'voucher-u8-difference'
  | 'register';

export type PayFileGroup = 'bank' | 'tax' | 'insurance' | 'voucher' | 'register';
export type PayFileFormat = 'xlsx' | 'csv';

/** Why somebody of a run is not in a file. */
export type NotInFile = 'no-account' | 'nothing-to-pay' | 'no-id' | 'no-phone' | 'no-city' | 'no-record';

/** Who exported a file, and when; the id is empty for the cloud console. */
export interface PayFileEvent {
  readonly at: Instant;
  readonly by: PersonBrief;
  /** Of the run. */
  readonly version: number;
}

/** What a locked month can give. */
export interface PayFileOffer {
  readonly id: PayFileId;
  readonly group: PayFileGroup;
  readonly name: LocalText;
  /** As whoever receives it asks for it. */
  readonly format: PayFileFormat;
  /** Heads in Chinese or English; other files have the heads that their receiver expects. */
  readonly hasLanguages: boolean;
  /** Since when the layout is known, and where it was read. */
  readonly since: Day;
  readonly source: LocalText;
  readonly first: PayFileEvent | null;
  readonly last: PayFileEvent | null;
  readonly count: number;
  /** Why it cannot be made. */
  readonly blocked: 'no-payer' | 'nothing-booked' | null;
}

/** Somebody whose data is missing for a file. */
export interface MissingData {
  readonly person: PersonBrief;
  readonly rules: readonly NotInFile[];
}

/** A bank account that was entered or changed, without its number. */
export interface AccountChange {
  readonly person: PersonBrief;
  readonly by: PersonBrief;
  readonly at: Instant;
}

export interface PayFilesView {
  readonly month: Month;
  readonly state: PayRunState | 'none';
  readonly paidOn: Day | null;
  readonly version: number;
  readonly people: number;
  readonly net: Fen;
  /** Names the run in every file of it. */
  readonly batch: string;
  readonly files: readonly PayFileOffer[];
  readonly missing: readonly MissingData[];
  /** Since the run was locked, the latest first; the first twenty, with `accountsCount` in all. */
  readonly accounts: readonly AccountChange[];
  readonly accountsCount: number;
  /** Where the next people are; null at the end. */
  readonly next: string | null;
}

/** An export, as far as it has come. */
export interface PayFileExport {
  readonly file: PayFileId;
  readonly state: 'running' | 'done';
  /** People who were looked at, and those of the run. */
  readonly done: number;
  readonly people: number;
  readonly files: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  /** Temporary, one for each file; empty while it is made. */
  readonly links: readonly string[];
  /** What the rows add up to; null for a file without amounts. */
  readonly total: Fen | null;
  /** Who is not in it, and why; at most a hundred. */
  readonly leftOut: readonly { readonly person: PersonBrief; readonly rule: NotInFile }[];
  readonly leftOutCount: number;
  /** The first export of the file, and how many there are with this one. */
  readonly first: PayFileEvent | null;
  readonly count: number;
}

/** Kinds of documents of identity, as the tax client names them. */
export type IdKind = 'resident' | 'passport' | 'hk-macao' | 'taiwan' | 'permanent';

/** What files need to know of a person. Empty where it is unknown. */
export interface PayeeEntry {
  readonly employeeId: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly phone: string;
  readonly account: string;
  readonly bank: string;
  /** Province and city of the bank. */
  readonly place: string;
}

/** Of somebody, with the last four digits alone. */
export interface Payee {
  readonly person: PersonBrief;
  readonly idEnd: string;
  readonly accountEnd: string;
  readonly bank: string;
  readonly hasPhone: boolean;
}

interface BookAccount {
  readonly code: string;
  readonly name: string;
}

export type BookAccountId =
  | 'wagesPayable'
  | 'insurancePayable'
  | 'fundPayable'
  | 'bank'
  | 'incomeTax'
  | 'keptInsurance'
  | 'keptFund'
  | 'keptOther'
  | 'owed';

export interface PayFileSettings {
  /** The account that pays. */
  readonly payer: { readonly name: string; readonly account: string; readonly bank: string };
  readonly accounts: Readonly<Record<BookAccountId, BookAccount>>;
  /** Of the expense: of all departments, and of a department with those below it. */
  readonly expense: BookAccount;
  readonly centres: readonly { readonly departmentId: string; readonly account: BookAccount }[];
}

export interface PayFileSettingsView extends PayFileSettings {
  readonly version: number;
  readonly departments: readonly { readonly id: string; readonly name: LocalText }[];
}

/**
 * Files of payroll, by the payroll role or in the cloud console. `opening`: what `openPay` gave; the console has none.
 */
export interface PayFilesContract {
  /** What a month can give, and who is missing for it; with `cursor` the next people. */
  payFiles: {
    input: { readonly month: Month; readonly cursor?: string; readonly opening?: string };
    output: PayFilesView;
  };
  /** Makes a file, piece by piece: call again with the same `key` while it is `running`. `again`: once more. */
  exportPayFile: {
    input: {
      readonly key: string;
      readonly month: Month;
      readonly file: PayFileId;
      readonly format: PayFileFormat;
      readonly language: Language;
      readonly again?: boolean;
      /** Of a file for a bank: the latest change of an account after the lock that the caller has seen. */
      readonly accountsUntil?: Instant;
      readonly opening?: string;
    };
    output: PayFileExport;
  };
  payees: { input: { readonly cursor?: string; readonly opening: string }; output: PageOf<Payee> };
  /** All of the lines or none. The same again changes nothing. */
  savePayees: {
    input: { readonly entries: readonly PayeeEntry[]; readonly opening: string };
    output: { readonly saved: number };
  };
  payFileSettings: { input: { readonly opening: string }; output: PayFileSettingsView };
  savePayFileSettings: {
    input: { readonly settings: PayFileSettings; readonly expectedVersion: number; readonly opening: string };
    output: PayFileSettingsView;
  };
}

/** A proof of one's own slip for a bank. */
export interface PayProof {
  /** What a bank types, such as `7K2M-P9QX-4T6B`. */
  readonly code: string;
  readonly company: LocalText;
  readonly name: string;
  readonly nameEn: string;
  readonly month: Month;
  readonly paidOn: Day;
  readonly gross: Fen;
  readonly contributions: Fen;
  readonly tax: Fen;
  readonly net: Fen;
  readonly job: LocalText;
  readonly hiredOn: Day;
  readonly madeOn: Day;
  /** The last day on which the code is confirmed. */
  readonly until: Day;
}

export interface PayProofContract {
  provePayslip: {
    input: { readonly month: Month; readonly version: number; readonly opening: string };
    output: PayProof;
  };
  /** Whoever was given a proof: whether the code belongs to a slip with exactly this net pay. */
  checkProof: {
    input: { readonly code: string; readonly net: Fen };
    output: {
      readonly company: LocalText;
      readonly name: string;
      readonly month: Month;
      readonly until: Day;
    };
  };
}

/** Which data of a person was read. */
export type ReadData =
  | 'salary'
  | 'payslips'
  | 'pay-dispute'
  | 'one-off-pay'
  | 'pay-file'
  | 'payees'
  | 'payee-change'
  | 'insurance-bases'
  | 'deductions'
  | 'tax-year'
  | 'appraisal'
  | 'board'
  | 'request'
  | 'invites';

/** Somebody has read data of the caller; the job as it is now. `reader` is null for the cloud console. */
export interface DataReading {
  readonly id: string;
  readonly at: Instant;
  readonly what: ReadData;
  readonly reader: PersonBrief | null;
  readonly job: LocalText | null;
}

export interface ReadingsCursor {
  readonly at: Instant;
  readonly id: string;
}

export interface ReadersContract {
  dataReaders: {
    input: { readonly cursor?: ReadingsCursor };
    output: { readonly items: readonly DataReading[]; readonly next: ReadingsCursor | null };
  };
}
