import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { describe, expect, test } from 'vitest'
import { makeRouteTable } from '#app/route-table.server.ts'
import siteMap from '#app/routes.ts'

/** As Remix builds it from the site map, but for the code of the routes. */
const routes = siteMap.map(({ file, path, index }) => ({ id: file, parentId: 'root', path, index, module: { handle: { finished: file.includes('home') } } }))
const root = { id: 'root', path: '', module: {} }
const build = { routes: Object.fromEntries([root, ...routes].map((route) => [route.id, route])), assets: { routes: {} } } as unknown as ServerBuild
const routeOf = makeRouteTable(build, 'production')

/** for what Remix knows no route for either */
const lastResort = 'routes/resources/not-found.tsx'

const tree = [{ ...root, children: routes }] as unknown as Parameters<typeof matchRoutes>[0]
/** What Remix's own router finds: it sees the address as a `Request` has it, and takes the mark of a data request off. */
function byRemix(path: string): string | undefined {
  const { pathname } = new URL(`http://localhost:3000${path}`)
  const page = pathname.endsWith('.data') ? pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') : pathname
  return matchRoutes(tree, page)?.at(-1)?.route.id
}

/** One address of each route, and what else a browser, a mail program or somebody trying might ask for. */
const addresses = [
  ...siteMap.map(({ path = '' }) => `/${path.replace(/:\w+/g, 'abc').replace('*', 'a/b/c')}`),
  // two patterns could have them
  '/nominate', '/nominate/nominate', '/nominate/link', '/nominate/link/nominate', '/sign-in/nominate', '/organise/nominate', '/nominate/code/check', '/help/nominate',
  // nobody’s
  '/no/such/place', '/2027/no-such', '/organise/2027/people/abc', '/a/b/c/d/e/f', '/refused', '/categories',
  // with a query
  '/?x', '/help?to=/organise', '/nominate/code?request=a/b', '/2027?a=b.data', '/organise/2027/outbox?state=held',
  // data
  '/_root.data', '/help.data', '/2027/nominate.data', '/nominate/abc/who.data?_routes=x', '/organise/2027.data', '/_root.data?index',
  '/_root', '/.data', '/help.data.data', '/help.DATA', '/help.data/', '/help/.data', '/help%2Edata', '/_root/.data', '/x/_root.data', '/2027.data/nominate', '/data', '/help.',
  // slashes
  '/help/', '/help//', '/2027//categories', '/2027/nominate/', '/2027/nominate//', '/organise//', '/nominate//check',
  // case
  '/HELP', '/Sign-In/Code', '/2027/NOMINATE', '/_KIT', '/_ROOT.data',
  // dots
  '/2027/..', '/2027/../help', '/./help', '/help/.', '/2027/%2e%2e/help', '/2027/.%2E', '/..', '/...', '/nominate/../organise/2027/people', '/2027/x..y', '/a.b/nominate',
  // encoded
  '/h%65lp', '/%68%65%6C%70.data', '/nominate%2Fcode', '/2027/n%6Fminate', '/sign%2Din', '/caf%C3%A9', '/2027/categories/%E2%98%95', '/%2F', '/%20', '/%25', '/2027%3Fx', '/%3Fx',
  '/2027/%E2%80%A8', '/a/b/%E2%80%A8/c', '/organise/%2e', '/%E4%BD%A0%E5%A5%BD/nominate', '/%C5%BFign-in', '/%E2%84%AAit', '/nominate/a%2Fb/who', '/nominate/%252F/who',
  // characters with a meaning in patterns
  '/help$', '/he*p', '/(help)', '/:edition', '/*', '/nominate/:draft/:step', '/+', '/[a]', '/|', '/^',
]

describe('the table finds the route that Remix would', () => {
  test.each(addresses)('%s', (path) => {
    expect(routeOf(path).id).toBe(byRemix(path) ?? lastResort)
  })
})

test('each route is found at its own address', () => {
  expect(siteMap.map((_, index) => routeOf(addresses[index] ?? '').id)).toEqual(siteMap.map(({ file }) => file))
})

test('a route says whether its page is the same for everyone', () => {
  expect([routeOf('/').finished, routeOf('/help').finished]).toEqual([true, false])
})
