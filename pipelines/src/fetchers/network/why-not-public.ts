import {BlockList, isIP} from 'node:net'

/** Ranges that are not the public internet: IANA's registries of special-purpose addresses, RFC 6890 and later. */
const special: [words: string, ...ranges: string[]][] = [
  ['of this machine', '0.0.0.0/8', '127.0.0.0/8'],
  ['of a private network', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ['behind a provider’s translation', '100.64.0.0/10'],
  ['of the local link', '169.254.0.0/16'],
  ['for multicast or broadcast', '224.0.0.0/4', '255.255.255.255/32'],
  [
    'reserved for special purposes',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '240.0.0.0/4',
  ],
  ['of this machine', '::/127'],
  ['of a private network', 'fc00::/7', 'fec0::/10'],
  ['of the local link', 'fe80::/10'],
  ['for multicast or broadcast', 'ff00::/8'],
  // Tunnels and translations carry an address inside that nobody checks.
  ['reserved for special purposes', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '64:ff9b:1::/48'],
]

const lists = special.map(([words, ...ranges]) => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = address.includes(':') ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits), family)
    // The same network as a translator from IPv6 writes it (RFC 6052).
    if (family === 'ipv4') list.addSubnet(`64:ff9b::${address}`, 96 + Number(bits), 'ipv6')
  }
  return {words, list}
})

/** What there is of IPv6: global unicast, IPv4 as mapped or translated. All else is unassigned. */
const known6 = new BlockList()
known6.addSubnet('2000::', 3, 'ipv6')
known6.addSubnet('::ffff:0:0', 96, 'ipv6')
known6.addSubnet('64:ff9b::', 96, 'ipv6')

/** Why an IP address is not one of the public internet, as words that follow "an address"; null where it is one. */
export function whyNotPublic(address: string): string | null {
  const plain = address.replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 0) return 'that cannot be read'
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const found = lists.find(({list}) => list.check(plain, family))
  if (found) return found.words
  return version === 6 && !known6.check(plain, 'ipv6') ? 'that nobody has been given' : null
}
