import { createServer } from 'node:net';

/** Whether a program may listen on this port now; asked before the build, to fail early. @throws Error with what to do */
export function expectFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(port, error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function problemOf(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use: stop the other program or choose PORT=0 npm start.`);
  if (error.code === 'EACCES')
    return new Error(`Port ${port} is for the system alone: choose one above 1023, or PORT=0 npm start.`);
  return error;
}
