import { measurePackages } from '../../scripts/check/compiled/package-sizes';
import { compileForWechat, WECHAT_OUTPUT } from '../../scripts/wechat/compile';
import { readFileSet } from '../../scripts/wechat/file-set';
import { count, type Row, row } from './table';

/** Bytes of the packages as WeChat's compiler makes them. */
export async function benchSizes(): Promise<Row[]> {
  await compileForWechat();
  return measurePackages(readFileSet(WECHAT_OUTPUT)).map(({ name, bytes, budget }) =>
    row(`package ${name}`, count(bytes, 'B'), { atMost: budget }),
  );
}
