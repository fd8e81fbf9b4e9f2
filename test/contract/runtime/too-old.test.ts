import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEPLOYMENTS, RUNTIME } from '../../../cloudfunctions/deployment';
import type { Identity } from '../../../local/cloud';
import { startTestCloud, type TestCloud } from '../../support/cloud';
import { installedRuntime } from '../../support/function-runtime';
import { scratchFolder } from '../../unit/scripts/scratch-folder';

const DIST = path.resolve(__dirname, '../../../dist/cloudfunctions');
const NAMES = Object.keys(DEPLOYMENTS);
const EVENT = { action: 'nothing', input: {} };
const CONSOLE: Identity = { kind: 'console' };
const PERSON: Identity = { kind: 'user', openid: 'oSomeone' };
const tooOld = installedRuntime('tooOld');
const onOldNode = tooOld ? describe : describe.skip;

onOldNode('on Node.js 16.13.2', () => {
  const probes = scratchFolder({
    'last/index.js': 'exports.main = () => [1, 2, 3].findLast((n) => n < 3);',
    'version/index.js': 'exports.main = () => process.versions.node;',
  });
  let cloud: TestCloud;
  let probing: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ functionNode: tooOld });
    probing = await startTestCloud({ functionNode: tooOld, functionsDir: probes });
  });
  afterAll(async () => {
    await cloud.close();
    await probing.close();
    rmSync(probes, { recursive: true });
  });

  test.each(NAMES)('%s says at its first call that its Node.js is too old', async (name) => {
    for (const as of [PERSON, CONSOLE, { kind: 'timer', name: 'any' } as const]) {
      const { result, logs, costs } = await cloud.invoke(name, EVENT, { as, requestId: `r-${as.kind}` });
      const data = { function: name, needed: RUNTIME.node, found: '16.13.2' };
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'RUNTIME_TOO_OLD', data },
        requestId: `r-${as.kind}`,
      });
      expect(logs).toMatchObject([{ level: 'error', text: expect.stringContaining('RUNTIME_TOO_OLD') }]);
      expect(costs.requests).toBe(0);
    }
  });

  test('it is really that version, and what the functions use of a newer one throws there', async () => {
    expect((await probing.invoke('version', {}, { as: CONSOLE })).result).toBe('16.13.2');
    await expect(probing.invoke('last', {}, { as: CONSOLE })).rejects.toThrow('findLast is not a function');
  });
});

describe('deployed without config.json, as by an upload of the code alone', () => {
  let folder: string;
  let cloud: TestCloud;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tongxin-undescribed-'));
    cpSync(DIST, folder, { recursive: true, filter: (file) => path.basename(file) !== 'config.json' });
    cloud = await startTestCloud({ functionsDir: folder });
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(folder, { recursive: true });
  });

  test.each(NAMES)(
    '%s gets 3 s, and tells the console and the timer so before anything runs',
    async (name) => {
      for (const as of [CONSOLE, { kind: 'timer', name: 'any' } as const]) {
        const { result, costs } = await cloud.invoke(name, EVENT, { as });
        const data = { function: name, needed: DEPLOYMENTS[name]?.timeout, found: 3 };
        expect(result).toMatchObject({ ok: false, error: { code: 'TIME_LIMIT_TOO_SHORT', data } });
        expect(costs.requests).toBe(0);
      }
    },
  );

  test('a person is answered, and the log of the instance names the short time once', async () => {
    const logsOf = async () => {
      const { result, logs } = await cloud.invoke('schedule', EVENT, { as: PERSON });
      expect(result).toMatchObject({ error: { code: 'ACTION_UNKNOWN' } });
      return logs.map(({ text }) => text);
    };
    const refused = expect.stringContaining('REFUSED ACTION_UNKNOWN');
    expect(await logsOf()).toEqual([expect.stringContaining('TIME_LIMIT_TOO_SHORT'), refused]);
    expect(await logsOf()).toEqual([refused]);
  });

  test('with the config.json that is built nothing is wrong', async () => {
    for (const name of NAMES) {
      const config = readFileSync(path.join(DIST, name, 'config.json'));
      writeFileSync(path.join(folder, name, 'config.json'), config);
      const { result } = await cloud.invoke(name, EVENT, { as: CONSOLE });
      expect(result).toMatchObject({ error: { code: 'ACTION_UNKNOWN' } });
    }
  });
});
