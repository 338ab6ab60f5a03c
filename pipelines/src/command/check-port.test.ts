import type {AddressInfo} from 'node:net'
import {createServer} from 'node:net'
import {expect, test} from 'vitest'
import {checkPort} from './check-port.ts'

test('a free port is free, also after it was checked', async () => {
  await checkPort(0, '127.0.0.1')
  const server = createServer()
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const {port} = server.address() as AddressInfo
  await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is in use on 127.0.0.1 by another program, perhaps another Hromada: stop it or choose another with --port.`,
  )
  await new Promise(closed => server.close(closed))
  await checkPort(port, '127.0.0.1')
  await checkPort(port, '127.0.0.1')
})

test('an address that this machine does not have is refused', async () => {
  // 192.0.2.0/24 is reserved for documentation (RFC 5737).
  await expect(checkPort(0, '192.0.2.1')).rejects.toThrow(
    'This machine has no address 192.0.2.1: choose 127.0.0.1',
  )
  await expect(checkPort(0, 'no.such.host.invalid')).rejects.toThrow(
    'There is no host called "no.such.host.invalid"',
  )
})
