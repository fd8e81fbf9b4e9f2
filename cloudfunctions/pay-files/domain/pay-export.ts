import type { Instant, Language, Month } from '#contracts/common';
import type { NotInFile, PayFileEvent, PayFileFormat, PayFileId } from '#contracts/pay-files';
import type { PersonBrief } from '#contracts/person';
import type { Tally } from './tally';
import type { VoucherSums } from './voucher';

/** What to export. The same order has one document. */
export interface PayOrder {
  readonly month: Month;
  readonly file: PayFileId;
  readonly format: PayFileFormat;
  readonly language: Language;
}

export interface PayExportFile {
  readonly fileId: string;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface LeftOut {
  readonly person: PersonBrief;
  readonly rule: NotInFile;
}

/** A voucher as it was exported of a version of the run. */
export interface Booked {
  readonly version: number;
  readonly sums: VoucherSums;
}

/** An export, and how far it has come; a document of `pay_files` has tally and vouchers encrypted. */
export interface PayExport extends PayOrder {
  readonly _id: string;
  readonly rev: number;
  /** Of the tap that it is made for. */
  readonly key: string;
  readonly byId: string;
  /** Of the run. */
  readonly version: number;
  readonly state: 'running' | 'done';
  /** The last employee number that is done. */
  readonly cursor: string;
  /** One call works on it until then. */
  readonly heldUntil: Instant;
  /** Where its files are: a name that nobody guesses. */
  readonly folder: string;
  readonly files: readonly PayExportFile[];
  /** Files of the export before it, removed once this one is there. */
  readonly outdated: readonly string[];
  /** After this moment its files are removed; 0 if there are none. */
  readonly filesUntil: Instant;
  readonly tally: Tally;
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Finished exports, the first one and the last ones. */
  readonly events: readonly PayFileEvent[];
  readonly count: number;
  /** Of a voucher. */
  readonly booked: readonly Booked[];
}

export const exportId = ({ month, file, format, language }: PayOrder): string =>
  `${month}_${file}_${language}_${format}`;

export const MAX_LEFT_OUT = 100;
const MAX_EVENTS = 20;
const MAX_BOOKED = 3;

/** Finished exports with one more; the first one stays. */
export const withEvent = (events: readonly PayFileEvent[], event: PayFileEvent): readonly PayFileEvent[] =>
  events.length < MAX_EVENTS
    ? [...events, event]
    : [...events.slice(0, 1), ...events.slice(2 - MAX_EVENTS), event];

/** What was booked, with a version that replaces an earlier export of the same one. */
export const withBooked = (booked: readonly Booked[], one: Booked): readonly Booked[] =>
  [...booked.filter(({ version }) => version !== one.version), one].slice(-MAX_BOOKED);

/** The latest voucher of an earlier version. */
export const bookedBefore = (exports: readonly Pick<PayExport, 'booked'>[], version: number): Booked | null =>
  exports
    .flatMap(({ booked }) => booked)
    .filter((each) => each.version < version)
    .sort((a, b) => b.version - a.version)[0] ?? null;

/** All finished exports of a file, in whatever format, the earliest first. */
export function eventsOf(exports: readonly Pick<PayExport, 'events' | 'count'>[]) {
  const events = exports.flatMap((each) => each.events).sort((a, b) => a.at - b.at);
  return {
    first: events[0] ?? null,
    last: events.at(-1) ?? null,
    count: exports.reduce((sum, { count }) => sum + count, 0),
  };
}
