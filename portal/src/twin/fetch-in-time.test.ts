import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {expect, test} from 'vitest'
import {fetchInTime} from './fetch-in-time.ts'

test('a server that does not answer is given up, as one that is not there, in words of our own; one that does is heard', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/quick') response.end('here')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const words = {tookTooLong: 'сервер не відповів вчасно', noConnection: 'немає зв’язку із сервером'}
  const fetchSoon = fetchInTime(words, 300)
  try {
    expect(await (await fetchSoon(`${address}/quick`)).text()).toBe('here')
    await expect(fetchSoon(`${address}/never`)).rejects.toThrow('сервер не відповів вчасно')
    await expect(fetchSoon('http://127.0.0.1:1/')).rejects.toThrow('немає зв’язку із сервером')
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
