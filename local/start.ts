import path from 'node:path';
import {
  type EmbeddedCloud,
  readDatabaseDeclaration,
  readFunctionRule,
  readStorageRule,
  startCloud,
} from './cloud';
import { type Console, startConsole } from './console/start-console';
import { doors } from './demo/doors';
import { FUNCTION_VARIABLES } from './demo/function-variables';
import { people } from './demo/people';
import { places } from './demo/places';
import { seedDemo } from './demo/seed-demo';
import { seedRequests } from './demo/seed-requests';
import type { CloudPort } from './preview/cloud-port';
import type { FirstBuild } from './preview/server';
import { type Preview, startPreview } from './preview/start-preview';

const ROOT = path.resolve(__dirname, '..');

export interface ProductOptions {
  /** Port of the preview, the console takes the one after it; 0 for any free ones. */
  readonly port: number;
  /** Where the embedded cloud keeps its data. */
  readonly dataDir: string;
  /** Seeds an empty cloud with the demo company, and adds the missing days to an older one. */
  readonly demo: boolean;
  /** Sets the clock of the embedded cloud, epoch ms; absent: the machine's clock. */
  readonly now?: number;
  /** An existing build of the preview. */
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
export async function startProduct({ port, dataDir, demo, now, first }: ProductOptions): Promise<Product> {
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    variables: FUNCTION_VARIABLES,
    ...readDatabaseDeclaration(ROOT),
    storageRule: readStorageRule(ROOT),
    functionRule: readFunctionRule(ROOT),
  });
  const started: { close(): Promise<void> }[] = [cloud];
  const close = async (): Promise<void> => {
    for (const part of started.reverse()) await part.close();
  };
  try {
    if (now !== undefined) cloud.clock.set(now);
    if (demo) {
      await seedDemo(cloud.db, cloud.clock.now());
      await seedRequests(cloud, cloud.clock.now());
    }
    const cloudConsole = await startConsole(cloud, port === 0 ? 0 : port + 1);
    started.push(cloudConsole);
    const preview = await startPreview({ root: ROOT, cloud: portOf(cloud, cloudConsole), port, first });
    started.push(preview);
    await expectAnswer(preview.url);
    return { url: preview.url, consoleUrl: cloudConsole.url, cloud, preview, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The preview's access to the cloud and the demo company. */
function portOf(cloud: EmbeddedCloud, { url }: Console): CloudPort {
  const { handleClientRequest, clock } = cloud;
  return {
    handleClientRequest,
    clock,
    consoleUrl: url,
    people: async () => people(),
    places: async (openid) => places(people().find((person) => person.openid === openid)),
    doors: () => doors(cloud),
  };
}

async function expectAnswer(url: string): Promise<void> {
  const { status } = await fetch(url);
  if (status !== 200) throw new Error(`${url} answered ${status} instead of 200.`);
}
