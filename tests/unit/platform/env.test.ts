import { describe, expect, test } from 'vitest'
import { readEnv } from '#app/platform/env.server.ts'

const secret = 'a-secret-of-tests-with-more-than-32-characters'
const live = { BASE_URL: 'https://awards.example', SESSION_SECRET: secret, MAIL_FROM: 'Awards <awards@host.example>' }

describe('an environment that starts', () => {
  test('on this machine needs a secret and nothing else', () => {
    expect(readEnv({ SESSION_SECRET: secret })).toEqual({
      ok: true,
      env: {
        NODE_ENV: 'production', DATABASE_URL: 'file:var/awards.db', PORT: 3000, BASE_URL: 'http://localhost:3000', SESSION_SECRET: [secret],
        MAIL_FROM: 'awards@localhost', WORKER: 'on', RATE_LIMITS: 'on', TRUST_PROXY: 'off',
        BUILD_DIR: 'build', LOG_LEVEL: 'info', STORAGE_DIR: 'var/awards.db.files',
      },
    })
  })

  test('takes a line left empty for a line left out, and a base address without its path', () => {
    const read = readEnv({ ...live, RESEND_API_KEY: '', PORT: '', BASE_URL: 'https://awards.example/some/where?x' })
    expect(read).toMatchObject({ ok: true, env: { PORT: 3000, BASE_URL: 'https://awards.example' } })
    expect(read).not.toHaveProperty('env.RESEND_API_KEY')
  })

  const folders: [Partial<NodeJS.ProcessEnv>, string][] = [
    [{ DATABASE_URL: 'file:/srv/awards.db' }, '/srv/awards.db.files'],
    [{ DATABASE_URL: 'postgres://awards@host/awards' }, 'var/files'],
    [{ STORAGE_DIR: '/srv/files' }, '/srv/files'],
    [{ STORAGE_DIR: '../public-files' }, '../public-files'],
  ]
  test.each(folders)('%j keeps files in %s', (own, folder) => {
    expect(readEnv({ ...live, ...own })).toMatchObject({ ok: true, env: { STORAGE_DIR: folder } })
  })

  test('takes several secrets, the first of which writes', () => {
    expect(readEnv({ SESSION_SECRET: `${secret},${secret}-older` })).toMatchObject({ ok: true, env: { SESSION_SECRET: [secret, `${secret}-older`] } })
  })
})

describe('an environment that does not', () => {
  const table: [string, Partial<NodeJS.ProcessEnv>, string[]][] = [
    ['no secret', { SESSION_SECRET: undefined }, ['SESSION_SECRET is missing: 32 characters or more, kept secret']],
    ['a short secret', { SESSION_SECRET: 'short' }, ['SESSION_SECRET must be 32 characters or more']],
    ['a short one among several', { SESSION_SECRET: `${secret},short` }, ['SESSION_SECRET must be 32 characters or more']],
    ['http elsewhere', { BASE_URL: 'http://awards.example' }, ['BASE_URL must be https, or http on this machine only']],
    ['http on a name like this machine', { BASE_URL: 'http://localhost.evil.example' }, ['BASE_URL must be https, or http on this machine only']],
    ['no address', { BASE_URL: 'awards' }, ['BASE_URL must be a whole address, such as https://awards.example']],
    ['no limits elsewhere', { RATE_LIMITS: 'off' }, ['RATE_LIMITS can be switched off on this machine only']],
    ['the example secret elsewhere', { SESSION_SECRET: `${secret},example-secret-of-more-than-32-characters` }, ['SESSION_SECRET is the example from .env.example']],
    ['mail from nowhere', { RESEND_API_KEY: 're_123', MAIL_FROM: undefined }, ['MAIL_FROM must be an address of yours when mail is delivered']],
    ['an unknown database', { DATABASE_URL: 'mysql://x' }, ['DATABASE_URL must start with file: or postgres://']],
    ['files among those that are served', { STORAGE_DIR: 'public/files' }, ['STORAGE_DIR must not be where files are served from']],
    ['files in the build', { STORAGE_DIR: './build' }, ['STORAGE_DIR must not be where files are served from']],
    ['a weak token', { METRICS_TOKEN: 'short' }, ['METRICS_TOKEN must be 16 characters or more']],
    ['a port in letters', { PORT: 'abc' }, ['PORT must be a whole number from 0 to 65535']],
    ['half a port', { PORT: '80.5' }, ['PORT must be a whole number from 0 to 65535']],
    ['a port that there is none of', { PORT: '65536' }, ['PORT must be a whole number from 0 to 65535']],
    ['a switch half on', { WORKER: 'yes' }, ['WORKER must be on or off']],
    ['another way to run', { NODE_ENV: 'staging' as 'test' }, ['NODE_ENV must be development, production or test']],
    ['another loudness', { LOG_LEVEL: 'debug' }, ['LOG_LEVEL must be silent, error or info']],
    ['a mail service nowhere', { RESEND_BASE_URL: 'here' }, ['RESEND_BASE_URL must be a whole address, such as https://awards.example']],
  ]
  test.each(table)('%s', (_, own, problems) => {
    expect(readEnv({ ...live, ...own })).toEqual({ ok: false, problems })
  })

  test('says everything that is wrong at once', () => {
    expect(readEnv({ ...live, BASE_URL: 'http://awards.example', RATE_LIMITS: 'off', MAIL_FROM: 'a@localhost', RESEND_API_KEY: 're_123' })).toMatchObject({
      ok: false, problems: [expect.stringMatching(/^BASE_URL/), expect.stringMatching(/^RATE_LIMITS/), expect.stringMatching(/^MAIL_FROM/)],
    })
  })
})
