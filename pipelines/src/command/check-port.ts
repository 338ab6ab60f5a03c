import {createServer} from 'node:net'
import {CommandError} from './command-error.ts'

/**
 * Makes sure that a server can listen there before long work begins.
 * @throws CommandError that says why not and what to do
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((listening, refused) => {
      server.once('error', refused)
      server.listen({port, host, exclusive: true}, listening)
    })
  } catch (error) {
    throw listenError(error, port, host)
  }
  await new Promise(closed => server.close(closed))
}

/** The error of a server that could not listen, said so that it helps; other errors stay as they are. */
export function listenError(error: unknown, port: number, host: string): unknown {
  const message = {
    EADDRINUSE: `Port ${port} is in use on ${host} by another program, perhaps another Hromada: stop it or choose another with --port.`,
    EACCES: `Port ${port} is reserved for the system: choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: choose 127.0.0.1 (this machine alone) or 0.0.0.0 (the network) with --host.`,
    ENOTFOUND: `There is no host called "${host}": choose 127.0.0.1 (this machine alone) or 0.0.0.0 (the network) with --host.`,
  }[(error as NodeJS.ErrnoException).code ?? '']
  return message ? new CommandError(message, {cause: error}) : error
}
