// @ts-check
const { parentPort, workerData } = require('node:worker_threads');

/**
 * The other end of an instance: the thread or the process that started it.
 * @typedef {{ entry: string, clockOffset: number, memoryMb: number }} Start
 * @typedef {{ id: number, event: string, context: Record<string, unknown>, env: Record<string, string>,
 *   clockOffset: number }} Call
 * @returns {{ start: Start, isThread: boolean, send(message: object): void, onCall(run: (call: Call) => void): void }}
 */
function openPort() {
  if (parentPort) {
    const port = parentPort;
    return {
      start: workerData,
      isThread: true,
      send: (message) => port.postMessage(message),
      onCall: (run) => void port.on('message', run),
    };
  }
  const { send } = process;
  if (!send) throw new Error('This file is the start of a worker thread or of a child process.');
  const toParent = send.bind(process);
  const start = JSON.parse(process.argv.pop() ?? '');
  process.send = undefined;
  return {
    start,
    isThread: false,
    send: (message) => void toParent(message),
    onCall: (run) => void process.on('message', run),
  };
}

module.exports = { openPort };
