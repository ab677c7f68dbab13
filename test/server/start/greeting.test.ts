import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { hallAddresses } from '../../../server/start/addresses.ts'
import { greeting } from '../../../server/start/greeting.ts'
import { whyNotListening } from '../../../server/start/why-not-listening.ts'

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
})

test('phones get the addresses of the hall, not those of containers or of cables without a network', () => {
  expect(
    hallAddresses({
      lo: [at('127.0.0.1', true)],
      docker0: [at('172.17.0.1')],
      'br-12ab': [at('172.18.0.1')],
      tailscale0: [at('100.101.1.2')],
      eth0: [at('10.0.0.5'), { ...at('x'), family: 'IPv6', address: 'fe80::1', scopeid: 2 }],
      wlan0: [at('192.168.1.20')],
      eth1: [at('169.254.7.7')],
      eth2: undefined,
    }),
  ).toEqual(['192.168.1.20', '10.0.0.5', '100.101.1.2'])
})

test('the greeting holds the console, the phones, a QR code, the data and, once, the first link', async () => {
  const first = await greeting({
    here: 'http://localhost:3000',
    hall: ['http://192.168.1.20:3000', 'http://10.0.0.5:3000'],
    data: '/srv/data',
    firstLink: 'http://localhost:3000/claim/abc',
  })
  for (const words of [
    'http://localhost:3000/console',
    'http://192.168.1.20:3000',
    'or http://10.0.0.5:3000',
    '/srv/data',
    '/claim/abc',
    '█',
  ])
    expect(first).toContain(words)
  const later = await greeting({
    here: 'http://localhost:3000',
    hall: [],
    data: '/srv/data',
    firstLink: null,
  })
  expect(later).not.toContain('claim')
  expect(later).toContain('no network')
})

test.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'])(
  '%s is a sentence that says what to do',
  (code) => {
    const words = whyNotListening(Object.assign(new Error('x'), { code }), 80, '1.2.3.4')
    expect(words).toMatch(/(80|1\.2\.3\.4).*(--port|--host).*\.$/)
  },
)
test('any other error is a bug and not worded away', () => {
  expect(whyNotListening(new Error('x'), 80, null)).toBeNull()
})
