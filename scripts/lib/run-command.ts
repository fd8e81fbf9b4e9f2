import { spawn } from 'node:child_process';
import { ROOT } from './root';

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program without a shell or stdin and collects what it prints. @throws Error if it cannot start. */
export function runCommand(command: string, args: readonly string[], cwd = ROOT): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a Node program of a package, by its path in node_modules. */
export function runNodeTool(script: string, args: readonly string[]): Promise<CommandResult> {
  return runCommand(process.execPath, [`${ROOT}/node_modules/${script}`, ...args]);
}
