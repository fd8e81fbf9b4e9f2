import type { Report } from '#contracts/report';
import type { OpenTable, TableFile } from '../domain/table';

/** The libraries are loaded when the first file is made: a refused call does not pay for them. */
export async function openTable(
  format: Report['format'],
  ...about: Parameters<OpenTable>
): Promise<TableFile> {
  const { open } = format === 'csv' ? await import('./csv-file') : await import('./xlsx-file');
  return open(...about);
}
