/**
 * `node compile.cjs <project> <output>`: compiles the Mini Program of a project with WeChat's own compiler and
 * writes every file that an upload would contain. A refusal of the compiler is one message on stderr and exit
 * code 2; any other failure is exit code 1. The compiler keeps state, so each run needs a process of its own.
 */
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const ci = require('miniprogram-ci');

/** Nothing listens there: the compiler's one request, for a list of file endings, fails at once instead of waiting. */
const NO_NETWORK = 'http://127.0.0.1:9';

/** A compilation takes half a minute on a quiet machine; this ends one that hangs. */
const LONGEST_MS = 15 * 60_000;

/** The reply of WeChat's servers for an ordinary account; offline, the compiler would wait for it. */
const ACCOUNT = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    MaxSubPackageLimit: 100,
    NavigateMiniprogramLimit: 10,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

async function compile(projectPath) {
  ci.proxy(NO_NETWORK);
  const project = new ci.Project({
    type: 'miniProgram',
    projectPath,
    privateKey: 'unused: nothing is uploaded',
    ignores: [],
    attr: async () => ACCOUNT,
  });
  const setting = { useProjectConfig: true };
  return ci.getCompiledResult({ project, setting, onProgressUpdate() {} });
}

function write(files, output) {
  rmSync(output, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(output, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Refusals have a `code`; everything else is an error of this program or of the machine. */
function report(error, projectPath) {
  const message = String(error?.message ?? error).replaceAll(`${projectPath}/`, '');
  process.stderr.write(`${typeof error?.code === 'number' ? message : (error?.stack ?? message)}\n`);
  return typeof error?.code === 'number' ? 2 : 1;
}

const [projectPath, output] = process.argv.slice(2);
setTimeout(() => {
  process.stderr.write(`not done after ${LONGEST_MS / 60_000} minutes\n`);
  process.exit(1);
}, LONGEST_MS);
compile(projectPath)
  .then((files) => write(files, output))
  .then(
    () => 0,
    (error) => report(error, projectPath),
  )
  // Helper processes of the compiler stay alive and would keep this process running.
  .then((code) => process.exit(code));
