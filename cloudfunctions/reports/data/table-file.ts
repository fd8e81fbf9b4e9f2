import type { Report } from '#contracts/report';
import type { Column, FormatFile, OpenFormat, Row, TableFile, TablePlan } from '../domain/table';
import { addTo, totalsRow } from '../domain/totals';

/** The libraries are loaded when the first file is made: a refused call does not pay for them. */
export async function openTable(format: Report['format'], plan: TablePlan): Promise<TableFile> {
  const { open } = format === 'csv' ? await import('./csv-file') : await import('./xlsx-file');
  return plan.columns.some(({ optional }) => optional) ? heldTable(plan, open) : streamedTable(plan, open);
}

function streamedTable(plan: TablePlan, open: OpenFormat): TableFile {
  const file = open(plan);
  let sums: readonly number[] = [];
  return {
    add(rows) {
      sums = addTo(sums, rows);
      file.add(rows);
    },
    close: () => close(file, plan, sums),
  };
}

/** Which columns a file has is known when all its rows are. */
function heldTable(plan: TablePlan, open: OpenFormat): TableFile {
  const held: Row[] = [];
  return {
    add: (rows) => void held.push(...rows),
    close() {
      const isUsed = ({ optional }: Column, at: number) =>
        !optional || held.some((row) => row[at] !== null && row[at] !== undefined);
      const used = plan.columns.map(isUsed);
      const file = streamedTable({ ...plan, columns: plan.columns.filter((_, at) => used[at]) }, open);
      file.add(held.map((row) => row.filter((_, at) => used[at])));
      return file.close();
    },
  };
}

const close = (file: FormatFile, plan: TablePlan, sums: readonly number[]): Promise<Buffer> =>
  file.close(plan.hasTotals ? totalsRow(plan, sums) : null);
