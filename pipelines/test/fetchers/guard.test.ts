import fc from 'fast-check'
import {expect, test} from 'vitest'
import {checkAddress} from '../../src/fetchers/network/check-address.ts'
import {openTransport} from '../../src/fetchers/network/open-transport.ts'
import {whyNotPublic} from '../../src/fetchers/network/why-not-public.ts'
import {publisher} from './publisher.fixture.ts'

const csv = {format: {kind: 'csv'}} as const
const at = (...urls: string[]) => ({kind: 'http', urls}) as const

test.each([
  // IANA IPv4 Special-Purpose Address Registry, the first and the last address of each block.
  ['0.0.0.0', '0.255.255.255', 'of this machine'],
  ['10.0.0.0', '10.255.255.255', 'of a private network'],
  ['100.64.0.0', '100.127.255.255', 'behind a provider’s translation'],
  ['127.0.0.0', '127.255.255.255', 'of this machine'],
  ['169.254.0.0', '169.254.255.255', 'of the local link'],
  ['172.16.0.0', '172.31.255.255', 'of a private network'],
  ['192.0.0.0', '192.0.0.255', 'reserved for special purposes'],
  ['192.0.2.0', '192.0.2.255', 'reserved for special purposes'],
  ['192.168.0.0', '192.168.255.255', 'of a private network'],
  ['198.18.0.0', '198.19.255.255', 'reserved for special purposes'],
  ['198.51.100.0', '198.51.100.255', 'reserved for special purposes'],
  ['203.0.113.0', '203.0.113.255', 'reserved for special purposes'],
  ['224.0.0.0', '239.255.255.255', 'for multicast or broadcast'],
  ['240.0.0.0', '255.255.255.254', 'reserved for special purposes'],
  ['255.255.255.255', '255.255.255.255', 'for multicast or broadcast'],
  // The same for IPv6.
  ['::', '::1', 'of this machine'],
  ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', 'reserved for special purposes'],
  ['100::', '100::ffff', 'that nobody has been given'],
  ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved for special purposes'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved for special purposes'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved for special purposes'],
  ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved for special purposes'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'of a private network'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'of the local link'],
  ['fe80::1%eth0', 'fe80::1%1', 'of the local link'],
  ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'for multicast or broadcast'],
  ['4000::', 'dfff::1', 'that nobody has been given'],
])('%s to %s is not of the public internet', (first, last, why) => {
  expect(whyNotPublic(first)).toBe(why)
  expect(whyNotPublic(last)).toBe(why)
})

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
])('%s is', address => {
  expect(whyNotPublic(address)).toBeNull()
})

test('an address is no more public for being written as IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), address => {
      const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
      const why = whyNotPublic(address)
      for (const same of [`::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${address}`, `64:ff9b::${hex}`])
        expect(whyNotPublic(same)).toBe(why)
    }),
    {numRuns: 2000, seed: 4},
  )
})

test.each(['', 'localhost', '1.2.3', '256.1.1.1', '::g'])('what is no address (%j) is not public', text => {
  expect(whyNotPublic(text)).toBe('that cannot be read')
})

const nowhere = new Set<string>()

test.each([
  ['http://127.0.0.1/x', 'leads to 127.0.0.1, an address of this machine'],
  ['http://10.1.2.3:8080/x', 'leads to 10.1.2.3, an address of a private network'],
  ['http://169.254.169.254/latest/meta-data', 'leads to 169.254.169.254, an address of the local link'],
  ['http://[::1]/x', 'leads to ::1, an address of this machine'],
  ['http://[::ffff:127.0.0.1]/x', 'an address of this machine'],
  ['http://[fd12::1]/x', 'an address of a private network'],
  // The same address in clothes that a reader, or a careless check, does not recognise.
  ['http://2130706433/x', 'hides the address 127.0.0.1'],
  ['http://0x7f000001/x', 'hides the address 127.0.0.1'],
  ['http://0x7f.1/x', 'hides the address 127.0.0.1'],
  ['http://0177.0.0.1/x', 'hides the address 127.0.0.1'],
  ['http://127.1/x', 'hides the address 127.0.0.1'],
  ['http://①②⑦.0.0.1/x', 'hides the address 127.0.0.1'],
  ['http://127.0.0.1./x', 'hides the address 127.0.0.1'],
  ['//0x08080808/x', 'hides the address 8.8.8.8'],
  ['file:///etc/passwd', 'only http and https are'],
  ['ftp://data.example/x', 'only http and https are'],
  ['gopher://data.example/x', 'only http and https are'],
  ['data:text/csv,a', 'only http and https are'],
  ['https://user:word@data.example/x', 'An address at data.example carries a name or a password'],
  ['https://user@data.example/x', 'carries a name or a password'],
  ['http://', 'is no address'],
])('%s is refused', (address, why) => {
  const from = address.startsWith('//') ? checkAddress('http://data.example/', nowhere) : null
  expect(() => checkAddress(address, nowhere, from)).toThrow(why)
})

