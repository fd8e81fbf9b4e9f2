const { existsSync, readdirSync } = require('node:fs');

/** Pages and components: scripts that lie beside a template of the same name; app.json and WXML name them. */
const withTemplate = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'))
  .map((file) => `miniprogram/${file.replace(/\.wxml$/, '.ts')}`)
  .filter((file) => existsSync(file));

module.exports = {
  entry: [
    'cloudfunctions/*/index.ts',
    // Becomes the file that the platform loads.
    'cloudfunctions/shared/entry/index.ts',
    'miniprogram/app.ts',
    ...withTemplate,
    'scripts/{build,check,start,test,test-soak,screenshots,deployment,mutate}.ts',
    // Run by path, as a process of its own.
    'scripts/bootstrap/install-compiler.mjs',
    // Bundled by its path.
    'scripts/build/echarts-parts.mjs',
    'local/cloud/index.ts',
    'local/cloud/invoke-cli.ts',
    // Loaded by path: into a worker, into a browser, or as a process of its own.
    'local/cloud/host/worker.js',
    'local/preview/{runtime,panel}/main.ts',
    'local/console/page/main.ts',
    'test/**/*.test.ts',
    'test/bench/{goals-lane,make-company,reviews-lane,run,settlement-lane,settlement-peak,store-start}.ts',
    'test/bench/function-load.js',
    'test/bench/functions/*/index.js',
    'test/bench/naive/*/index.js',
    'test/contract/functions/*/index.js',
    'test/{contract/cloud/crash-writer,fault/support/punch-writer}.ts',
    'typings/**/*.d.ts',
  ],
  // Small programs that tests run on; nobody imports them.
  ignore: ['test/fixtures/**'],
  project: ['{cloudfunctions,miniprogram,local,scripts,test,typings}/**/*.{ts,mjs,js}'],
  ignoreBinaries: ['fc-list', 'apt-get'],
  ignoreDependencies: [
    // Started by its path: the compiler of the gates.
    'typescript-native',
    // Named by its path: the types of the functions' runtime.
    'types-node-18',
    // Run or read by path, not imported.
    '@vant/icons',
    '@biomejs/biome',
    'dependency-cruiser',
    'miniprogram-compiler',
    // Named in JSON of the Mini Program, or types only.
    '@vant/weapp',
    'echarts-for-weixin',
    'miniprogram-api-typings',
    // wx-server-sdk requires it without declaring it.
    'mime-db',
  ],
  // A file beside it once it is built.
  ignoreUnresolved: ['./bundle.js'],
  ignoreExportsUsedInFile: { interface: true, type: true },
};
