import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/root';
import { spreadOf } from './figures';
import { ms, type Row, row } from './table';

interface Load {
  readonly load: number;
  readonly answer?: number;
  readonly code?: string;
}

const RUNS = 9;
/** What the platform sets for every function. */
const PLATFORM = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'bench' };

/** How long a module takes to load, and to answer a request, ms. */
export function inFreshProcess(module: string, request?: 'refuse' | 'admit'): Load {
  const args = [path.join(__dirname, 'function-load.js'), module, ...(request ? [request] : [])];
  const env = { PATH: process.env.PATH, ...PLATFORM };
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' })) as Load;
}

function expectCode({ code }: Load, wanted: string): void {
  if (code !== wanted) throw new Error(`The benchmark expected ${wanted}, the function answered ${code}.`);
}

/** Cold start: our bundle against the SDK as it is in node_modules; fresh processes, taken in turn. */
export function benchLoad(): Row[] {
  const plain: number[] = [];
  const cold: number[] = [];
  const used: number[] = [];
  const refused: number[] = [];
  const bundle = path.join(ROOT, 'dist/cloudfunctions/attendance/index.js');
  for (let run = 0; run < RUNS; run += 1) {
    plain.push(inFreshProcess('wx-server-sdk').load);
    const admit = inFreshProcess(bundle, 'admit');
    expectCode(admit, 'CALLER_REFUSED');
    used.push(admit.load + (admit.answer ?? 0));
    const refuse = inFreshProcess(bundle, 'refuse');
    expectCode(refuse, 'ACTION_UNKNOWN');
    cold.push(refuse.load);
    refused.push(refuse.answer ?? 0);
  }
  const peer = ms(spreadOf(plain));
  const target = Math.round(peer.value * 0.8);
  return [
    row('load of attendance, against require of the SDK', ms(spreadOf(cold)), { atMost: target }, peer),
    row('load and first use of the SDK inside', ms(spreadOf(used)), { atMost: target }, peer),
    row('a request refused by its form', ms(spreadOf(refused)), { atMost: 5 }),
  ];
}
