import path from 'node:path';
import {
  createClock,
  type EmbeddedCloud,
  readDatabaseDeclaration,
  readFunctionRule,
  readPushRule,
  readStorageRule,
  startCloud,
} from './cloud';
import { type Console, startConsole } from './console/start-console';
import { KNOWN_PEOPLE } from './demo/crowd';
import { doors } from './demo/doors';
import { FUNCTION_VARIABLES } from './demo/function-variables';
import { people } from './demo/people';
import { places } from './demo/places';
import { seedAppraisals } from './demo/seed-appraisals';
import { seedDemo } from './demo/seed-demo';
import { seedFeedback } from './demo/seed-feedback';
import { seedGoals } from './demo/seed-goals';
import { seedPayees } from './demo/seed-payees';
import { seedPayroll } from './demo/seed-payroll';
import { seedRequests } from './demo/seed-requests';
import type { CloudPort } from './preview/cloud-port';
import type { FirstBuild } from './preview/server';
import { type Preview, startPreview } from './preview/start-preview';

const ROOT = path.resolve(__dirname, '..');

/** What the simulated content check refuses, in texts and in the bytes of pictures. */
const DEMO_RISKY_WORDS = ['违禁示例'];

export interface ProductOptions {
  /** Port of the preview, the console takes the one after it; 0 for any free ones. */
  readonly port: number;
  /** Where the embedded cloud keeps its data. */
  readonly dataDir: string;
  /** Seeds an empty cloud with the demo company, and adds the missing days to an older one. */
  readonly demo: boolean;
  /** How many people a demo company that is made now has; absent: sixty. */
  readonly people?: number;
  /** Whether the demo company has appraised and paid its people before; absent: yes. */
  readonly appraisals?: boolean;
  /** Sets the clock of the embedded cloud, epoch ms; absent: the machine's clock. */
  readonly now?: number;
  /** An existing build of the preview; absent: it is built, and again when a source changes. */
  readonly first?: FirstBuild;
}

export interface Product {
  /** Where the preview answers. */
  readonly url: string;
  /** Where the cloud console answers, with its token. */
  readonly consoleUrl: string;
  readonly cloud: EmbeddedCloud;
  readonly preview: Preview;
  readonly close: () => Promise<void>;
}

/**
 * Starts the whole product from its build output: embedded cloud, demo data, cloud console, browser preview.
 * Resolves once the preview answers. @throws Error after closing what was started
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { port, dataDir, demo, now, first } = options;
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    // From the first moment on: a clock that moved later would make every timer due.
    ...(now !== undefined && { clock: createClock(now) }),
    variables: FUNCTION_VARIABLES,
    ...readDatabaseDeclaration(ROOT),
    storageRule: readStorageRule(ROOT),
    functionRule: readFunctionRule(ROOT),
    messagePush: readPushRule(ROOT),
    riskyWords: DEMO_RISKY_WORDS,
  });
  const started: { close(): Promise<void> }[] = [cloud];
  const close = async (): Promise<void> => {
    for (const part of started.reverse()) await part.close();
  };
  try {
    let size = KNOWN_PEOPLE;
    if (demo) {
      size = await seedDemo(cloud.db, cloud.clock.now(), options.people);
      await seedRequests(cloud, cloud.clock.now());
      await seedGoals(cloud, cloud.clock.now(), options.appraisals !== false);
      if (options.appraisals !== false) {
        await seedFeedback(cloud, cloud.clock.now());
        await seedAppraisals(cloud, cloud.clock.now(), size);
        await seedPayroll(cloud, cloud.clock.now());
        await seedPayees(cloud, cloud.clock.now());
      }
    }
    const cloudConsole = await startConsole(cloud, port === 0 ? 0 : port + 1);
    started.push(cloudConsole);
    const preview = await startPreview({ root: ROOT, cloud: portOf(cloud, cloudConsole, size), port, first });
    started.push(preview);
    await expectAnswer(preview.url);
    return { url: preview.url, consoleUrl: cloudConsole.url, cloud, preview, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The preview's access to the cloud and the demo company of `size` people. */
function portOf(cloud: EmbeddedCloud, { url }: Console, size: number): CloudPort {
  const { handleClientRequest, clock } = cloud;
  return {
    handleClientRequest,
    clock,
    consoleUrl: url,
    people: async () => people(size),
    places: async (openid) => places(people(size).find((person) => person.openid === openid)),
    callOverHttp: async (name, event) => (await cloud.invoke(name, event, { as: { kind: 'http' } })).result,
    doors: () => doors(cloud),
  };
}

async function expectAnswer(url: string): Promise<void> {
  const { status } = await fetch(url);
  if (status !== 200) throw new Error(`${url} answered ${status} instead of 200.`);
}
