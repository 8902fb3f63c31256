import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress, isSameOrigin } from '#app/platform/http.server.ts'

const asking = (headers: Record<string, string>, remoteAddress = '203.0.113.9') => ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage

describe('a request with effects comes from our own pages', () => {
  const site = 'https://awards.example'
  const local = 'http://localhost:3000'
  const table: [string, Record<string, string>, string, boolean][] = [
    ['the browser says so', { 'sec-fetch-site': 'same-origin' }, site, true],
    ['another site', { 'sec-fetch-site': 'cross-site' }, site, false],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }, site, false],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, site, false],
    ['what the browser says goes before the origin', { 'sec-fetch-site': 'cross-site', origin: site }, site, false],
    ['an empty word', { 'sec-fetch-site': '', origin: site }, site, false],
    ['an older browser with our origin', { origin: site }, site, true],
    ['neither header', {}, site, false],
    ['a hidden origin', { origin: 'null' }, site, false],
    ['another scheme', { origin: 'http://awards.example' }, site, false],
    ['another port', { origin: 'https://awards.example:8443' }, site, false],
    ['a longer name', { origin: 'https://awards.example.evil.example' }, site, false],
    ['a referrer is no origin', { referer: 'https://awards.example/' }, site, false],
    ['localhost', { origin: local }, local, true],
    ['127.0.0.1 is localhost', { origin: 'http://127.0.0.1:3000' }, local, true],
    ['so is [::1]', { origin: 'http://[::1]:3000' }, local, true],
    ['and the other way round', { origin: local }, 'http://127.0.0.1:3000', true],
    ['another port on this machine', { origin: 'http://127.0.0.1:3001' }, local, false],
    ['a name that begins like this machine', { origin: 'http://127.0.0.1.evil.example:3000' }, local, false],
    ['this machine is no other site', { origin: 'http://127.0.0.1' }, 'http://awards.example', false],
  ]
  test.each(table)('%s', (_, headers, baseUrl, ours) => {
    expect(isSameOrigin(asking(headers), baseUrl)).toBe(ours)
  })
})

describe('the address that limits are kept by', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.1, 192.0.2.7' }
  test.each<[string, Record<string, string>, string, boolean, string]>([
    ['the socket’s', {}, '203.0.113.9', false, '203.0.113.9'],
    ['IPv4 written as IPv6', {}, '::ffff:203.0.113.9', false, '203.0.113.9'],
    ['a household of IPv6', {}, '2001:db8:1:2:3:4:5:6', false, '2001:db8:1:2'],
    ['the same household, its noughts left out', {}, '2001:db8:1:2::6', false, '2001:db8:1:2'],
    ['a household whose own noughts are left out', {}, '2001:db8::1', false, '2001:db8:0:0'],
    ['another of its addresses', {}, '2001:0DB8:0:0:9::1', false, '2001:db8:0:0'],
    ['this machine', {}, '::1', false, '0:0:0:0'],
    ['nothing that is an address', { 'x-forwarded-for': 'a:b:c:d:e:f:g:h:i:j' }, '203.0.113.9', true, 'a:b:c:d:e:f:g:h:i:j'],
    ['a header is not believed without a proxy of ours', forwarded, '203.0.113.9', false, '203.0.113.9'],
    ['with one, what the proxy saw last', forwarded, '203.0.113.9', true, '192.0.2.7'],
    ['with one that says nothing', {}, '203.0.113.9', true, '203.0.113.9'],
  ])('%s', (_, headers, socket, trustProxy, address) => {
    expect(clientAddress(asking(headers, socket), trustProxy)).toBe(address)
  })
})
