import { describe, expect, test } from 'vitest'
import { denied, ok } from '#app/domain/result.ts'
import { need, ownPath, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'

describe('a path to go back to is taken when it is ours', () => {
  test.each([
    '/', '/organise/2027', '/organise/2027/nominations?state=live&older=2027-01-12', '/nominate/ab-c_d.e', '/a%20b', '/a?to=b',
  ])('%s', (path) => {
    expect(ownPath(path, '/fallback')).toBe(path)
  })
})

describe('anything a browser could read as another place is not', () => {
  test.each([
    null, '', 'organise', '//evil.example', '///evil.example', '/\\evil.example', '\\/evil.example', '\\\\evil.example', '/\t/evil.example',
    '/\n/evil.example', '/\r\nSet-Cookie: a=b', ' //evil.example', '\t/evil.example', 'https://evil.example', 'HTTPS://evil.example',
    'http:evil.example', 'http:/evil.example', 'javascript:alert(1)', 'JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x',
    'vbscript:x', 'mailto:a@evil.example', '/%5cevil.example', '/%5Cevil.example', '/%2fevil.example', '/%2Fevil.example', '%2f%2fevil.example',
    '/@evil.example', '/evil.example:443', '/evil.example#a', '/a;b', '/a b', '/é', '/\u2025/evil.example', '/\uFF0Fevil.example',
    '/\u0000', '?to=//evil.example', '#//evil.example', '.', '..//evil.example', '/a?to=https://evil.example', '/a?b=%2F%2Fevil.example',
  ])('%j', (path) => {
    expect(ownPath(path, '/fallback')).toBe('/fallback')
  })

  test('and what is taken stays on this site when a browser resolves it', () => {
    const taken = ['/', '/./', '/../..', '/.//evil.example', '/..//evil.example', '/a/..//evil.example', '/?//evil.example', '/a//b']
      .map((path) => ownPath(path, '/fallback'))
    expect(taken.map((path) => new URL(path, 'http://ours.example/x/y').host)).toEqual(taken.map(() => 'ours.example'))
  })
})

describe('a result on its way to the browser', () => {
  test('is its value', () => {
    expect(need(ok(7))).toBe(7)
  })

  test('or its refusal, thrown with status and sentence', async () => {
    const thrown = (() => {
      try {
        return need(denied('gaps', { count: 1 }))
      } catch (error) {
        return error
      }
    })() as Response
    expect([thrown.status, await thrown.json()]).toEqual([409, { code: 'gaps', sentence: 'Not yet: 1 thing is missing.' }])
  })

  test('unknown and forbidden look alike', async () => {
    const [unknown, forbidden] = [refusalResponse(denied('not-found')), refusalResponse(denied('not-yours'))]
    expect(unknown.status).toBe(forbidden.status)
    const bodies = [await unknown.json(), await forbidden.json()] as { sentence: string }[]
    expect(bodies.map((one) => one.sentence)).toEqual(Array(2).fill('There is nothing at this address.'))
  })

  test('too many tries say how long to wait, in words and to machines', async () => {
    const refusal = denied('too-many', { minutes: 60 })
    const thrown = refusalResponse(refusal)
    expect([thrown.headers.get('retry-after'), await thrown.json()]).toMatchObject(['3600', { sentence: expect.stringContaining('Wait 60 minutes') as string }])
    expect(new Headers(refusedForm(refusal).init?.headers).get('retry-after')).toBe('3600')
    expect(refusalResponse(denied('closed')).headers.get('retry-after')).toBeNull()
  })

  test('after a POST the next page is a GET', () => {
    const response = seeOther('/done')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/done'])
  })
})
