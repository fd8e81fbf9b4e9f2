import { rm } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FUNCTION_SECONDS } from '../soak/counts';
import { bundledFunctions } from './bundled-functions';
import { startTestCloud, type TestCloud } from './cloud';
import { withTimeout } from './instrumented-company';
import { type RequestSwitch, requestSwitch } from './request-switch';

export interface GuestCloud extends TestCloud {
  readonly requests: RequestSwitch;
}

/** A cloud with the functions that put guests on a list, right or wrong, under an instrument. */
export async function openGuestCloud(): Promise<GuestCloud> {
  const requests = requestSwitch();
  // A call that its own time limit ends while it is held back makes no order of requests.
  const functionsDir = await withTimeout(
    MAX_FUNCTION_SECONDS,
    bundledFunctions(path.resolve(__dirname, '../fixtures/functions')),
  );
  const { aroundRequest } = requests;
  const options = { functionsDir, collections: ['guests'], indexes: [], maxWorkers: 2, aroundRequest };
  const cloud = await startTestCloud(options);
  return {
    ...cloud,
    requests,
    async close() {
      await cloud.close();
      await rm(functionsDir, { recursive: true });
    },
  };
}
