import type { Language } from '#contracts/common';
import type { Report } from '#contracts/report';
import type { Column, Row } from '../domain/table';

/** A table on its way into a file. */
export interface TableFile {
  add(rows: readonly Row[]): void;
  /** The whole file; nothing can be added after it. */
  close(): Promise<Buffer>;
}

export type OpenTable = (columns: readonly Column[], language: Language) => TableFile;

/** The libraries are loaded when the first file is made: a refused call does not pay for them. */
export async function openTable(
  format: Report['format'],
  ...about: Parameters<OpenTable>
): Promise<TableFile> {
  const { open } = format === 'csv' ? await import('./csv-file') : await import('./xlsx-file');
  return open(...about);
}
