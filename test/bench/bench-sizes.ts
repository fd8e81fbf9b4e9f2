import { measurePackages } from '../../scripts/build/package-sizes';
import { count, type Row, row } from './table';

/** Bytes of the packages as uploaded. */
export function benchSizes(): Row[] {
  return measurePackages().map(({ name, bytes, budget }) =>
    row(`package ${name}`, count(bytes, 'B'), { atMost: budget }),
  );
}
