import {expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {buildApp} from './app.ts'
import {listen} from './server.ts'

const app = () => buildApp({data: temporaryFolder('hromada-empty')})

test('a port in use is named, and what to do about it', async () => {
  const first = await listen(await app(), {port: 0})
  const port = Number(new URL(first.address).port)
  await expect(listen(await app(), {port})).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use, perhaps by another Hromada. Stop that one or choose another port with --port.`,
  )
  await first.close()
})

test('an address that is not of this machine is named', async () => {
  await expect(listen(await app(), {port: 0, host: '192.0.2.1'})).rejects.toThrow(
    '192.0.2.1 is no address of this machine',
  )
})

test('without a release the server lives, and says that it has nothing', async () => {
  const server = await listen(await app(), {port: 0})
  expect(await (await fetch(`${server.address}/healthz`)).json()).toEqual({status: 'ok'})
  for (const path of ['/readyz', '/api/v1/catalog', '/api/v1/tables/appeals.csv', '/tiles/x.json']) {
    const response = await fetch(server.address + path)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.json()).toMatchObject({
      code: 'NO_RELEASE',
      detail: expect.stringContaining('no release was sealed yet'),
    })
  }
  await server.close()
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow()
})
