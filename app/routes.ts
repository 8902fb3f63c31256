import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address and the file that answers it. */
export default [
  // public
  index('routes/public/home.tsx'),

  // nominate, and what a nominator comes back to
  route(':edition/nominate', 'routes/nominate/start.tsx'),
  route('nominate/code', 'routes/nominate/code.tsx'),
  route('nominate/clear', 'routes/nominate/clear.ts'),
  route('nominate/link/:token', 'routes/nominate/link.tsx'),
  route('nominate/:draft', 'routes/nominate/draft.ts'),
  route('nominate/:draft/check', 'routes/nominate/check.tsx'),
  route('nominate/:draft/sent', 'routes/nominate/sent.tsx'),
  route('nominate/:draft/withdraw', 'routes/nominate/withdraw.tsx'),
  route('nominate/:draft/later', 'routes/nominate/later.tsx'),
  route('nominate/:draft/:step', 'routes/nominate/step.tsx'),
  route('nomination/:token', 'routes/nominate/status.tsx'),

  // account

  // organise
  route('organise/:edition/nominations', 'routes/organise/nominations.tsx'),
  route('organise/:edition/nominations/:nomination', 'routes/organise/nomination.tsx'),

  // resources
  route('_kit', 'routes/resources/kit.tsx'),
  route('refused/:code', 'routes/resources/refused.tsx'),
  route('*', 'routes/resources/not-found.tsx'),
] satisfies RouteConfig
