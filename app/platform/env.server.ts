import { relative, resolve } from 'node:path'
import { z } from 'zod'

/** Whether only this machine can reach what is served at `baseUrl`. */
export function isLoopback(baseUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(baseUrl).hostname)
}

/** Where files are kept beside a database, if nothing else is said: a folder for each, so that none is taken for another’s. */
export function filesBeside(databaseUrl: string): string {
  return databaseUrl.startsWith('file:') ? `${databaseUrl.slice('file:'.length)}.files` : 'var/files'
}

function isWithin(folder: string, other: string): boolean {
  return !/^\.\.(?:[/\\]|$)/.test(relative(resolve(other), resolve(folder)))
}

const flag = z.enum(['on', 'off'], 'must be on or off')
const address = z.url('must be a whole address, such as https://awards.example')
const port = 'must be a whole number from 0 to 65535'

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test'], 'must be development, production or test').default('production'),
    DATABASE_URL: z.string().regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://').default('file:var/awards.db'),
    PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3000),
    BASE_URL: address.optional(),
    SESSION_SECRET: z
      .string({ error: 'is missing: 32 characters or more, kept secret' })
      .transform((text) => text.split(','))
      .pipe(z.array(z.string().min(32, 'must be 32 characters or more')).min(1)),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: address.optional(),
    MAIL_FROM: z.string().default('awards@localhost'),
    WORKER: flag.default('on'),
    RATE_LIMITS: flag.default('on'),
    TRUST_PROXY: flag.default('off'),
    /** where the files are kept that people send */
    STORAGE_DIR: z.string().optional(),
    METRICS_TOKEN: z.string().min(16, 'must be 16 characters or more').optional(),
    /** where `npm run build` puts its work, for a second build beside the first */
    BUILD_DIR: z.string().default('build'),
    LOG_LEVEL: z.enum(['silent', 'error', 'info'], 'must be silent, error or info').default('info'),
  })
  .transform((env) => ({
    ...env, BASE_URL: new URL(env.BASE_URL ?? `http://localhost:${env.PORT}`).origin, STORAGE_DIR: env.STORAGE_DIR ?? filesBeside(env.DATABASE_URL),
  }))
  .superRefine((env, issues) => {
    const url = new URL(env.BASE_URL)
    const local = isLoopback(env.BASE_URL)
    const complain = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
    if (url.protocol !== 'https:' && !local) complain('BASE_URL', 'must be https, or http on this machine only')
    if (env.RATE_LIMITS === 'off' && !local) complain('RATE_LIMITS', 'can be switched off on this machine only')
    if (!local && env.SESSION_SECRET.some((s) => s.includes('example'))) complain('SESSION_SECRET', 'is the example from .env.example')
    if (['public', env.BUILD_DIR].some((served) => isWithin(env.STORAGE_DIR, served))) complain('STORAGE_DIR', 'must not be where files are served from')
    if (env.RESEND_API_KEY && !local && env.MAIL_FROM.includes('@localhost')) complain('MAIL_FROM', 'must be an address of yours when mail is delivered')
  })

export type Env = z.infer<typeof schema>

/** The environment, or every sentence about what is wrong with it. */
export function readEnv(source: Record<string, string | undefined>): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return { ok: true, env: read.data }
  return { ok: false, problems: read.error.issues.map((i) => `${String(i.path[0])} ${i.message}`) }
}