test('what is written with a password does not get into the message', () => {
  expect(() => checkAddress('https://user:word@data.example/x', nowhere)).not.toThrow(/word@/)
})

test.each([
  'https://data.gov.ua/api',
  'http://1.1.1.1/x',
  'http://[2606:4700::1111]/x',
  'https://дані.укр/x',
])('%s is not', address => {
  expect(checkAddress(address, nowhere).isInternal).toBe(false)
})

test("a city's own hosts are asked, by name or by name and port", () => {
  const internal = new Set(['gis.intra', '10.0.0.5:8080'])
  expect(checkAddress('http://gis.intra:81/x', internal).isInternal).toBe(true)
  expect(checkAddress('http://GIS.intra/x', internal).isInternal).toBe(true)
  expect(checkAddress('http://10.0.0.5:8080/x', internal).isInternal).toBe(true)
  expect(() => checkAddress('http://10.0.0.5/x', internal)).toThrow('of a private network')
  expect(checkAddress('http://gis.intra.example/x', internal).isInternal).toBe(false)
})

test("a publisher outside cannot send into the city's network, the city's own may", () => {
  const internal = new Set(['gis.intra', 'files.intra'])
  const outside = checkAddress('https://data.example/x', internal)
  expect(() => checkAddress('http://gis.intra/secret', internal, outside)).toThrow(
    "https://data.example/x leads to gis.intra in the city's own network, and is not followed.",
  )
  const inside = checkAddress('http://gis.intra/x', internal)
  expect(checkAddress('http://files.intra/x', internal, inside).isInternal).toBe(true)
})

test('this machine is not asked unless the city says so', async () => {
  const {fetchGuarded, origin, asked} = await publisher((_, response) => response.end('a\n1\n'))
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, internalHosts: []})).rejects.toThrow(
    `${origin}/x leads to 127.0.0.1, an address of this machine, and is not fetched. If it is the city's own server, name its host in internalHosts of the city's profile.`,
  )
  expect(asked).toEqual([])
  await fetchGuarded(at(`${origin}/x`), csv)
})

test.each([
  ['this machine', ['127.0.0.1']],
  ['a private network', ['192.168.1.1']],
  ['both outside and inside', ['1.1.1.1', '10.0.0.1']],
  ['this machine by IPv6', ['::1']],
  ['this machine by IPv6 around IPv4', ['::ffff:127.0.0.1']],
])('a host name that leads to %s is not believed', async (_, addresses) => {
  const {fetch, asked, waits} = await publisher((_asked, response) => response.end('a\n1\n'))
  const transport = openTransport(() =>
    Promise.resolve(addresses.map(address => ({address, family: address.includes(':') ? 6 : 4}))),
  )
  await expect(fetch(at('http://data.example/x'), {...csv, transport})).rejects.toThrow(
    /^http:\/\/data\.example\/x leads to .*, and is not fetched\./,
  )
  expect([asked, waits]).toEqual([[], []])
})

test('a name is looked up once for a connection: what was checked is what is connected to', async () => {
  const {fetch, origin, asked} = await publisher((_, response) => response.end('a\n1\n'))
  let lookedUp = 0
  const transport = openTransport(() => {
    lookedUp++
    return Promise.resolve([{address: '127.0.0.1', family: 4}])
  })
  const address = origin.replace('127.0.0.1', 'gis.intra')
  await fetch(at(`${address}/1`), {...csv, transport, internalHosts: ['gis.intra']})
  expect([lookedUp, asked.map(({host}) => host)]).toEqual([1, [new URL(address).host]])
})

test.each([
  ['to this machine', 'http://127.0.0.2/secret', 'leads to 127.0.0.2, an address of this machine'],
  ['to the metadata of a cloud', 'http://169.254.169.254/latest', 'an address of the local link'],
  ['in disguise', 'http://2130706434/', 'hides the address 127.0.0.2'],
  ['to a name that leads there', 'http://localhost:1/', 'leads to '],
  ['to another scheme', 'file:///etc/passwd', 'only http and https are'],
  ['with a password', 'http://a:b@data.example/', 'carries a name or a password'],
])('a redirect %s is not followed', async (_, location, why) => {
  const {fetchGuarded, origin, asked} = await publisher((_asked, response) =>
    response.writeHead(302, {location}).end(),
  )
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow(why)
  expect(asked).toHaveLength(1)
})
