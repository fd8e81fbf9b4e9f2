import { createServer, type Server } from 'node:net';
import { expectFree } from '../../../../scripts/lib/expect-free';

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );

/** What the system answers to this user, whoever runs the tests. */
function answer(code: string): void {
  jest.spyOn(Object.getPrototypeOf(createServer()), 'listen').mockImplementation(function (this: unknown) {
    const server = this as Server;
    process.nextTick(() => server.emit('error', Object.assign(new Error(`listen ${code}`), { code })));
    return server;
  });
}
afterEach(() => jest.restoreAllMocks());

it('takes a free port, and leaves it free', async () => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  await expectFree(port);
  await expectFree(port);
});

it('names a port that another program has, and what to do', async () => {
  const server = createServer();
  const port = await listening(server);
  await expect(expectFree(port)).rejects.toThrow(
    `Port ${port} is in use: stop the other program or choose PORT=0 npm start.`,
  );
  await new Promise((resolve) => server.close(resolve));
});

it('names a port that only the system may use, such as PORT=80', async () => {
  answer('EACCES');
  await expect(expectFree(80)).rejects.toThrow(
    'Port 80 is for the system alone: choose one above 1023, or PORT=0 npm start.',
  );
});

it('passes on what else the system says', async () => {
  answer('EADDRNOTAVAIL');
  await expect(expectFree(8480)).rejects.toThrow('listen EADDRNOTAVAIL');
});
