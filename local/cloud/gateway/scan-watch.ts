import { CloudError } from '../cloud-error';
import { filterFields, isServed, type Scan, servingIndex } from '../store/scan-report';
import type { FullScan } from '../types';
import type { Invocation } from './invocations';
import { warn } from './warnings';

/** How many documents a query may scan without an index, and whether more is an error. */
export interface ScanRule {
  limit: number;
  fail: boolean;
}

/** Counts a query, and records it if no index would serve it. @throws CloudError if the rule makes that an error */
export function watchScan(invocation: Invocation, scan: Scan, rule: ScanRule): void {
  invocation.costs.scanned += scan.scanned;
  if (scan.scanned <= rule.limit || isServed(scan)) return;
  const { collection, scanned } = scan;
  const found: FullScan = {
    kind: 'full-scan',
    collection,
    fields: filterFields(scan.filter),
    scanned,
    index: servingIndex(scan) ?? null,
  };
  warn(invocation, found);
  if (!rule.fail) return;
  const advice = found.index
    ? `an index like ${JSON.stringify(found.index)} would serve it`
    : 'it asks for everything';
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] A search of ${collection} by ${JSON.stringify(found.fields)} looked at ${scanned} documents without an index: ${advice}.`,
  );
}
