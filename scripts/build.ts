import { buildFunctions } from './build/functions';
import { buildMiniprogramNpm } from './build/miniprogram-npm';

/** `npm run build`: function bundles, npm packages of the Mini Program. */
export async function main(): Promise<void> {
  const started = Date.now();
  await buildProduct();
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** The build that `npm start`, `npm test` and `npm run bench` need. Fast if nothing changed. */
export async function buildProduct(): Promise<void> {
  const [functions, npmChanged] = await Promise.all([buildFunctions(), buildMiniprogramNpm()]);
  const changed = functions.changed.length > 0 ? functions.changed.join(', ') : 'none changed';
  console.log(
    `Cloud functions: ${functions.all.length} (${changed}). miniprogram_npm: ${npmChanged ? 'prepared' : 'unchanged'}.`,
  );
}
