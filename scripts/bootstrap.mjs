/**
 * The entry point of every npm script: `node scripts/bootstrap.mjs <task> [arguments]`. Plain Node without
 * dependencies, so that it works on a clone without node_modules.
 */
const LOWEST_NODE = 20;

if (Number(process.versions.node.split('.')[0]) < LOWEST_NODE) {
  console.error(`Node.js ${LOWEST_NODE} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

import('./bootstrap/run-task.mjs')
  .then(({ runTask }) => runTask(process.argv[2], process.argv.slice(3)))
  .catch((error) => {
    console.error(error?.expected ? error.message : error);
    process.exit(1);
  });
